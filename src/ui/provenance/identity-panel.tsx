import type { ExchangeId, RunDocument } from '../../protocol/index.ts'
import { findDifference } from '../parts/difference.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { Tag } from '../parts/tag.tsx'
import { type IdentityGroup, type IdentityRow, toIdentity } from './identity-rows.ts'

type IdentityPanelProps = {
  readonly document: RunDocument
  readonly onExchange: (exchange: ExchangeId) => void
  readonly onFinding: (rule: string) => void
}

/** Who everybody said they are, place by place, with each character that differs marked. */
export function IdentityPanel({ document, onExchange, onFinding }: IdentityPanelProps) {
  return (
    <div className="h-full overflow-auto p-4">
      <h2 className="sr-only">Identity</h2>
      <p className="text-ink-2 max-w-[88ch] pb-4">
        Clients compare these character by character. Each is held against the one that it has to
        match.
      </p>
      <div className="flex flex-col gap-6">
        {toIdentity(document).map((group) => (
          <Group key={group.title} group={group} onExchange={onExchange} onFinding={onFinding} />
        ))}
      </div>
    </div>
  )
}

type GroupProps = {
  readonly group: IdentityGroup
  readonly onExchange: (exchange: ExchangeId) => void
  readonly onFinding: (rule: string) => void
}

function Group({ group, onExchange, onFinding }: GroupProps) {
  return (
    <section aria-label={group.title}>
      <h3 className="pb-1 font-medium">{group.title}</h3>
      <ul>
        {group.rows.map((row, index) => (
          <li
            key={index}
            className="border-line grid gap-x-4 border-b py-1.5 last:border-0 md:grid-cols-[minmax(0,240px)_minmax(0,1fr)_auto]"
          >
            <span className="text-row text-ink-2">{row.where}</span>
            <Value row={row} />
            <span className="flex gap-x-4 justify-self-start md:justify-self-end">
              {row.rule !== null && <FindingJump row={row} rule={row.rule} onFinding={onFinding} />}
              {row.exchange !== null && <Jump row={row} onExchange={onExchange} />}
            </span>
          </li>
        ))}
      </ul>
      {group.unseen.length > 0 && (
        <p className="text-row text-ink-3 pt-1">Not seen in this run: {group.unseen.join('; ')}.</p>
      )}
    </section>
  )
}

function Value({ row: { value, differs } }: { readonly row: IdentityRow }) {
  if (differs === null) return <span className="font-mono wrap-anywhere">{value}</span>
  return (
    <span className="font-mono wrap-anywhere">
      <MarkedText stretches={findDifference(differs.from, value).right} tone="warning" />{' '}
      <Tag tone="warning">differs: {differs.in}</Tag>
      <span className="text-row text-ink-3 block font-sans">
        held against <span className="font-mono">{differs.from}</span>
      </span>
    </span>
  )
}

type FindingJumpProps = {
  readonly row: IdentityRow
  readonly rule: string
  readonly onFinding: GroupProps['onFinding']
}

function FindingJump({ row, rule, onFinding }: FindingJumpProps) {
  return (
    <button
      type="button"
      aria-label={`${rule}, the finding about ${row.where}`}
      onClick={() => onFinding(rule)}
      className="text-accent text-row min-h-6 hover:underline"
    >
      {rule}
    </button>
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
