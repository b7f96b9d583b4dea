import type { PublishedIndex, PublishedRun, PublishedTarget } from './index-schema.ts'

/** For tests: what an index tells of a target. */
export function buildPublishedTarget(change: Partial<PublishedTarget> = {}): PublishedTarget {
  return {
    name: 'production',
    server: 'https://tools.example/mcp',
    status: 'passed',
    asExpected: true,
    step: null,
    cause: null,
    culprit: null,
    summary: 'Connected: 12 tools.',
    tools: 12,
    works: ['Claude', 'ChatGPT'],
    fails: [],
    file: 'production.run.json',
    ...change,
  }
}

/** For tests: a run of the given day of January 2026. */
export function buildPublishedRun(
  day: number,
  targets: readonly PublishedTarget[] = [buildPublishedTarget()],
): PublishedRun {
  const startedAt = Date.UTC(2026, 0, day, 3)
  const id = `${new Date(startedAt).toISOString().replaceAll(':', '-')}-00000${day % 10}`
  return { id, startedAt, app: { name: 'mcp-flow-debugger', version: '0.1.0' }, targets }
}

/** For tests: an index with a run that passed and one that failed. */
export function buildIndex(change: Partial<PublishedIndex> = {}): PublishedIndex {
  const failed = buildPublishedTarget({
    status: 'failed',
    asExpected: false,
    step: 'server-metadata',
    cause: 'ASM-03',
    culprit: 'issuer',
    summary: 'The issuer is not the one the resource names.',
    fails: ['ChatGPT'],
  })
  const runs = [buildPublishedRun(1), buildPublishedRun(2, [failed])]
  return { format: 'mcp-flow-runs', version: 1, runs, ...change }
}
