import { type Exchange, type ResponseOutcome, answerOf, findHeader } from '../../http/exchange.ts'
import { stringsMember } from '../../http/json.ts'
import type { StepResult } from '../../run/events.ts'
import type { ChallengeFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { parseHttpUrl } from '../../spec/locations.ts'
import { toChallengeFact } from '../discovery/challenge-reading.ts'
import { documentAsk, lookUp } from '../discovery/document-lookup.ts'
import { splitScopes } from '../scope.ts'
import { askByRelay } from './by-relay.ts'
import { carriedToken } from './mcp-request.ts'

/**
 * What a 401 or 403 in the middle of the use means: authorize now (a server that authenticates late), authorize at
 * another server (its metadata changed), ask for more scopes, or nothing that a client can do.
 */
export async function settleRefusal(
  context: StepContext,
  exchange: Exchange,
): Promise<StepResult | undefined> {
  const answer = answerOf(exchange)
  if (answer?.status === 401) return on401(context, exchange, answer)
  if (answer?.status === 403) return on403(context, exchange, answer)
  return undefined
}

/**
 * A refusal in which the page sees no challenge, asked again through the relay: the challenge may be hidden, or the
 * refusal is meant for the Origin. Only for requests that may be made twice.
 */
export async function askForReason(context: StepContext, exchange: Exchange): Promise<Exchange> {
  const answer = answerOf(exchange)
  const isRefused = answer?.status === 401 || answer?.status === 403
  if (!isRefused || answer.headersComplete || exchange.via === 'relay') return exchange
  if (!context.wire.canRelay || findHeader(answer.headers, 'WWW-Authenticate')) return exchange
  const again = await askByRelay(context, exchange, 'Asked again, to see why it was refused')
  return answerOf(again) ? again : exchange
}

async function on401(
  context: StepContext,
  exchange: Exchange,
  answer: ResponseOutcome,
): Promise<StepResult> {
  const challenge = toChallengeFact(context, exchange, answer)
  if (!carriedToken(exchange)) {
    return {
      kind: 'back',
      to: 'resource-metadata',
      why: 'the server asks for a token only now',
      facts: { challenge },
    }
  }
  if (mayRefresh(context)) {
    const why = 'the access token has expired'
    context.decide({ exchange: exchange.id, says: 'Refreshes the token', why })
    return { kind: 'back', to: 'refresh', why, facts: {} }
  }
  const moved = await findNewIssuer(context, exchange, challenge)
  if (moved !== undefined) {
    const why = `the resource metadata now names ${moved} as authorization server`
    context.decide({
      exchange: exchange.id,
      says: 'Discovers and registers anew',
      why,
      spec: 'mcp-binding-2026-07-28',
    })
    return { kind: 'back', to: 'resource-metadata', why, facts: { challenge } }
  }
  return {
    kind: 'failed',
    error: {
      code: 'token-rejected',
      message: `The server answered 401 to a token that was just issued${challenge.error === undefined ? '' : ` (${challenge.error})`}.`,
      exchange: exchange.id,
    },
    facts: {},
  }
}

/** A run that was taken up again later may hold a token that was good once. One refresh a walk is silent. */
function mayRefresh(context: StepContext): boolean {
  const { tokens, refresh } = context.run.facts
  if (tokens?.refreshToken === undefined || refresh) return false
  return tokens.expiresAt !== undefined && tokens.expiresAt <= context.now()
}

/** RFC 9728 section 5.2: a new challenge is a reason to fetch the metadata again; the authorization server may have changed. */
async function findNewIssuer(
  context: StepContext,
  exchange: Exchange,
  challenge: ChallengeFact,
): Promise<string | undefined> {
  const { issuer, resourceMetadata } = context.run.facts
  const url = challenge.resourceMetadata ?? resourceMetadata?.found?.url
  if (!context.policy.rediscovers) return undefined
  if (!issuer || issuer.from === 'person' || url === undefined || !parseHttpUrl(url))
    return undefined
  const purpose = 'Resource metadata again, as the server challenged anew'
  const { document } = await lookUp(
    context,
    documentAsk({ step: exchange.step, purpose, to: 'server', url }),
  )
  const named = stringsMember(document, 'authorization_servers') ?? []
  return named.includes(issuer.issuer) ? undefined : named[0]
}

function on403(context: StepContext, exchange: Exchange, answer: ResponseOutcome): StepResult {
  const challenge = toChallengeFact(context, exchange, answer)
  const missing = challenge.error === 'insufficient_scope'
  const canAsk = context.policy.stepUp !== 'none' && context.config.grant === 'authorization_code'
  if (missing && canAsk && carriedToken(exchange) && bringsNews(context, challenge)) {
    return {
      kind: 'back',
      to: 'step-up',
      why:
        challenge.scope === undefined
          ? 'the server wants more scopes'
          : `the server wants ${challenge.scope}`,
      facts: { stepUp: { exchange: exchange.id, challenged: challenge.scope ?? null } },
    }
  }
  const told = challenge.error === undefined ? '' : ` with ${challenge.error}`
  return {
    kind: 'failed',
    error: {
      code: 'insufficient-scope',
      message: `The server answered 403${told}${challenge.scope === undefined ? '' : `, naming ${challenge.scope}`}.`,
      exchange: exchange.id,
    },
    facts: {},
  }
}

/** Asking again for what was already granted cannot help; the limit on authorization requests ends the rest. */
function bringsNews(context: StepContext, challenge: ChallengeFact): boolean {
  const { authorizations } = context.run
  if (authorizations.length >= context.policy.authorizationRequests) return true
  return challenge.scope !== undefined && splitScopes(challenge.scope).length > 0
}
