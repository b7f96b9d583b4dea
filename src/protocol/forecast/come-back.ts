import type { RunEvent } from '../run/events.ts'
import type { AuthorizationFact } from '../run/facts.ts'
import type { Run } from '../run/run.ts'

type Arrival = Extract<RunEvent, { type: 'callback-arrived' }>

/**
 * What would come back to a client's authorization request, by the answer that the run had to a request like it; or,
 * in words, the request that the run never made.
 */
export function comeBack(recorded: Run, walked: Run): Arrival | string {
  const asked = walked.facts.authorization
  if (!asked) return 'an authorization request'
  const like = findLike(recorded, walked, asked)
  if (!like) return `an authorization request ${describe(asked)}`
  const url = answerTo(recorded, like)
  if (url === undefined) return `the answer to an authorization request ${describe(asked)}`
  if (isRefused(url) && isOtherKind(recorded, walked)) {
    return `an authorization request as ${kindOf(walked) ?? 'this client'}`
  }
  return {
    type: 'callback-arrived',
    at: walked.endedAt,
    by: 'same-tab',
    url: withState(url, like, asked),
  }
}

/** One for the same scopes; else one for more, unless the run shows that the server tells more from less. */
function findLike(
  { authorizations }: Run,
  walked: Run,
  asked: AuthorizationFact,
): AuthorizationFact | undefined {
  const there = authorizations.filter(
    ({ url, resource }) => endpointOf(url) === endpointOf(asked.url) && resource === asked.resource,
  )
  const same = there.findLast(({ scope }) => isSame(scope, asked.scope))
  if (same || there.some(({ scope }) => !isSame(scope, there[0]?.scope ?? null))) return same
  return there.findLast(({ scope }) => isGrantedLike(scope, asked.scope, walked))
}

function isSame(one: string | null, other: string | null): boolean {
  const [first, second] = [scopesIn(one), scopesIn(other)]
  if (first.size === 0 || second.size === 0) return one === other
  return first.size === second.size && [...first].every((scope) => second.has(scope))
}

/**
 * The same scopes; or fewer than were granted, as long as what the challenge demands is among them. `offline_access`
 * decides only on refresh tokens.
 */
function isGrantedLike(recorded: string | null, asked: string | null, { facts }: Run): boolean {
  const [granted, wanted] = [scopesIn(recorded), scopesIn(asked)]
  if (granted.size === 0 || wanted.size === 0) return recorded === asked
  if ([...wanted].some((scope) => !granted.has(scope))) return false
  const demanded = facts.challenge?.scope
  return demanded === undefined
    ? wanted.size === granted.size
    : [...scopesIn(demanded)].every((scope) => wanted.has(scope))
}

function scopesIn(text: string | null): ReadonlySet<string> {
  const scopes = (text ?? '').split(' ').filter((scope) => scope !== '')
  return new Set(scopes.filter((scope) => scope !== 'offline_access'))
}

function answerTo({ exchanges }: Run, { state }: AuthorizationFact): string | undefined {
  const arrivals = exchanges.filter(({ step, via }) => step === 'callback' && via === 'navigation')
  const own = arrivals.find(({ request }) => stateIn(request.url) === state)
  return (own ?? (arrivals.length === 1 ? arrivals[0] : undefined))?.request.url
}

function withState(url: string, like: AuthorizationFact, asked: AuthorizationFact): string {
  if (stateIn(url) !== like.state) return url
  const changed = new URL(url)
  changed.searchParams.set('state', asked.state)
  return changed.href
}

function stateIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).searchParams.get('state') : null
}

function isRefused(url: string): boolean {
  return URL.canParse(url) && new URL(url).searchParams.has('error')
}

function isOtherKind(recorded: Run, walked: Run): boolean {
  return recorded.facts.clientIdentity?.kind !== walked.facts.clientIdentity?.kind
}

function kindOf({ facts }: Run): string | undefined {
  return facts.clientIdentity?.kind
}

function describe({ url, scope, resource }: AuthorizationFact): string {
  const asks = scope === null ? 'without scope' : `with scope=${scope === '' ? ' (empty)' : scope}`
  const about = resource === undefined ? ' and without resource' : ` for ${resource}`
  return `to ${endpointOf(url)} ${asks}${about}`
}

function endpointOf(url: string): string {
  return url.split('?', 1)[0] ?? url
}
