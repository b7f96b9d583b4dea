import { type DocumentClient, toClientChanges } from '../../protocol/index.ts'
import { Tag } from '../parts/tag.tsx'

/** What the server's owner can change, the change that lets most clients in first. */
export function Changes({ clients }: { readonly clients: readonly DocumentClient[] }) {
  const changes = toClientChanges(clients)
  if (changes.length === 0) return null
  return (
    <section aria-label="Changes that let clients in" className="pb-4">
      <h3 className="text-row text-ink-3 pb-1 font-medium">What lets clients in</h3>
      <ul className="flex flex-col gap-2">
        {changes.map(({ change, names }) => (
          <li key={change} className="grid gap-x-3 sm:grid-cols-[104px_minmax(0,1fr)]">
            <span>
              <Tag tone="pass">{`${names.length} more ${names.length === 1 ? 'client' : 'clients'}`}</Tag>
            </span>
            <span className="max-w-[88ch] wrap-anywhere">
              {change}
              <span className="text-row text-ink-3 block">{names.join(', ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
