import type { ReactNode } from 'react'

export type KeyValue = {
  readonly key: string
  readonly value: ReactNode
  /** A sentence under the value. */
  readonly note?: ReactNode
}

/** Names and values as they were on the wire, with room for a word about each. */
export function KeyValues({ entries }: { entries: readonly KeyValue[] }) {
  return (
    <dl className="grid grid-cols-[minmax(96px,150px)_minmax(0,1fr)] gap-x-3 gap-y-1">
      {entries.map((entry, index) => (
        // Names may come twice, so the place is the only key there is.
        <div key={`${index}-${entry.key}`} className="contents">
          <dt className="text-row text-ink-3 font-mono wrap-anywhere">{entry.key}</dt>
          <dd className="min-w-0">
            <span className="text-row font-mono wrap-anywhere whitespace-pre-wrap">
              {entry.value}
            </span>
            {entry.note !== undefined && <p className="text-row text-ink-3">{entry.note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
