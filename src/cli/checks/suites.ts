import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  add,
  type Counts,
  countPlaywright,
  countVitest,
  type PlaywrightReport,
  settle,
  type VitestReport,
} from './counts.ts'
import { root, runNode, runTool } from './tools.ts'

export type Suite = { readonly name: string; run(): Promise<Counts> }

const LAUNCH = join(root, 'src/cli/launch.mjs')
const REPORTS = join(root, 'node_modules/.cache/reports')

export const CHECKS: readonly Suite[] = [
  single('format', () => runTool('oxfmt', '--check')),
  single('lint', () => runTool('oxlint')),
  single('types', () => runTool('tsc', '-b')),
  { name: 'unit tests', run: runUnitTests },
  single('dead code', () => runTool('knip')),
]

export const SUITES: readonly Suite[] = [
  ...CHECKS,
  single('build', () => runNode(LAUNCH, 'build')),
  single('size', () => runNode(LAUNCH, 'size')),
  { name: 'journeys', run: runJourneys },
]

/** Runs one suite after the other, prints what each came to, and gives the exit code. */
export async function runSuites(suites: readonly Suite[]): Promise<number> {
  const results: Counts[] = []
  for (const suite of suites) {
    console.log(`\n── ${suite.name}`)
    results.push(await suite.run())
  }
  console.log()
  for (const [index, { name }] of suites.entries()) console.log(toLine(name, results[index]))
  const { passed, failed } = add(results)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function toLine(name: string, { passed, failed }: Counts = { passed: 0, failed: 1 }): string {
  return `${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed`
}

function single(name: string, run: () => Promise<number>): Suite {
  return {
    name,
    run: async () => ((await run()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  }
}

async function runUnitTests(): Promise<Counts> {
  const file = join(REPORTS, 'unit.json')
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const exitCode = await runTool('vitest', 'run', ...reporters)
  const report: VitestReport | undefined = readReport(file)
  return settle(report && countVitest(report), exitCode)
}

async function runJourneys(): Promise<Counts> {
  const file = join(REPORTS, 'journeys.json')
  rmSync(file, { force: true })
  const exitCode = await runNode(LAUNCH, 'e2e')
  const report: PlaywrightReport | undefined = readReport(file)
  return settle(report && countPlaywright(report), exitCode)
}

function readReport(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // A suite that broke off early writes none, and counts as failed.
    return undefined
  }
}
