import type { Exchange } from '../../http/exchange.ts'
import { answerOf } from '../../http/exchange.ts'
import { endpointOf } from '../../http/readability.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { originIn } from '../addresses.ts'
import { inOutcome } from '../evidence.ts'
import { errorOf } from '../record.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { blockagesOf, pageOrigin } from './blockage.ts'
import { withheldFromClient } from './withheld-from-client.ts'
import { NATIVE, directTo, shownAddress, wasReadable } from './withheld.ts'

export const endpointsCanBeRead: Rule = {
  id: 'CORS-09',
  name: 'endpoints-can-be-read',
  title:
    'A page may read answers of the token and registration endpoints (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['oauth21-endpoint-cors', 'fetch-cors'],
  step: 'server-metadata',
  stops: true,
  culprit: 'browser',
  check(run) {
    const direct = directTo(run, 'endpoint')
    const unreadByClient = withheldFromClient(run)
    const closed =
      unreadByClient ??
      direct.findLast(
        (exchange) => exchange.outcome.kind === 'unreadable' && isClosed(direct, exchange),
      )
    if (closed === undefined) {
      const posts = direct.filter(({ request }) => request.method === 'POST')
      return wasReadable(posts)
        ? PASS
        : cannotTell('The page itself got no answer to a POST to these endpoints')
    }
    if (brokeForRelay(run, closed)) {
      return cannotTell(
        `${shownAddress(closed)} gave the relay no answer either, and to a relay no browser withholds any`,
      )
    }
    if (blockagesOf(run, closed).some(({ kind }) => kind === 'network')) {
      return cannotTell(
        `${shownAddress(closed)} gave no answer to a POST that needs no permission either`,
      )
    }
    if (!isHostUp(run, closed) && !wasHeldBack(run)) {
      return cannotTell(`Nothing shows whether ${originIn(closed.request.url)} answers at all`)
    }
    return fail({
      says: `A page at ${pageOrigin(run)} may not read answers of ${shownAddress(closed)}${unreadByClient ? forClient(run) : ': they lack Access-Control-Allow-Origin, or the preflight is refused, and a code or registration sent there would be lost'}; ${NATIVE}`,
      fix: 'Allow the origins of your clients at this endpoint, on errors too; many products take them from the redirect URIs or a list of web origins.',
      evidence: proofs(direct, closed),
      paste: {
        title: 'Headers of the endpoint, for answers and for OPTIONS',
        text: [
          `Access-Control-Allow-Origin: ${pageOrigin(run)}`,
          'Access-Control-Allow-Methods: POST, OPTIONS',
          'Access-Control-Allow-Headers: Content-Type, Authorization',
          'Vary: Origin',
        ].join('\n'),
      },
    })
  },
}

function forClient({ facts }: Run): string {
  const { clientId = '', authentication = '' } = facts.clientIdentity ?? {}
  return ` to the client ${clientId}, which authenticates by ${authentication}: what it sent is lost, and many products let pages read only what public clients get`
}

/** A readable answer to a POST shows that only other methods are closed; a readable GET says nothing of POST. */
function isClosed(direct: readonly Exchange[], exchange: Exchange): boolean {
  const readable = sameEndpoint(direct, exchange).filter((other) => answerOf(other) !== undefined)
  return !readable.some(
    ({ request }) => request.method === 'POST' || exchange.request.method !== 'POST',
  )
}

function sameEndpoint(direct: readonly Exchange[], exchange: Exchange): readonly Exchange[] {
  const endpoint = endpointOf(exchange.request.url)
  return direct.filter((other) => endpointOf(other.request.url) === endpoint)
}

function proofs(direct: readonly Exchange[], closed: Exchange) {
  const others = sameEndpoint(direct, closed).filter((other) => other.id !== closed.id)
  return [inOutcome(closed.id), ...others.map((other) => inOutcome(other.id))] as const
}

/** The host answered something to somebody: what the page lacks is permission, not the host. */
function isHostUp(run: Run, exchange: Exchange): boolean {
  const origin = originIn(exchange.request.url)
  return run.exchanges.some(
    (other) => originIn(other.request.url) === origin && answerOf(other) !== undefined,
  )
}

/** The relay is bound by no browser's policy: where it got nothing, the network is at fault. */
function brokeForRelay(run: Run, closed: Exchange): boolean {
  const endpoint = endpointOf(closed.request.url)
  const relayed = run.exchanges.filter(
    ({ via, request }) => via === 'relay' && endpointOf(request.url) === endpoint,
  )
  return relayed.length > 0 && !relayed.some((other) => answerOf(other) !== undefined)
}

function wasHeldBack(run: Run): boolean {
  return (['registration', 'token', 'refresh', 'revoke'] as const).some(
    (step) => errorOf(run, step)?.code === 'unsafe-to-send',
  )
}
