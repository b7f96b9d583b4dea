import type { Report, ReportedTarget } from '../export/reports/report.ts'
import type { PublishedIndex, PublishedRun, PublishedTarget } from './index-schema.ts'

/** What an index tells of a run of the runner; its documents lie in the folder `id`. */
export function toPublishedRun(id: string, { startedAt, app, ...report }: Report): PublishedRun {
  return {
    id,
    startedAt,
    app,
    targets: [...report.targets.map(toPublishedTarget), ...report.notRun.map(toNotRun)],
  }
}

/** What an index tells of one target: enough for a cell, a few hundred characters. */
export function toPublishedTarget(target: ReportedTarget): PublishedTarget {
  const { name, server, status, asExpected, step, cause, culprit, summary, tools } = target
  return {
    name,
    server,
    status: status ?? 'not-run',
    asExpected,
    step,
    cause,
    culprit,
    summary: summary ?? target.problem,
    tools,
    works: target.clients.works,
    fails: target.clients.fails,
    file: target.file,
  }
}

/** The index over these runs, the oldest first. */
export function toIndex(runs: readonly PublishedRun[]): PublishedIndex {
  const inTime = runs.toSorted(
    (first, second) => first.startedAt - second.startedAt || first.id.localeCompare(second.id),
  )
  return { format: 'mcp-flow-runs', version: 1, runs: inTime }
}

function toNotRun(name: string): PublishedTarget {
  return {
    name,
    server: null,
    status: 'not-run',
    asExpected: false,
    step: null,
    cause: null,
    culprit: null,
    summary: null,
    tools: 0,
    works: [],
    fails: [],
    file: null,
  }
}
