import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import type { StepContext } from '../../run/step.ts'
import { type QuietRequest, authorizationAsk, quietRequest } from './authorization-ask.ts'
import type { Probing } from './probing.ts'

/** A code that nobody had to consent to, with what belongs to it. */
export type QuietCode = { readonly code: string } & QuietRequest

/** What an authorization request without a person brings. */
export type QuietAnswer =
  | ({ readonly kind: 'code' } & QuietCode)
  /** It asks a person: to sign in, to consent. */
  | { readonly kind: 'asks'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Asks for a code without a person: an authorization server that consents by itself gives one. These requests stand
 * beside those of the walk and do not count against their number.
 */
export async function authorizeQuietly(
  probing: Probing,
  context: StepContext = probing.context,
): Promise<QuietAnswer> {
  const request = await quietRequest(context)
  const exchange = await probing.aid('authorization', authorizationAsk(request.url))
  const answer = answerOf(exchange)
  if (!answer) return { kind: 'refused', why: 'the authorization endpoint gave no readable answer' }
  if (answer.status >= 400) {
    return { kind: 'refused', why: `the authorization endpoint answered with ${answer.status}` }
  }
  const target = targetOf(exchange)
  if (!target?.href.startsWith(request.redirectUri)) {
    const why = 'the authorization server asks a person first, and you are not asked for a probe'
    return { kind: 'asks', why }
  }
  const code = target.searchParams.get('code')
  if (code !== null && target.searchParams.get('state') === request.state) {
    return { kind: 'code', code, ...request }
  }
  const error = target.searchParams.get('error') ?? 'no code'
  return { kind: 'refused', why: `the authorization endpoint answered with ${error}` }
}

function targetOf(exchange: Exchange): URL | undefined {
  const location = findHeader(answerOf(exchange)?.headers ?? [], 'Location')
  const base = exchange.request.url
  return location !== undefined && URL.canParse(location, base)
    ? new URL(location, base)
    : undefined
}
