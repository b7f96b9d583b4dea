// A grid of the browser's own, a table, can neither be cut to the columns in sight nor scroll in two directions.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { RunAddress } from '../../state/place.ts'
import { toCellWords } from './cell-words.ts'
import { CELL_WIDTH } from './measures.ts'
import { countClients } from './story.ts'
import type { WallCell } from './wall-rows.ts'

type CellProps = {
  readonly cell: WallCell | null
  readonly name: string
  readonly column: number
  readonly href: string
  readonly isSpot: boolean
  /** Whether a press chooses the run for a comparison. */
  readonly choosing: boolean
  readonly isChosen: boolean
  readonly onPress: (run: RunAddress) => void
  readonly onFocus: (column: number) => void
}

const LOOKS = {
  passed: { mark: '✓', look: 'text-ink-2', tone: 'text-pass' },
  failed: { mark: '✕', look: 'bg-error-soft text-ink', tone: 'text-error' },
  stopped: { mark: '‖', look: 'bg-warning-soft text-ink', tone: 'text-warning' },
  'not-run': { mark: '–', look: 'text-ink-3', tone: 'text-ink-3' },
} as const

const BOX =
  'flex h-full w-full flex-col rounded-md px-2 py-1.5 text-left no-underline! scroll-ml-96'

/** One server in one run: how it stood, and what opens it. */
export function Cell({ cell, name, column, isSpot, onFocus, ...press }: CellProps) {
  const tabIndex = isSpot ? 0 : -1
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      onFocus={() => onFocus(column)}
      className="shrink-0 p-0.5"
      style={{ width: CELL_WIDTH }}
    >
      {cell === null ? (
        <span tabIndex={tabIndex} className={BOX}>
          <span className="sr-only">{name}: not in this run</span>
        </span>
      ) : (
        <Known cell={cell} name={name} tabIndex={tabIndex} {...press} />
      )}
    </div>
  )
}

type KnownProps = Omit<CellProps, 'cell' | 'column' | 'isSpot' | 'onFocus'> & {
  readonly cell: WallCell
  readonly tabIndex: number
}

function Known({ cell, name, tabIndex, href, choosing, isChosen, onPress }: KnownProps) {
  const { spoken } = toCellWords(cell, name)
  const { status, asExpected } = cell.target
  const { look } = LOOKS[status]
  const { address } = cell
  const box = `${BOX} ${asExpected && status !== 'passed' ? 'bg-unknown-soft text-ink-2' : look}`
  const common = { tabIndex, title: spoken, 'aria-label': spoken }
  if (address === null) {
    return (
      <span tabIndex={tabIndex} title={spoken} className={box}>
        <span className="sr-only">{spoken}</span>
        <span aria-hidden="true" className="contents">
          <Words cell={cell} name={name} />
        </span>
      </span>
    )
  }
  if (choosing) {
    return (
      <button
        type="button"
        {...common}
        aria-pressed={isChosen}
        onClick={() => onPress(address)}
        className={`${box} outline-line-strong hover:outline-accent aria-pressed:outline-accent outline-1 -outline-offset-1 outline-dashed aria-pressed:outline-2 aria-pressed:outline-solid`}
      >
        <Words cell={cell} name={name} />
      </button>
    )
  }
  return (
    <a
      {...common}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onPress(address)
      }}
      className={`${box} hover:outline-line-strong hover:outline-1`}
    >
      <Words cell={cell} name={name} />
    </a>
  )
}

function Words({ cell, name }: { readonly cell: WallCell; readonly name: string }) {
  const { first, second } = toCellWords(cell, name)
  const { status, asExpected } = cell.target
  const { mark, tone } = LOOKS[status]
  return (
    <>
      <span className="text-row flex items-center gap-1.5 whitespace-nowrap">
        <span
          className={`font-semibold ${asExpected && status !== 'passed' ? 'text-ink-3' : tone}`}
        >
          {mark}
        </span>
        <span className={status === 'failed' && !asExpected ? 'font-medium' : ''}>{first}</span>
      </span>
      {second !== '' && <span className="text-meta text-ink-2 line-clamp-2">{second}</span>}
      <Turns lost={cell.lost} gained={cell.gained} status={status} />
    </>
  )
}

/** Clients that got in the time before and no longer do: told where the walk itself went well. */
function Turns({
  lost,
  gained,
  status,
}: Pick<WallCell, 'lost' | 'gained'> & { readonly status: string }) {
  if (status !== 'passed' || lost.length + gained.length === 0) return null
  const names = lost.length > 0 ? lost : gained
  return (
    <span className={`text-meta truncate ${lost.length > 0 ? 'text-warning' : 'text-pass'}`}>
      {lost.length > 0 ? '−' : '+'} {countClients(names)}
    </span>
  )
}
