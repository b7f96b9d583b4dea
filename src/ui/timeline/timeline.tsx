import { type KeyboardEvent, useId, useMemo, useRef } from 'react'
import type { RunDocument } from '../../protocol/index.ts'
import type { RowId } from '../controls.ts'
import { toDuration } from '../parts/duration.ts'
import { useRowWindow } from '../parts/use-row-window.ts'
import { filterRows } from './filter.ts'
import { COLUMNS, RowLine } from './row-line.tsx'
import { type Fold, toTimeScale } from './time-scale.ts'
import { type TimelineRow, toTimelineRows } from './timeline-rows.ts'

const ROW_HEIGHT = 28

type TimelineProps = {
  readonly document: RunDocument
  readonly running: boolean
  readonly filter: string
  readonly selected: RowId | null
  readonly onSelect: (row: RowId) => void
  /** Enter on a row, or a press: look at it closely. */
  readonly onOpen: (row: RowId) => void
}

/** Every exchange in time, under its step. One tab stop; arrow keys, J, K, Home, End and the page keys move. */
export function Timeline(props: TimelineProps) {
  const { document, running, filter, selected, onSelect, onOpen } = props
  const all = useMemo(() => toTimelineRows(document), [document])
  const rows = useMemo(() => filterRows(all, filter), [all, filter])
  const scale = useMemo(
    () => toTimeScale(document.exchanges, document.endedAt),
    [document.exchanges, document.endedAt],
  )
  const at = rows.findIndex((row) => row.id === selected)
  const follow = running && selected === null ? rows.length - 1 : at
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRowWindow(scroller, { count: rows.length, rowHeight: ROW_HEIGHT, row: follow })
  const name = useId()

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && selected !== null) {
      event.preventDefault()
      onOpen(selected)
      return
    }
    const next = findTarget(rows, at, event.key)
    if (!next) return
    event.preventDefault()
    onSelect(next)
  }
  return (
    <div
      className={`flex h-full min-h-0 flex-col ${document.exchanges.length > 999 ? '[--number:40px]' : '[--number:24px]'}`}
    >
      <Head length={scale.length} folds={scale.folds} />
      <div
        role="grid"
        aria-label="Timeline"
        aria-rowcount={rows.length}
        aria-activedescendant={at === -1 ? undefined : `${name}-${at}`}
        tabIndex={0}
        ref={scroller}
        onScroll={list.onScroll}
        onKeyDown={onKeyDown}
        className="relative min-h-0 flex-1 overflow-auto outline-offset-[-2px]"
      >
        <div role="presentation" style={{ height: list.first * ROW_HEIGHT }} />
        {rows.slice(list.first, list.end).map((row, index) => (
          <RowLine
            key={row.id}
            id={`${name}-${list.first + index}`}
            index={list.first + index + 1}
            row={row}
            scale={scale}
            now={document.endedAt}
            selected={row.id === selected}
            arriving={running}
            onOpen={onOpen}
          />
        ))}
        <div
          role="presentation"
          style={{ height: Math.max(0, rows.length - list.end) * ROW_HEIGHT }}
        />
        {rows.length === 0 && (
          <p className="text-ink-3 p-4">
            {filter === '' ? 'No request yet.' : `No request matches “${filter}”.`}
          </p>
        )}
      </div>
    </div>
  )
}

function Head({ length, folds }: { length: number; folds: readonly Fold[] }) {
  return (
    <div
      aria-hidden="true"
      className={`${COLUMNS} border-line text-meta text-ink-3 h-6.5 shrink-0 border-b font-medium`}
    >
      <span>#</span>
      <span />
      <span>To</span>
      <span>Request</span>
      <span>Status</span>
      <span className="text-right max-md:hidden">Time</span>
      <span className="relative flex justify-between max-md:hidden">
        <span>0</span>
        {folds.filter(isApart).map((fold) => (
          <span
            key={fold.from}
            className={`bg-surface absolute top-0 -translate-x-1/2 px-1 whitespace-nowrap ${fold.person ? 'text-person' : ''}`}
            style={{ left: `clamp(36px, ${middleOf(fold) * 100}%, calc(100% - 84px))` }}
          >
            {fold.person ? 'you ' : ''}
            {toDuration(fold.to - fold.from)}
          </span>
        ))}
        <span>{toDuration(length)}</span>
      </span>
    </div>
  )
}

function middleOf(fold: Fold): number {
  return (fold.place[0] + fold.place[1]) / 2
}

/** Labels that would lie on another one are left out. */
function isApart(fold: Fold, index: number, folds: readonly Fold[]): boolean {
  const before = folds[index - 1]
  return before === undefined || middleOf(fold) - middleOf(before) > 0.4
}

const PAGE = 15

function findTarget(rows: readonly TimelineRow[], at: number, key: string): RowId | undefined {
  const down = rows.slice(at + 1)
  const up = rows.slice(0, Math.max(0, at)).toReversed()
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return nth(down, 0)
    case 'ArrowUp':
    case 'k':
      return nth(up, 0)
    case 'PageDown':
      return nth(down, PAGE)
    case 'PageUp':
      return nth(up, PAGE)
    case 'Home':
      return nth(rows, 0)
    case 'End':
      return nth(rows.toReversed(), 0)
    default:
      return undefined
  }
}

/** The n-th row that can be selected, or the last one before it. */
function nth(rows: readonly TimelineRow[], count: number): RowId | undefined {
  const ids = rows.slice(0, count * 2 + 30).flatMap((row) => (row.kind === 'group' ? [] : [row.id]))
  return ids[Math.min(count, ids.length - 1)]
}
