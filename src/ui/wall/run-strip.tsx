import type { PublishedIndex } from '../../protocol/published.ts'
import type { RunAddress } from '../../state/place.ts'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { toMoment } from './story.ts'
import { type WallCell, type WallRow, toWallRows } from './wall-rows.ts'

/** Above a run that was opened from the wall: where it comes from, and the runs around it. */
export function RunStrip({ controls }: { readonly controls: Controls }) {
  const place = controls.wall.usePlace()
  const published = controls.wall.usePublished()
  const found = published.kind === 'index' ? findAround(published.index, place.run) : null
  const go = (run: RunAddress | null, beside: RunAddress | null = null): void =>
    controls.wall.go({ ...place, run, beside })
  return (
    <nav
      aria-label="Published runs"
      className="border-line bg-sunken flex flex-wrap items-center gap-x-2 border-b px-2 py-1"
    >
      <Button kind="quiet" onClick={() => go(null)}>
        ‹ Wall of runs
      </Button>
      {found && place.run !== null && (
        <>
          <span className="text-row text-ink-2 min-w-0 flex-1 truncate">
            <span className="text-ink font-medium">{found.row.name}</span>
            {found.at !== null && ` · ${sayMoment(found.at)}`}
          </span>
          <Around found={found} run={place.run} onGo={go} />
        </>
      )}
    </nav>
  )
}

/** What opens the runs of the same server just before and after, and the last that was well. */
type Around = {
  readonly row: WallRow
  readonly at: number | null
  readonly older: RunAddress | null
  readonly newer: RunAddress | null
  readonly good: RunAddress | null
}

type AroundProps = {
  readonly found: Around
  readonly run: RunAddress
  readonly onGo: (run: RunAddress | null, beside?: RunAddress | null) => void
}

function Around({ found: { older, newer, good }, run, onGo }: AroundProps) {
  return (
    <div className="flex flex-wrap">
      <Button kind="quiet" disabled={older === null} onClick={() => onGo(older)}>
        Older
      </Button>
      <Button kind="quiet" disabled={newer === null} onClick={() => onGo(newer)}>
        Newer
      </Button>
      {older !== null && (
        <Button kind="quiet" onClick={() => onGo(older, run)}>
          Compare with before
        </Button>
      )}
      {good !== null && good !== older && (
        <Button kind="quiet" onClick={() => onGo(good, run)}>
          with last good
        </Button>
      )}
    </div>
  )
}

function findAround(index: PublishedIndex, run: RunAddress | null): Around | null {
  for (const row of toWallRows(index)) {
    const cells = row.cells.filter((cell) => cell !== null && cell.address !== null)
    const at = cells.findIndex((cell) => cell?.address === run)
    if (at === -1) continue
    const before = cells.slice(0, at)
    return {
      row,
      at: cells[at]?.at ?? null,
      older: before.at(-1)?.address ?? null,
      newer: cells[at + 1]?.address ?? null,
      good: before.findLast((cell) => isWell(cell))?.address ?? null,
    }
  }
  return null
}

function isWell(cell: WallCell | null): boolean {
  return cell?.target.asExpected === true
}

function sayMoment(at: number): string {
  const { day, time } = toMoment(at)
  return `${day} ${time}`
}
