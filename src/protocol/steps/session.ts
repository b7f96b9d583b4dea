import { type Exchange, answerOf, findHeader } from '../http/exchange.ts'
import { readRpcAnswer } from '../http/json-rpc.ts'
import { type JsonObject, objectMember, stringMember } from '../http/json.ts'
import type { StepResult } from '../run/events.ts'
import type { Facts, SessionFact } from '../run/facts.ts'
import type { Step, StepContext } from '../run/step.ts'
import { type EraReading, mayBeRefusedPreflight, readEra, whyNotModern } from './mcp/era.ts'
import {
  MODERN_VERSION,
  initializeAsk,
  legacyAsk,
  modernAsk,
  toolsListAsk,
} from './mcp/mcp-request.ts'
import { onRefusal, withReason } from './mcp/refusal.ts'
import { unanswered } from './unanswered.ts'

/** Finds the server's era: stateless 2026-07-28, or initialize (digest 2.6 to 2.8). */
export const session: Step = {
  id: 'session',
  title: 'Session',
  needs: [],
  gives: ['session'],
  plan: 'finds out which revision the server speaks',
  async run(context) {
    const required = context.run.facts.challenge?.required ?? true
    if (required && !context.run.facts.tokens) return { kind: 'skipped', why: 'there is no token' }
    const isLegacy = context.policy.firstContact === 'legacy' || isKnownLegacy(context)
    if (isLegacy || context.run.facts.restart) return initialize(context)
    return modern(context)
  },
}

/** The first contact may have shown the era already: it fell back to initialize and was understood. */
function isKnownLegacy({ run }: StepContext): boolean {
  const contact = run.exchanges.findLast(
    ({ step, request }) => step === 'challenge' && request.body?.text.includes('"initialize"'),
  )
  const status = answerOf(contact)?.status ?? 0
  return status === 401 || (status >= 200 && status < 300)
}

async function modern(context: StepContext): Promise<StepResult> {
  const list = toolsListAsk(context, { era: 'modern' })
  const together = context.config.pace === 'together' && context.policy.asksAhead
  const discover = modernAsk(
    context,
    { step: 'session', purpose: 'What the server is and speaks' },
    { method: 'server/discover', id: 'discover-1' },
  )
  const sending = together ? context.wire.send(discover) : undefined
  if (together) context.wire.ahead(list)
  const first = await (sending ?? context.wire.send({ ...list, step: 'session' }))
  const exchange = await withReason(context, first)
  const id = together ? 'discover-1' : 'tools-list-1'
  const refusal = await onRefusal(context, exchange)
  if (refusal) return refusal
  const era = readEra(exchange, id)
  if (era.kind === 'modern') return settleModern(context, exchange, id)
  if (era.kind === 'legacy' && together && isUnknownMethod(exchange))
    return afterMissingDiscover(context, exchange, era)
  if (!answerOf(exchange) && !mayBeRefusedPreflight(exchange))
    return unanswered(exchange, 'The MCP server')
  return fallBack(context, exchange, era)
}

/** Modern servers must know server/discover; one that does not may still list its tools. */
async function afterMissingDiscover(
  context: StepContext,
  discover: Exchange,
  era: EraReading,
): Promise<StepResult> {
  const list = await context.wire.send(toolsListAsk(context, { era: 'modern' }))
  if (readEra(list, 'tools-list-1').kind === 'modern')
    return settleModern(context, list, 'tools-list-1')
  if (isUsable(list)) return fallBack(context, list, readEra(list, 'tools-list-1'))
  return fallBack(context, discover, era)
}

function isUnknownMethod(exchange: Exchange): boolean {
  const answer = answerOf(exchange)
  const rpc = answer && readRpcAnswer(answer, 'discover-1')
  return rpc?.kind === 'error' && rpc.error.code === -32601
}

function settleModern(context: StepContext, exchange: Exchange, id: string): StepResult {
  const answer = answerOf(exchange)
  const rpc = answer && readRpcAnswer(answer, id)
  const result = rpc?.kind === 'result' ? rpc.result : undefined
  const info = objectMember(objectMember(result, '_meta'), 'io.modelcontextprotocol/serverInfo')
  const fact: SessionFact = {
    era: 'modern',
    version: MODERN_VERSION,
    exchange: exchange.id,
    capabilities: objectMember(result, 'capabilities') ?? null,
    ...nameOf(info),
  }
  context.decide({
    exchange: exchange.id,
    says: `Speaks ${MODERN_VERSION} to the server, without a session`,
    why: 'the modern request was understood',
    spec: 'mcp-versioning-2026-07-28',
  })
  return { kind: 'done', says: `${MODERN_VERSION}, stateless`, facts: { session: fact } }
}

