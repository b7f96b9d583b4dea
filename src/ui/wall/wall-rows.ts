import type { PublishedIndex, PublishedRun, PublishedTarget } from '../../protocol/published.ts'
import type { RunAddress } from '../../state/place.ts'

/** How a target stood in a run. `absent`: that run did not know it. */
export type CellState = PublishedTarget['status']

/** One target in one run. */
export type WallCell = {
  /** What opens it; null when there is no document. */
  readonly address: RunAddress | null
  readonly at: number
  readonly target: PublishedTarget
  /** Clients that got in when it passed the time before and no longer do, and the other way round. */
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

/** One target through all runs, oldest first; null where a run did not know it. */
export type WallRow = {
  readonly name: string
  /** Its address in the newest run that has one. */
  readonly server: string | null
  readonly cells: readonly (WallCell | null)[]
  readonly latest: WallCell
}

/** A row for each target that a run has known, the broken first, then as the newest run has them. */
export function toWallRows({ runs }: PublishedIndex): readonly WallRow[] {
  const newest = runs.toReversed().flatMap(({ targets }) => targets.map(({ name }) => name))
  const rows = [...new Set(newest)].flatMap((name) => rowOf(name, runs) ?? [])
  return rows.toSorted((first, second) => toTurn(first) - toTurn(second))
}

function rowOf(name: string, runs: readonly PublishedRun[]): WallRow | undefined {
  const cells: (WallCell | null)[] = []
  let before: PublishedTarget | undefined
  for (const run of runs) {
    const target = run.targets.find((each) => each.name === name)
    cells.push(target ? cellOf(run, target, before) : null)
    // Where the walk itself fails nobody gets in, which tells nothing of any client.
    if (target?.status === 'passed' && target.works.length + target.fails.length > 0)
      before = target
  }
  const latest = cells.findLast((cell) => cell !== null)
  if (!latest) return undefined
  const server = cells.findLast((cell) => cell?.target.server)?.target.server ?? null
  return { name, server, cells, latest }
}

function cellOf(
  run: PublishedRun,
  target: PublishedTarget,
  before: PublishedTarget | undefined,
): WallCell {
  const { file } = target
  const known = target.status === 'passed' ? before : undefined
  return {
    address: file === null ? null : `${run.id}/${file}`,
    at: run.startedAt,
    target,
    lost: target.fails.filter((client) => known?.works.includes(client)),
    gained: target.works.filter((client) => known?.fails.includes(client)),
  }
}

const TURNS: { readonly [state in CellState]: number } = {
  failed: 0,
  stopped: 1,
  'not-run': 2,
  passed: 3,
}

/** What is as it was expected to be is no trouble, even if it fails. */
function toTurn({ latest: { target } }: WallRow): number {
  return target.asExpected ? TURNS.passed : TURNS[target.status]
}

/** Which rows to show. */
export type WallFilter = 'all' | CellState

/** The rows whose newest run is in that state, and whose name or address holds every word. */
export function filterRows(
  rows: readonly WallRow[],
  filter: WallFilter,
  search: string,
): readonly WallRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ name, server, latest }) => {
    if (filter !== 'all' && latest.target.status !== filter) return false
    const text = `${name} ${server ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
