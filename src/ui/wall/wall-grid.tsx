// A grid of the browser's own, a table, can neither be cut to the columns in sight nor scroll in two directions.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { PublishedRun } from '../../protocol/published.ts'
import type { RunAddress } from '../../state/place.ts'
import { useMedia } from '../shell/use-media.ts'
import { CELL_WIDTH, HEAD_WIDTH } from './measures.ts'
import { type Spot, moveSpot } from './spot.ts'
import { toMoment } from './story.ts'
import { useColumnWindow } from './use-column-window.ts'
import { WallLine } from './wall-line.tsx'
import type { WallRow } from './wall-rows.ts'

type WallGridProps = {
  readonly runs: readonly PublishedRun[]
  readonly folder: string | null
  readonly rows: readonly WallRow[]
  readonly chosen: readonly RunAddress[] | null
  readonly onOpen: (run: RunAddress, beside?: RunAddress) => void
  readonly onChoose: (run: RunAddress) => void
}

/** All cells, newest run at the right; only the columns in sight are drawn. Arrow keys walk over them. */
export function WallGrid({ runs, folder, rows, chosen, onOpen, onChoose }: WallGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const narrow = useMedia('(max-width: 719px)')
  const head = narrow ? 0 : HEAD_WIDTH
  const columns = useColumnWindow(scroller, { count: runs.length, head })
  const [spot, setSpot] = useState<Spot>({ row: 0, column: runs.length - 1 })
  const moved = useRef(false)
  const row = Math.min(spot.row, rows.length - 1)
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>('[role=gridcell] [tabindex="0"]')?.focus()
  })
  const press = (event: KeyboardEvent): void => {
    const next = moveSpot(event.key, { ...spot, row }, { rows: rows.length, columns: runs.length })
    if (!next) return
    event.preventDefault()
    moved.current = true
    columns.reveal(next.column)
    setSpot(next)
  }
  const focus = useCallback((at: Spot) => setSpot(at), [])
  return (
    <div ref={scroller} onScroll={columns.onScroll} className="min-h-0 flex-1 overflow-auto">
      <div
        role="grid"
        aria-label="Runs"
        aria-rowcount={rows.length + 1}
        aria-colcount={runs.length + 1}
        tabIndex={-1}
        onKeyDown={press}
        className="min-w-full"
        style={{ width: head + runs.length * CELL_WIDTH }}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="border-line bg-surface sticky top-0 z-20 flex border-b"
        >
          <span
            role="columnheader"
            aria-colindex={1}
            className="bg-surface text-row text-ink-3 sticky left-0 z-10 flex shrink-0 items-end px-3.5 py-1.5 max-md:sr-only"
            style={{ width: HEAD_WIDTH }}
          >
            Server
          </span>
          <Moments runs={runs} first={columns.first} end={columns.end} />
        </div>
        {rows.map((each, index) => (
          <WallLine
            key={each.name}
            row={each}
            index={index}
            folder={folder}
            first={columns.first}
            end={columns.end}
            spot={index === row ? spot.column : null}
            chosen={chosen}
            onOpen={onOpen}
            onChoose={onChoose}
            onFocus={focus}
          />
        ))}
      </div>
    </div>
  )
}

type MomentsProps = {
  readonly runs: readonly PublishedRun[]
  readonly first: number
  readonly end: number
}

function Moments({ runs, first, end }: MomentsProps) {
  return runs.slice(first, end).map(({ id, startedAt }, index) => {
    const { day, time } = toMoment(startedAt)
    return (
      <span
        key={id}
        role="columnheader"
        aria-colindex={first + index + 2}
        title={new Date(startedAt).toISOString()}
        className="text-row shrink-0 px-2 py-1.5 whitespace-nowrap"
        style={{ width: CELL_WIDTH, marginLeft: index === 0 ? first * CELL_WIDTH : 0 }}
      >
        <span className="block font-medium">{day}</span>
        <span className="text-meta text-ink-3 block">{time}</span>
      </span>
    )
  })
}