async function fallBack(
  context: StepContext,
  exchange: Exchange,
  era: EraReading,
): Promise<StepResult> {
  context.decide({
    exchange: exchange.id,
    says: 'Falls back to initialize',
    why: whyNotModern(era),
    spec: 'mcp-versioning-2026-07-28',
  })
  const result = await initialize(context, era.kind === 'other-version' ? era.supported : [])
  return result.kind === 'failed' && isUsable(exchange)
    ? settleModern(context, exchange, idOf(exchange))
    : result
}

/** A result without `resultType` is used when the server has nothing better: an absent one means `complete`. */
function isUsable(exchange: Exchange): boolean {
  const answer = answerOf(exchange)
  return answer !== undefined && readRpcAnswer(answer, idOf(exchange)).kind === 'result'
}

function idOf({ request }: Exchange): string {
  return request.body?.text.includes('"tools-list-1"') ? 'tools-list-1' : 'discover-1'
}

async function initialize(
  context: StepContext,
  spoken: readonly string[] = [],
): Promise<StepResult> {
  const about = { step: 'session', purpose: 'Initialize' } as const
  const { restart } = context.run.facts
  const first = await context.wire.send({
    ...initializeAsk(context, about, spoken),
    ...(restart?.by === 'relay' && { via: 'relay', after: restart.after }),
  })
  const exchange = await withReason(context, first)
  const refusal = await onRefusal(context, exchange)
  if (refusal) return refusal
  const answer = answerOf(exchange)
  if (!answer) return unanswered(exchange, 'The MCP server')
  const rpc = readRpcAnswer(answer, 'initialize-1')
  if (rpc.kind !== 'result') {
    const { notInitialized } = await import('./mcp/odd-contact.ts')
    return notInitialized(context, { exchange, answer, rpc, id: 'initialize-1' })
  }
  const fact = sessionOf(exchange, rpc.result, findHeader(answer.headers, 'Mcp-Session-Id'))
  const announced = await announce(context, fact)
  const status = answerOf(announced)?.status ?? 0
  if (status >= 400 && context.policy.needsNotifications) {
    const message = `notifications/initialized was answered with ${status}`
    return failed(message, announced, { session: fact })
  }
  const held = fact.sessionId === undefined ? '' : ', with a session'
  return {
    kind: 'done',
    says: `${fact.version || 'no version named'}${held}`,
    facts: { session: fact },
  }
}

function failed(message: string, { id }: Exchange, facts: Partial<Facts>): StepResult {
  return { kind: 'failed', error: { code: 'bad-mcp-answer', message, exchange: id }, facts }
}

function sessionOf(
  exchange: Exchange,
  result: JsonObject,
  sessionId: string | undefined,
): SessionFact {
  return {
    era: 'legacy',
    version: stringMember(result, 'protocolVersion') ?? '',
    exchange: exchange.id,
    capabilities: objectMember(result, 'capabilities') ?? null,
    ...(sessionId !== undefined && { sessionId }),
    ...nameOf(objectMember(result, 'serverInfo')),
  }
}

function nameOf(info: JsonObject | undefined): Pick<SessionFact, 'serverName' | 'serverVersion'> {
  const serverName = stringMember(info, 'title') ?? stringMember(info, 'name')
  const serverVersion = stringMember(info, 'version')
  return {
    ...(serverName !== undefined && { serverName }),
    ...(serverVersion !== undefined && { serverVersion }),
  }
}

/** `notifications/initialized` and tools/list are sent together where the pace allows it. */
async function announce(context: StepContext, fact: SessionFact): Promise<Exchange> {
  const notification = legacyAsk(
    context,
    { step: 'session', purpose: 'Initialized' },
    { message: { method: 'notifications/initialized' }, session: fact },
  )
  const sending = context.wire.send(notification)
  context.wire.ahead(toolsListAsk(context, fact))
  return sending
}
