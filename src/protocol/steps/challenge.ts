import { type Exchange, type ResponseOutcome, answerOf } from '../http/exchange.ts'
import { readRpcAnswer } from '../http/json-rpc.ts'
import type { Ask } from '../http/wire.ts'
import type { StepResult } from '../run/events.ts'
import type { ChallengeFact, Facts } from '../run/facts.ts'
import type { Step, StepContext } from '../run/step.ts'
import { resourceMetadataAsks, serverMetadataAsks } from './discovery/ask-ahead.ts'
import { toChallengeFact } from './discovery/challenge-reading.ts'
import { readScopes } from './discovery/scope-reading.ts'
import { askByRelay } from './mcp/by-relay.ts'
import { mayBeRefusedPreflight, readEra, whyNotModern } from './mcp/era.ts'
import { initializeAsk, toolsListAsk } from './mcp/mcp-request.ts'
import { unanswered } from './unanswered.ts'

/**
 * First contact: an MCP request without a token (digest 2.1). While it is under way, the metadata at its computed
 * addresses is asked for.
 */
export const challenge: Step = {
  id: 'challenge',
  title: 'Challenge',
  needs: [],
  gives: ['challenge', 'earlyMetadata'],
  plan: 'asks the server without a token',
  async run(context) {
    for (const remark of context.remarks) context.decide(remark)
    const early = await readScopes(context)
    return withFacts(await contact(context), early)
  },
}

function withFacts(result: StepResult, facts: Partial<Facts>): StepResult {
  if ('facts' in result) return { ...result, facts: { ...result.facts, ...facts } }
  return facts.earlyMetadata ? { kind: 'done', says: result.why, facts } : result
}

/** The client's own first requests, in its order; only a POST carries a message. */
async function contact(context: StepContext): Promise<StepResult> {
  const probes = context.policy.discovery.filter((each) => each.purpose === 'probe')
  for (const { method } of probes) {
    if (method === 'POST') return firstMessage(context)
    const exchange = await context.wire.send(probeAsk(context, method))
    if (isChallenged(context, answerOf(exchange))) return challenged(context, exchange)
  }
  const why =
    probes.length > 0
      ? 'the answer tells this client nothing'
      : 'this client asks for metadata first'
  return { kind: 'skipped', why }
}

function probeAsk(context: StepContext, method: 'GET' | 'HEAD'): Ask {
  return {
    step: 'challenge',
    purpose: `First contact by ${method}, without a message`,
    to: 'server',
    method,
    url: context.config.server,
    headers: [
      ['Accept', 'application/json, text/event-stream'],
      ...(context.secrets.headers ?? []),
    ],
    repeatable: true,
  }
}

async function firstMessage(context: StepContext): Promise<StepResult> {
  const modern = context.policy.firstContact === 'modern'
  const first = modern
    ? {
        ...toolsListAsk(context, { era: 'modern' }),
        step: 'challenge' as const,
        purpose: 'First contact without a token',
      }
    : initializeAsk(context, {
        step: 'challenge',
        purpose: 'First contact without a token',
      })
  const sending = context.wire.send(first)
  for (const ask of resourceMetadataAsks(context)) context.wire.ahead(ask)
  for (const ask of serverMetadataAsks(context)) context.wire.ahead(ask)
  const exchange = await sending
  return modern && shouldTryInitialize(exchange)
    ? tryInitialize(context, exchange)
    : conclude(context, exchange, modern ? 'tools-list-1' : 'initialize-1')
}

/** A browser may have refused the modern headers; a legacy server answers 400, 404 or 405, or with its own error. */
function shouldTryInitialize(exchange: Exchange): boolean {
  if (mayBeRefusedPreflight(exchange)) return true
  const { kind } = readEra(exchange, 'tools-list-1')
  return kind === 'other-version' || (kind === 'legacy' && !isModernResult(exchange))
}

function isModernResult(exchange: Exchange): boolean {
  const answer = answerOf(exchange)
  return answer !== undefined && readRpcAnswer(answer, 'tools-list-1').kind === 'result'
}

async function tryInitialize(context: StepContext, modern: Exchange): Promise<StepResult> {
  const era = readEra(modern, 'tools-list-1')
  context.decide({
    exchange: modern.id,
    says: 'Asks again with initialize, as clients before 2026-07-28 do',
    why: whyNotModern(era),
    spec: 'mcp-versioning-2026-07-28',
  })
  const about = { step: 'challenge', purpose: 'First contact in the initialize era' } as const
  const spoken = era.kind === 'other-version' ? era.supported : []
  const exchange = await context.wire.send(initializeAsk(context, about, spoken))
  return conclude(context, exchange, 'initialize-1')
}

