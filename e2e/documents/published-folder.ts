import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunDocument } from '../../src/protocol/index.ts'
import { type PublishedTarget, toIndex } from '../../src/protocol/published.ts'

/** A run of the runner: what came of each target, by its name. */
export type PublishedDay = Readonly<Record<string, RunDocument>>

/** Writes a folder of published runs as the runner does, one run a day from the first of January on. */
export function writePublished(folder: string, days: readonly PublishedDay[]): void {
  const runs = days.map((targets, day) => {
    const startedAt = Date.UTC(2026, 0, day + 1, 12)
    const id = `2026-01-${String(day + 1).padStart(2, '0')}T12-00-00.000Z-abcdef`
    mkdirSync(join(folder, id), { recursive: true })
    for (const [name, document] of Object.entries(targets)) {
      const text = JSON.stringify({ ...document, startedAt })
      writeFileSync(join(folder, id, `${name}.run.json`), text)
    }
    const app = { name: 'mcp-flow-debugger', version: '0.1.0' }
    return { id, startedAt, app, targets: Object.entries(targets).map(toTarget) }
  })
  writeFileSync(join(folder, 'index.json'), JSON.stringify(toIndex(runs)))
}

function toTarget([name, document]: readonly [string, RunDocument]): PublishedTarget {
  const { outcome, tools, clients } = document
  const { status, step, cause, culprit, summary } = outcome
  const named = (wanted: string) =>
    clients.filter(({ verdict }) => verdict === wanted).map((client) => client.name)
  return {
    name,
    server: document.config.server,
    status: status === 'running' ? 'stopped' : status,
    asExpected: status === 'passed',
    step,
    cause,
    culprit,
    summary,
    tools: tools.length,
    works: named('works'),
    fails: named('fails'),
    file: `${name}.run.json`,
  }
}
