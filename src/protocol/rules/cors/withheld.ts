import type { Exchange, StepId } from '../../http/exchange.ts'
import { answerOf } from '../../http/exchange.ts'
import { endpointOf } from '../../http/readability.ts'
import type { Evidence, Paste } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader, inOutcome } from '../evidence.ts'
import { endFirst } from '../record.ts'
import { type Blockage, blockagesOf } from './blockage.ts'

/** What a request was for: CORS rules are told apart by it. */
export type Target = 'mcp' | 'metadata' | 'endpoint'

/** A direct request that a page got no answer to, and why. */
export type Withheld = { readonly exchange: Exchange; readonly blockage: Blockage }

const METADATA_STEPS: readonly StepId[] = ['resource-metadata', 'server-metadata']
const ENDPOINT_STEPS: readonly StepId[] = ['registration', 'token', 'refresh', 'revoke']

/** What a request was for. */
export function targetOf(exchange: Exchange): Target {
  if (exchange.diagnostic === 'readable' || ENDPOINT_STEPS.includes(exchange.step))
    return 'endpoint'
  const isMetadata =
    METADATA_STEPS.includes(exchange.step) || exchange.request.url.includes('/.well-known/')
  return isMetadata ? 'metadata' : 'mcp'
}

/** The direct requests of a walk to one kind of target: no experiments, nothing asked ahead in vain. */
export function directTo(run: Run, target: Target): readonly Exchange[] {
  return run.exchanges.filter(
    (exchange) =>
      exchange.via === 'direct' &&
      exchange.to !== 'page' &&
      exchange.diagnostic !== 'triage' &&
      exchange.diagnostic !== 'survey' &&
      exchange.diagnostic !== 'probe' &&
      exchange.ahead?.used !== false &&
      targetOf(exchange) === target,
  )
}

/** Those of them that a page got no answer to, and why. */
export function withheldFrom(run: Run, target: Target): readonly Withheld[] {
  const unreadable = directTo(run, target).filter(
    ({ outcome, diagnostic }) => outcome.kind === 'unreadable' && diagnostic === undefined,
  )
  return endFirst(run, unreadable).flatMap((exchange) =>
    blockagesOf(run, exchange).map((blockage) => ({ exchange, blockage })),
  )
}

/** True when a page could read at least one answer. */
export function wasReadable(exchanges: readonly Exchange[]): boolean {
  return exchanges.some((exchange) => answerOf(exchange) !== undefined)
}

/** The direct request itself, and the experiment that shows why it failed. */
export function proofOf(
  exchange: Exchange,
  seen: Exchange,
  header?: string,
): readonly [Evidence, ...Evidence[]] {
  if (seen.id === exchange.id) return [inOutcome(exchange.id)]
  const shown =
    header !== undefined && answerOf(seen) ? inHeader(seen.id, header) : inOutcome(seen.id)
  return [inOutcome(exchange.id), shown]
}

/** The address without its query, for a sentence. */
export function shownAddress(exchange: Exchange): string {
  return endpointOf(exchange.request.url)
}

/** How every one of these sentences ends: the truth about who is concerned. */
export const NATIVE = 'this breaks no MCP rule, and native clients are not concerned.'

/** The CORS headers of an MCP endpoint, for its answers and for its preflights. */
export const MCP_HEADERS: Paste = {
  title:
    'Headers of every answer of the MCP endpoint, errors included; OPTIONS answered before authentication',
  text: [
    'Access-Control-Allow-Origin: *',
    'Access-Control-Allow-Methods: GET, POST, DELETE, OPTIONS',
    'Access-Control-Allow-Headers: Authorization, Content-Type, MCP-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name, Last-Event-ID',
    'Access-Control-Expose-Headers: WWW-Authenticate, Mcp-Session-Id',
    'Access-Control-Max-Age: 7200',
  ].join('\n'),
}
