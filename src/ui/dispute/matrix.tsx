import type { Controls } from '../controls.ts'
import { Tag } from '../parts/tag.tsx'
import { CLIENTS, SERVERS, type Side } from './cases.ts'
import { type CellWords, toCellWords } from './cell-words.ts'

/** Every client against every server, each walked now and inside this page. */
export function Matrix({ controls }: { readonly controls: Controls }) {
  return (
    <table
      aria-label="Four servers, four clients"
      className="border-line bg-surface w-full table-fixed border-collapse rounded-xl border text-left max-lg:block"
    >
      <thead className="max-lg:sr-only">
        <tr className="border-line border-b align-top">
          <th scope="col" className="text-row text-ink-3 w-46 p-3 font-medium">
            Server
          </th>
          {CLIENTS.map(({ id, name, about }) => (
            <th key={id} scope="col" className="border-line border-l p-3 font-medium">
              {name}
              <span className="text-row text-ink-3 block font-normal">{about}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {SERVERS.map((server) => (
          <tr key={server.id} className="border-line border-b align-top last:border-0 max-lg:block">
            <th scope="row" className="p-3 font-medium max-lg:block">
              {server.name}
              <span className="text-row text-ink-3 block font-normal">{server.about}</span>
            </th>
            {CLIENTS.map((client) => (
              <td
                key={client.id}
                className="border-line border-l p-3 max-lg:grid max-lg:grid-cols-[8.5rem_minmax(0,1fr)] max-lg:gap-3 max-lg:border-t max-lg:border-l-0 max-lg:py-2"
              >
                <span className="text-row text-ink-2 lg:hidden">{client.name}</span>
                <Cell controls={controls} server={server} client={client} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = {
  readonly controls: Controls
  readonly server: Side
  readonly client: Side
}

function Cell({ controls, server, client }: CellProps) {
  const practised = controls.usePractised(server.id, client.id)
  if (practised.kind === 'failed')
    return <p className="text-row text-error">Could not be walked: {practised.says}</p>
  if (practised.kind === 'walking') return <p className="text-row text-ink-3">Walking…</p>
  const { document } = practised
  const query = new URLSearchParams({
    server: document.config.server,
    client: client.id,
    autorun: '1',
  })
  return (
    <div className="flex flex-col items-start gap-1">
      <Words words={toCellWords(document)} />
      <a
        href={`?${query.toString()}`}
        aria-label={`Open the run of ${client.name} at ${server.name}`}
        className="text-row inline-flex min-h-6 items-center"
      >
        Open the run
      </a>
    </div>
  )
}

function Words({ words }: { readonly words: CellWords }) {
  const { getsIn, at, says, line } = words
  return (
    <>
      <Tag tone={getsIn ? 'pass' : 'error'}>{getsIn ? 'gets in' : `stops at ${at}`}</Tag>
      <p className="text-row text-ink-2 wrap-anywhere">{line}</p>
      {!getsIn && (
        <details className="text-row text-ink-2">
          <summary className="text-accent inline-flex min-h-6 items-center">Why</summary>
          <p className="wrap-anywhere">{says}</p>
        </details>
      )}
    </>
  )
}
