import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Report,
  type ReportedTarget,
  mergeReports,
  readReport,
} from '../../../protocol/reports.ts'
import type { MergeOptions } from '../options.ts'
import { openOutput, type Output } from '../output.ts'
import { openPublisher, type Publisher } from '../publish/publisher.ts'
import { reasonOf } from '../reason.ts'
import { toTotal } from '../report.ts'
import type { FlowPorts } from '../run-flow.ts'
import { UsageError } from '../usage-error.ts'
import { writeReports } from '../write-reports.ts'

type Part = { readonly folder: string; readonly report: Report }

/** Makes one output of those of several shards, and gives the exit code that one run of all would have had. */
export async function mergeOutputs(options: MergeOptions, ports: FlowPorts): Promise<number> {
  const parts = await readParts(options.folders)
  refuseDoubles(parts)
  const output = await openOutput('--out', options.out)
  const publisher = await openPublisher(options, ports.terminal)
  try {
    for (const part of parts) await takeOver(part, output, publisher)
    const [first, ...others] = parts.map(({ report }) => report)
    if (!first) return 0
    const report = mergeReports([first, ...others])
    ports.terminal.say(toTotal(report))
    await writeReports(report, { ...ports, output })
    await publisher.publish(report)
    const { different, notRun } = report.counts
    return different + notRun === 0 ? 0 : 1
  } finally {
    await publisher.close()
  }
}

async function takeOver(
  { folder, report }: Part,
  output: Output,
  publisher: Publisher,
): Promise<void> {
  for (const target of report.targets) {
    for (const file of filesOf(target)) {
      await output.write(file, await readPart(join(folder, file)))
    }
    await publishRun(publisher, folder, target)
  }
}

async function readParts(folders: readonly string[]): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const folder of folders) {
    const path = join(folder, 'summary.json')
    const reading = readReport((await readPart(path)).toString('utf8'))
    if (reading.kind === 'refused') throw new UsageError(`--merge ${path}: ${reading.says}`)
    parts.push({ folder, report: reading.report })
  }
  return parts
}

/** One target in two shards would overwrite its files: the shards are of different runs. */
function refuseDoubles(parts: readonly Part[]): void {
  const seen = new Map<string, string>()
  for (const { folder, report } of parts) {
    for (const { name } of report.targets) {
      const other = seen.get(name)
      if (other !== undefined) {
        throw new UsageError(`--merge: the target "${name}" is in ${other} and in ${folder}`)
      }
      seen.set(name, folder)
    }
  }
}

function filesOf({ file, files }: ReportedTarget): readonly string[] {
  return [...(file === null ? [] : [file]), ...files].map(requirePlain)
}

/** A summary from elsewhere names files, and none of them may lie outside of its folder. */
function requirePlain(file: string): string {
  if (!/[\\/]|^\.+$/.test(file)) return file
  throw new UsageError(
    `--merge: a summary names the file "${file}", which is in no folder of shards`,
  )
}

async function publishRun(
  publisher: Publisher,
  folder: string,
  { file }: ReportedTarget,
): Promise<void> {
  if (file === null) return
  await publisher.write(file, (await readPart(join(folder, file))).toString('utf8'))
}

async function readPart(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(`--merge ${path}: ${reasonOf(error)}`)
  }
}
