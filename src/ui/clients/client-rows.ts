import { type DocumentClient, STEP_IDS } from '../../protocol/index.ts'

/** What the rows can be put in order by. */
export type ClientOrder = 'verdict' | 'name' | 'step' | 'seen'

/** Which rows to show. */
export type ClientFilter = 'all' | DocumentClient['verdict']

/** How many clients of each verdict there are. */
export type ClientCounts = { readonly [verdict in DocumentClient['verdict']]: number }

const TURNS = { fails: 0, unknown: 1, works: 2 } as const

export function countClients(clients: readonly DocumentClient[]): ClientCounts {
  const count = (verdict: DocumentClient['verdict']): number =>
    clients.filter((client) => client.verdict === verdict).length
  return { works: count('works'), fails: count('fails'), unknown: count('unknown') }
}

/** The rows that the filter leaves, in that order; of equals the name decides. */
export function toClientRows(
  clients: readonly DocumentClient[],
  order: ClientOrder,
  filter: ClientFilter,
): readonly DocumentClient[] {
  return clients
    .filter(({ verdict }) => filter === 'all' || verdict === filter)
    .toSorted(
      (first, second) =>
        compareBy(order, first, second) || first.name.localeCompare(second.name, 'en'),
    )
}

function compareBy(order: ClientOrder, first: DocumentClient, second: DocumentClient): number {
  switch (order) {
    case 'verdict':
      return TURNS[first.verdict] - TURNS[second.verdict]
    case 'name':
      return 0
    case 'step':
      return toTurn(first) - toTurn(second)
    case 'seen':
      return (second.seenIn ?? '').localeCompare(first.seenIn ?? '')
  }
}

/** The earlier a client stops, the earlier its row; who stops nowhere comes last. */
function toTurn({ step }: DocumentClient): number {
  return step === null ? STEP_IDS.length : STEP_IDS.indexOf(step)
}
