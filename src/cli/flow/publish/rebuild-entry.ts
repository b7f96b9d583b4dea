import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { RunDocument } from '../../../protocol/index.ts'
import {
  type PublishedRun,
  type PublishedTarget,
  parseRun,
  toPublishedTarget,
} from '../../../protocol/published.ts'
import { toReportedTarget } from '../../../protocol/reports.ts'

const ENDING = '.run.json'

/** Tells a published run from its documents alone; undefined when none of them can be read. */
export async function rebuildEntry(folder: string, id: string): Promise<PublishedRun | undefined> {
  const files = (await readdir(join(folder, id))).filter((file) => file.endsWith(ENDING)).toSorted()
  const readings = await Promise.all(
    files.map(async (file) => ({
      file,
      reading: parseRun(await readFile(join(folder, id, file), 'utf8')),
    })),
  )
  const whole = readings.flatMap(({ file, reading }) =>
    reading.kind === 'run' ? [{ file, document: reading.document }] : [],
  )
  const [first] = whole
  if (!first) return undefined
  const { startedAt, app } = first.document
  return { id, startedAt, app, targets: whole.map(toTarget) }
}

/** Nobody knows any more what was expected of it: that it passes, then. */
function toTarget({ file, document }: { file: string; document: RunDocument }): PublishedTarget {
  const passed = document.outcome.status === 'passed'
  return toPublishedTarget(
    toReportedTarget(document, {
      name: basename(file, ENDING),
      differences: passed ? [] : [document.outcome.summary],
      problem: null,
      hint: null,
      milliseconds: document.endedAt - document.startedAt,
      known: [],
      baseline: null,
      file,
      files: [],
      expectedRules: [],
    }),
  )
}
