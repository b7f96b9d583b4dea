// A grid whose rows come and go while it scrolls cannot be a table element: its roles are written out.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react'
import { endedAt } from '../../protocol/index.ts'
import type { RowId } from '../controls.ts'
import { toDuration } from '../parts/duration.ts'
import { Tag } from '../parts/tag.tsx'
import { toCount } from '../verdict/verdict-words.ts'
import type { TimeScale } from './time-scale.ts'
import type { ExchangeRow, GroupRow, TimelineRow } from './timeline-rows.ts'

/** The columns of the head and of every row. */
export const COLUMNS =
  'grid grid-cols-[var(--number)_44px_36px_minmax(0,2fr)_64px_52px_minmax(90px,1fr)] items-center gap-x-2 px-3 max-md:grid-cols-[var(--number)_44px_32px_minmax(0,1fr)_60px] 2xl:grid-cols-[var(--number)_44px_36px_minmax(0,1fr)_64px_52px_minmax(90px,1fr)]'

type RowLineProps = {
  readonly id: string
  readonly index: number
  readonly row: TimelineRow
  readonly scale: TimeScale
  readonly now: number
  readonly selected: boolean
  readonly arriving: boolean
  readonly onOpen: (row: RowId) => void
}

/** One row, 28 high. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  return props.row.kind === 'group' ? (
    <GroupLine id={props.id} index={props.index} row={props.row} />
  ) : (
    <ExchangeLine {...props} row={props.row} />
  )
})

function GroupLine({ id, index, row }: { id: string; index: number; row: GroupRow }) {
  return (
    <div role="row" id={id} aria-rowindex={index} className="flex h-7 items-end px-3 pb-1">
      <div
        role="gridcell"
        className="text-meta text-ink-3 flex items-center gap-2 pl-8 font-medium max-md:pl-7"
      >
        {row.title}
        {row.errors > 0 && <Tag tone="error">{toCount(row.errors, 'error')}</Tag>}
        {row.warnings > 0 && <Tag tone="warning">{toCount(row.warnings, 'warning')}</Tag>}
      </div>
    </div>
  )
}

const PARTIES = {
  server: { name: 'MCP', text: 'text-server', fill: 'bg-server' },
  issuer: { name: 'AS', text: 'text-issuer', fill: 'bg-issuer' },
  page: { name: 'page', text: 'text-page', fill: 'bg-page' },
} as const

const STATUSES = {
  good: 'text-pass',
  plain: 'text-ink-2',
  error: 'text-error',
  warning: 'text-warning',
  note: 'text-note',
} as const

function ExchangeLine({
  id,
  index,
  row,
  scale,
  now,
  selected,
  arriving,
  onOpen,
}: RowLineProps & { row: ExchangeRow }) {
  const party = PARTIES[row.to]
  return (
    // The grid has the focus and the keys; a row only takes the press.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      id={id}
      aria-rowindex={index}
      aria-selected={selected}
      onClick={() => onOpen(row.id)}
      className={`${COLUMNS} text-row h-7 cursor-default ${arriving ? 'arriving' : ''} ${selected ? 'bg-accent-soft shadow-[inset_2px_0_var(--accent)] forced-colors:outline-2 forced-colors:outline-offset-[-2px]' : 'hover:bg-sunken'} ${row.quiet ? 'text-ink-3' : ''}`}
    >
      <span role="gridcell" className="text-meta text-ink-3 text-right font-mono">
        {row.number}
      </span>
      <span role="gridcell" className="text-meta text-ink-2 font-mono font-medium">
        {METHODS[row.method] ?? row.method}
      </span>
      <span role="gridcell" className={`text-meta font-semibold ${party.text}`}>
        {party.name}
      </span>
      <span role="gridcell" className="flex min-w-0 items-center gap-2">
        <span
          className="truncate font-mono"
          title={`${row.exchange.purpose}\n${row.host}${row.path}`}
        >
          {row.path}
          {row.hasQuery && <span className="text-ink-3">?…</span>}
        </span>
        {row.marks.map((mark) => (
          <Tag key={mark}>{mark}</Tag>
        ))}
      </span>
      <span
        role="gridcell"
        className={`truncate font-mono font-medium ${STATUSES[row.statusKind]}`}
      >
        {row.status}
      </span>
      <span role="gridcell" className="text-meta text-ink-3 text-right font-mono max-md:hidden">
        {row.duration !== null && toDuration(row.duration)}
      </span>
      <span role="gridcell" className="relative h-7 max-md:hidden">
        {row.kind === 'exchange' && (
          <Bar
            row={row}
            scale={scale}
            now={now}
            fill={row.worst === 'error' && row.status === 'unread' ? 'bg-error' : party.fill}
          />
        )}
      </span>
    </div>
  )
}

const METHODS: { readonly [method: string]: string } = { OPTIONS: 'OPT', DELETE: 'DEL' }

function Bar({
  row,
  scale,
  now,
  fill,
}: {
  row: ExchangeRow
  scale: TimeScale
  now: number
  fill: string
}) {
  const { exchange } = row
  const from = scale.place(exchange.startedAt)
  const to = scale.place(endedAt(exchange) ?? now)
  const person = exchange.via === 'navigation'
  return (
    <span
      className={`absolute top-2.5 h-2 rounded-xs forced-color-adjust-none ${person ? 'border-person bg-person/25 border-y' : fill} ${row.quiet ? 'opacity-40' : ''}`}
      style={{ left: `${from * 100}%`, width: `max(3px, ${(to - from) * 100}%)` }}
    />
  )
}
