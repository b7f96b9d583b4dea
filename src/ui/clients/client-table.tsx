import { type DocumentClient, type ExchangeId, isStale } from '../../protocol/index.ts'
import { Tag } from '../parts/tag.tsx'
import type { ClientOrder } from './client-rows.ts'

type ClientTableProps = {
  readonly rows: readonly DocumentClient[]
  /** When the run was made, in epoch milliseconds: what is old is old as of then. */
  readonly at: number
  readonly order: ClientOrder
  readonly onOrder: (order: ClientOrder) => void
  readonly onExchange: (exchange: ExchangeId) => void
}

const HEADS = [
  { order: 'verdict', label: 'Verdict' },
  { order: 'name', label: 'Client' },
  { order: 'step', label: 'Stops at' },
  { order: 'seen', label: 'Known as of' },
] as const satisfies readonly { order: ClientOrder; label: string }[]

const TONES = { works: 'pass', fails: 'error', unknown: 'plain' } as const

/** The clients against this server, a row each; a head puts the rows in its order. */
export function ClientTable({ rows, at, order, onOrder, onExchange }: ClientTableProps) {
  return (
    <table aria-label="Clients" className="w-full border-collapse text-left max-md:block">
      <thead className="max-md:block">
        <tr className="border-line text-row border-b max-md:flex max-md:flex-wrap max-md:gap-x-4">
          {HEADS.map((head) => (
            <th
              key={head.order}
              scope="col"
              aria-sort={order === head.order ? 'ascending' : undefined}
              className="py-1 pr-4 font-medium"
            >
              <button
                type="button"
                onClick={() => onOrder(head.order)}
                className={`inline-flex min-h-6 items-center gap-1 whitespace-nowrap ${order === head.order ? 'text-ink' : 'text-ink-3 hover:text-ink'}`}
              >
                {head.label}
                <span aria-hidden="true">{order === head.order ? '▾' : ''}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((client) => (
          <Row key={client.id} client={client} at={at} onExchange={onExchange} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Pick<ClientTableProps, 'at' | 'onExchange'> & { readonly client: DocumentClient }

function Row({ client, at, onExchange }: RowProps) {
  const { verdict, name, step, why, flip, exchange, asOf, confidence, seenIn } = client
  return (
    <tr className="border-line border-b align-top last:border-0 max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-3 max-md:py-2">
      <td className="py-2 pr-3 max-md:py-0">
        <Tag tone={TONES[verdict]}>{verdict}</Tag>
      </td>
      <th
        scope="row"
        className="w-full py-2 pr-4 font-normal max-md:order-last max-md:p-0 max-md:pt-1"
      >
        <span className="block font-medium">{name}</span>
        <span className="text-row text-ink-2 block max-w-[80ch] wrap-anywhere">
          {why}
          {exchange !== undefined && exchange !== null && (
            <>
              {' '}
              <button
                type="button"
                aria-label={`Show the exchange that decides for ${name}`}
                onClick={() => onExchange(exchange)}
                className="text-accent min-h-6 hover:underline"
              >
                Show
              </button>
            </>
          )}
        </span>
        {flip !== null && (
          <span className="text-row text-ink-3 block max-w-[80ch] wrap-anywhere">
            Would change it: {flip}
          </span>
        )}
      </th>
      <td className="text-row text-ink-2 py-2 pr-4 whitespace-nowrap max-md:py-0">
        {step ?? <span aria-label="nowhere">–</span>}
      </td>
      <td className="text-row text-ink-3 py-2 max-md:py-0">
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          {seenIn ?? asOf}
          {seenIn !== undefined && isStale(seenIn, at) && <Tag tone="warning">stale</Tag>}
        </span>
        <span className="block max-md:hidden">{toSource(confidence)}</span>
      </td>
    </tr>
  )
}

/** `vendor-docs+user-reports`, in words that may wrap. */
function toSource(confidence: string): string {
  return confidence.replaceAll('+', ', ').replaceAll('-', ' ')
}
