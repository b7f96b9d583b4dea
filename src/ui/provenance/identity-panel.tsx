import type { ExchangeId, RunDocument } from '../../protocol/index.ts'
import { findDifference } from '../parts/difference.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { Tag } from '../parts/tag.tsx'
import { type IdentityGroup, type IdentityRow, toIdentity } from './identity-rows.ts'

type IdentityPanelProps = {
  readonly document: RunDocument
  readonly onExchange: (exchange: ExchangeId) => void
}

/** Who everybody said they are, place by place, with each character that differs marked. */
export function IdentityPanel({ document, onExchange }: IdentityPanelProps) {
  return (
    <div className="h-full overflow-auto p-4">
      <h2 className="sr-only">Identity</h2>
      <p className="text-ink-2 max-w-[88ch] pb-4">
        Clients compare these character by character. Each is held against the first of its group.
      </p>
      <div className="flex flex-col gap-6">
        {toIdentity(document).map((group) => (
          <Group key={group.title} group={group} onExchange={onExchange} />
        ))}
      </div>
    </div>
  )
}

type GroupProps = {
  readonly group: IdentityGroup
  readonly onExchange: (exchange: ExchangeId) => void
}

function Group({ group, onExchange }: GroupProps) {
  const [first] = group.rows
  return (
    <section aria-label={group.title}>
      <h3 className="pb-1 font-medium">{group.title}</h3>
      <ul>
        {first !== undefined &&
          group.rows.map((row, index) => (
            <li
              key={index}
              className="border-line grid gap-x-4 border-b py-1.5 last:border-0 md:grid-cols-[minmax(0,240px)_minmax(0,1fr)_auto]"
            >
              <span className="text-row text-ink-2">{row.where}</span>
              <Value row={row} first={first} />
              {row.exchange !== null && <Jump row={row} onExchange={onExchange} />}
            </li>
          ))}
      </ul>
      {group.unseen.length > 0 && (
        <p className="text-row text-ink-3 pt-1">Not seen in this run: {group.unseen.join('; ')}.</p>
      )}
    </section>
  )
}

function Value({ row, first }: { readonly row: IdentityRow; readonly first: IdentityRow }) {
  if (row.differs === null) return <span className="font-mono wrap-anywhere">{row.value}</span>
  return (
    <span className="font-mono wrap-anywhere">
      <MarkedText stretches={findDifference(first.value, row.value).right} tone="warning" />{' '}
      <Tag tone="warning">differs: {row.differs}</Tag>
    </span>
  )
}

function Jump({
  row,
  onExchange,
}: {
  readonly row: IdentityRow
  readonly onExchange: GroupProps['onExchange']
}) {
  const { exchange } = row
  if (exchange === null) return null
  return (
    <button
      type="button"
      aria-label={`Show where ${row.where} was seen`}
      onClick={() => onExchange(exchange)}
      className="text-accent text-row min-h-6 justify-self-start hover:underline"
    >
      Show
    </button>
  )
}
