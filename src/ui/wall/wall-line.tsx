// A grid of the browser's own, a table, can neither be cut to the columns in sight nor scroll in two directions.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, useMemo } from 'react'
import { type RunAddress, writePlace } from '../../state/place.ts'
import { CELL_WIDTH } from './measures.ts'
import type { Spot } from './spot.ts'
import { sayClients, toStory } from './story.ts'
import { Cell } from './wall-cell.tsx'
import type { WallRow } from './wall-rows.ts'

type WallLineProps = {
  readonly row: WallRow
  readonly index: number
  readonly folder: string | null
  readonly first: number
  readonly end: number
  /** The column that the keyboard is at, when it is in this row. */
  readonly spot: number | null
  readonly chosen: readonly RunAddress[] | null
  readonly onOpen: (run: RunAddress, beside?: RunAddress) => void
  readonly onChoose: (run: RunAddress) => void
  readonly onFocus: (spot: Spot) => void
}

/** A server: its story, and its runs in sight. */
export const WallLine = memo(function WallLine(props: WallLineProps) {
  const { row, index, folder, first, end, spot, chosen, onOpen, onChoose, onFocus } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="border-line flex border-b [contain-intrinsic-size:auto_80px] [content-visibility:auto] max-md:block"
    >
      <Head row={row} folder={folder} onOpen={onOpen} />
      <div role="presentation" className="flex" style={{ paddingLeft: first * CELL_WIDTH }}>
        {row.cells.slice(first, end).map((cell, at) => (
          <Cell
            key={first + at}
            cell={cell}
            name={row.name}
            column={first + at}
            href={
              cell?.address ? writePlace({ runs: folder, run: cell.address, beside: null }) : ''
            }
            isSpot={spot === first + at}
            choosing={chosen !== null}
            isChosen={cell?.address ? (chosen?.includes(cell.address) ?? false) : false}
            onPress={chosen === null ? onOpen : onChoose}
            onFocus={(column) => onFocus({ row: index, column })}
          />
        ))}
      </div>
    </div>
  )
})

const MARKS = {
  passed: { mark: '✓', tone: 'text-pass' },
  failed: { mark: '✕', tone: 'text-error' },
  stopped: { mark: '‖', tone: 'text-warning' },
  'not-run': { mark: '–', tone: 'text-ink-3' },
} as const

type HeadProps = Pick<WallLineProps, 'row' | 'folder' | 'onOpen'>

function Head({ row, folder, onOpen }: HeadProps) {
  const { name, server, latest } = row
  const { headline, why, span, change } = useMemo(() => toStory(row), [row])
  const { status, asExpected } = latest.target
  const { mark } = MARKS[status]
  const tone = asExpected && status !== 'passed' ? 'text-ink-3' : MARKS[status].tone
  const good = change?.good.address
  const bad = change?.bad.address
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="bg-surface border-line sticky left-0 z-10 flex shrink-0 gap-2 px-3.5 py-2 max-md:w-dvw md:w-95 md:border-r"
    >
      <span aria-hidden="true" className={`w-3 shrink-0 text-center font-semibold ${tone}`}>
        {mark}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="max-w-2/3 shrink-0 truncate font-medium" title={name}>
            {name}
          </span>
          {server !== null && (
            <span className="text-row text-ink-3 min-w-0 flex-1 truncate font-mono">{server}</span>
          )}
        </div>
        <p className="text-row text-ink-2">
          {headline}, {span}
          {good && bad && (
            <>
              {' · '}
              <a
                href={writePlace({ runs: folder, run: good, beside: bad })}
                className="underline"
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  onOpen(good, bad)
                }}
              >
                What changed?
              </a>
            </>
          )}
        </p>
        {why !== null && (
          <p className="text-row text-ink-2 line-clamp-2 wrap-anywhere" title={why}>
            {why}
          </p>
        )}
        {latest.lost.length > 0 && status === 'passed' && (
          <p className="text-row text-warning">
            {sayClients(latest.lost)} got in before, and no longer.
          </p>
        )}
      </div>
    </div>
  )
}
