import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import { endpointOf } from '../../http/readability.ts'
import { needsPreflight, unsafeHeaderNames } from '../../http/triage.ts'
import type { Run } from '../../run/run.ts'
import { isBlockedPort, isMixedContent } from '../net/browser-limits.ts'
import { type Answered, followersOf } from '../record.ts'
import { allowedOrigin, allowsMethod, headersNotAllowed, mayRead } from './cors-headers.ts'

/**
 * Why a page got no answer to a request, as far as experiments show. A browser itself never tells.
 * `seen` is the exchange that proves it.
 */
export type Blockage =
  /** Refused before anything left: a bad port, or http from an https page. */
  | { readonly kind: 'forbidden' }
  /** Nobody else got an answer either. */
  | { readonly kind: 'network'; readonly seen: Exchange }
  /** The same request is refused with 403 only when it names the page's origin. */
  | { readonly kind: 'origin-refused'; readonly seen: Answered }
  | { readonly kind: 'preflight-refused'; readonly seen: Answered }
  | { readonly kind: 'preflight-suspected'; readonly seen: Exchange }
  | { readonly kind: 'method-not-allowed'; readonly seen: Exchange; readonly method: string }
  | {
      readonly kind: 'headers-not-allowed'
      readonly seen: Exchange
      readonly names: readonly string[]
    }
  /** `allowed` is the origin that the answer names instead, if it names one. */
  | {
      readonly kind: 'answer-withheld'
      readonly seen: Exchange
      readonly allowed: string | undefined
    }
  /** Others get an answer, and its headers would allow the page to read it. */
  | { readonly kind: 'unexplained'; readonly seen: Exchange }

/** What the experiments after an unreadable direct exchange show; nothing when they show nothing. */
export function blockagesOf(run: Run, failed: Exchange): readonly Blockage[] {
  if (isBlockedPort(failed.request.url) || isMixedContent(run, failed.request.url)) {
    return [{ kind: 'forbidden' }]
  }
  const followers = followersOf(run, failed)
  const byRelay = followers.filter(({ via }) => via === 'relay')
  return byRelay.length > 0 ? seenByRelay(run, failed, byRelay) : seenByPage(run, failed, followers)
}

/** The origin of the page that asks. */
export function pageOrigin(run: Run): string {
  return URL.canParse(run.config.redirectUri) ? new URL(run.config.redirectUri).origin : 'null'
}

function seenByRelay(
  run: Run,
  failed: Exchange,
  relayed: readonly Exchange[],
): readonly Blockage[] {
  const preflight = toAnswered(relayed.find(isPreflight))
  const repeated = toAnswered(relayed.find(namesOrigin))
  const plain = toAnswered(relayed.find((exchange) => exchange.diagnostic === undefined))
  const [first] = relayed
  if (!preflight && !repeated && !plain) {
    const isOver = relayed.every(({ outcome }) => outcome.kind === 'unreadable')
    return isOver && first ? [{ kind: 'network', seen: first }] : []
  }
  if (repeated?.answer.status === 403 && plain && plain.answer.status !== 403) {
    return [{ kind: 'origin-refused', seen: repeated }]
  }
  const faults = [
    ...(preflight ? preflightFaults(run, failed, preflight) : []),
    ...(repeated && !allowsPage(run, repeated) ? [withheld(repeated)] : []),
  ]
  if (faults.length > 0) return faults
  if (repeated) return [{ kind: 'unexplained', seen: repeated.exchange }]
  // A request that may not be made twice is not repeated: the preflight permits it, and still there was no answer.
  const isOnce = preflight && !plain && !relayed.some(namesOrigin)
  return isOnce ? [{ kind: 'answer-withheld', seen: failed, allowed: undefined }] : []
}

function preflightFaults(run: Run, failed: Exchange, preflight: Answered): readonly Blockage[] {
  const { status, headers } = preflight.answer
  const seen = preflight.exchange
  if (status < 200 || status > 299) return [{ kind: 'preflight-refused', seen: preflight }]
  if (!allowsPage(run, preflight)) return [withheld(preflight)]
  const { method } = failed.request
  if (!allowsMethod(headers, method)) return [{ kind: 'method-not-allowed', seen, method }]
  const names = headersNotAllowed(headers, unsafeHeaderNames(failed.request.headers))
  return names.length > 0 ? [{ kind: 'headers-not-allowed', seen, names }] : []
}

/** Without a relay: a `no-cors` request shows whether the host answers, a simple one whether answers can be read. */
function seenByPage(
  run: Run,
  failed: Exchange,
  followers: readonly Exchange[],
): readonly Blockage[] {
  const triage = followers.filter(({ diagnostic }) => diagnostic === 'triage')
  const readable = triage.find(({ outcome }) => outcome.kind === 'response')
  if (readable) return [suspicion(run, failed, readable)]
  const opaque = triage.find(({ outcome }) => outcome.kind === 'opaque')
  if (opaque) return [{ kind: 'answer-withheld', seen: opaque, allowed: undefined }]
  const [first] = triage
  const isOver = triage.every(({ outcome }) => outcome.kind === 'unreadable')
  return first && isOver ? [{ kind: 'network', seen: first }] : []
}

/** What a request that could not be read has, and one to the same endpoint that could be read has not. */
function suspicion(run: Run, failed: Exchange, readable: Exchange): Blockage {
  const { method, headers, url } = failed.request
  if (!needsPreflight(method, headers)) return { kind: 'unexplained', seen: readable }
  const known = run.exchanges.filter(
    (exchange) =>
      exchange.via === 'direct' &&
      exchange.diagnostic === undefined &&
      answerOf(exchange) !== undefined &&
      endpointOf(exchange.request.url) === endpointOf(url) &&
      needsPreflight(exchange.request.method, exchange.request.headers),
  )
  const [allowed] = known
  if (!allowed) return { kind: 'preflight-suspected', seen: readable }
  const permitted = new Set(known.flatMap(({ request }) => unsafeHeaderNames(request.headers)))
  const names = unsafeHeaderNames(headers).filter((name) => !permitted.has(name))
  if (names.length > 0) return { kind: 'headers-not-allowed', seen: allowed, names }
  return known.some(({ request }) => request.method === method)
    ? { kind: 'preflight-suspected', seen: readable }
    : { kind: 'method-not-allowed', seen: allowed, method }
}

function withheld(seen: Answered): Blockage {
  return {
    kind: 'answer-withheld',
    seen: seen.exchange,
    allowed: allowedOrigin(seen.answer.headers),
  }
}

function allowsPage(run: Run, { exchange, answer }: Answered): boolean {
  const origin = findHeader(exchange.request.headers, 'origin') ?? pageOrigin(run)
  return mayRead(answer.headers, origin)
}

function isPreflight({ diagnostic, request }: Exchange): boolean {
  return diagnostic === 'triage' && request.method === 'OPTIONS'
}

function namesOrigin({ diagnostic, request }: Exchange): boolean {
  return diagnostic === 'triage' && request.method !== 'OPTIONS'
}

function toAnswered(exchange: Exchange | undefined): Answered | undefined {
  const answer = answerOf(exchange)
  return exchange && answer && { exchange, answer }
}
