import type { Exchange } from '../../http/exchange.ts'
import type { Run } from '../../run/run.ts'
import { blockagesOf } from './blockage.ts'
import { directTo } from './withheld.ts'

/**
 * A token request of a confidential client whose answer the page may not read, although the host is up. No check can be
 * made in such a client's name beforehand: oidc-provider, for one, lets pages read what public clients get, and no more.
 */
export function withheldFromClient(run: Run): Exchange | undefined {
  const { clientIdentity } = run.facts
  if (clientIdentity === undefined || clientIdentity.authentication === 'none') return undefined
  return directTo(run, 'endpoint').findLast(
    (exchange) =>
      exchange.diagnostic === undefined &&
      exchange.step !== 'registration' &&
      exchange.outcome.kind === 'unreadable' &&
      blockagesOf(run, exchange).some(({ kind }) => kind !== 'network' && kind !== 'forbidden'),
  )
}
