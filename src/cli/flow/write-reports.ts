import { appendFile } from 'node:fs/promises'
import {
  type Report,
  toAnnotations,
  toHtml,
  toJUnit,
  toMarkdown,
  toSarif,
} from '../../protocol/reports.ts'
import { type Output, OutputError } from './output.ts'
import { reasonOf } from './reason.ts'
import type { Environment } from './secrets.ts'
import type { Terminal } from './terminal.ts'

/** Writes every report of a run, and tells a CI system in the ways that it knows. */
export async function writeReports(
  report: Report,
  {
    output,
    environment,
    terminal,
  }: { output: Output; environment: Environment; terminal: Terminal },
): Promise<void> {
  if (output.isOpen) {
    await output.write('summary.json', `${JSON.stringify(report, null, 2)}\n`)
    await output.write('junit.xml', toJUnit(report))
    await output.write('report.sarif', toSarif(report))
    await output.write('summary.md', toMarkdown(report))
    await output.write('report.html', toHtml(report))
  }
  const page = environment['GITHUB_STEP_SUMMARY'] ?? ''
  if (page !== '') await append(page, toMarkdown(report))
  if (isGitHub(environment)) for (const line of toAnnotations(report)) terminal.say(line)
}

/** True in a job of GitHub Actions, which obeys lines that begin with two colons. */
export function isGitHub(environment: Environment): boolean {
  return environment['GITHUB_ACTIONS'] === 'true'
}

async function append(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text)
  } catch (error) {
    throw new OutputError(`could not write GITHUB_STEP_SUMMARY ${path}: ${reasonOf(error)}`)
  }
}