async function conclude(context: StepContext, exchange: Exchange, id: string): Promise<StepResult> {
  const answer = answerOf(exchange)
  if (!answer) return unanswered(exchange, 'The MCP server')
  if (isOriginPerhaps(context, exchange, answer)) return withoutOrigin(context, exchange, id)
  if (isChallenged(context, answer)) return challenged(context, exchange)
  const rpc = readRpcAnswer(answer, id)
  if (answer.status >= 200 && answer.status < 300 && rpc.kind === 'result')
    return open(exchange, answer.status)
  const { oddContact } = await import('./mcp/odd-contact.ts')
  return oddContact(context, { exchange, answer, rpc, id })
}

function isChallenged({ policy }: StepContext, answer: ResponseOutcome | undefined): boolean {
  if (answer?.status !== 403) return answer?.status === 401
  const challenge = answer.headers.find(isChallenge)?.[1]
  switch (policy.takes403) {
    case 'with-challenge':
      return challenge !== undefined
    case 'insufficient-scope':
      return challenge?.includes('insufficient_scope') ?? false
    case 'never':
      return false
  }
}

async function challenged(context: StepContext, exchange: Exchange): Promise<StepResult> {
  const seen = await showHiddenHeader(context, exchange)
  const answer = answerOf(seen)
  if (!answer) return unanswered(seen, 'The MCP server')
  const fact = toChallengeFact(context, seen, answer)
  noteChallenge(context, fact)
  return { kind: 'done', says: summaryOf(fact), facts: { challenge: fact } }
}

/** A 403 without a challenge may be meant for the page's Origin, which a browser cannot leave out and the relay does. */
function isOriginPerhaps(
  context: StepContext,
  exchange: Exchange,
  answer: ResponseOutcome,
): boolean {
  const refused = answer.status === 403 && !answer.headers.some(isChallenge)
  return refused && exchange.via === 'direct' && context.wire.canRelay
}

async function withoutOrigin(
  context: StepContext,
  exchange: Exchange,
  id: string,
): Promise<StepResult> {
  const purpose = 'First contact again, without an Origin'
  return conclude(context, await askByRelay(context, exchange, purpose), id)
}

/** A page cannot tell a hidden header from a missing one; the relay can. */
async function showHiddenHeader(context: StepContext, exchange: Exchange): Promise<Exchange> {
  const answer = answerOf(exchange)
  if (!answer || answer.headersComplete || answer.headers.some(isChallenge)) return exchange
  if (!context.wire.canRelay) return exchange
  const purpose = 'First contact again, to see the headers that a page may not see'
  const again = await askByRelay(context, exchange, purpose)
  return answerOf(again) ? again : exchange
}

function isChallenge([name]: readonly [string, string]): boolean {
  return name.toLowerCase() === 'www-authenticate'
}

function open(exchange: Exchange, status: number): StepResult {
  return {
    kind: 'done',
    says: 'answers without a token',
    facts: { challenge: { exchange: exchange.id, status, required: false, header: 'absent' } },
  }
}

function noteChallenge(context: StepContext, fact: ChallengeFact): void {
  if (fact.header === 'hidden') {
    context.decide({
      exchange: fact.exchange,
      says: 'Goes on to the well-known addresses',
      why: 'the page may not read WWW-Authenticate: the answer does not expose it, or there is none',
      spec: 'mcp-discovery-2026-07-28',
    })
  } else if (fact.header === 'absent') {
    context.decide({
      exchange: fact.exchange,
      says: 'Goes on to the well-known addresses',
      why: 'the 401 has no WWW-Authenticate',
      spec: 'mcp-discovery-2026-07-28',
    })
  }
}

function summaryOf(fact: ChallengeFact): string {
  if (fact.header === 'hidden') return `${fact.status}, challenge hidden from pages`
  if (fact.header === 'absent') return `${fact.status}, no challenge`
  const scheme = fact.header.challenges[0]?.scheme ?? 'no scheme'
  const scope = fact.scope === undefined ? 'no scope named' : 'scope named'
  return `${fact.status}, ${fact.header.lenient.kind === 'bearer' ? 'Bearer' : scheme}, ${scope}`
}
