import { type Exchange, answerOf } from '../../http/exchange.ts'
import { asksForHandshake, mayMissSession } from '../../run/behaviour/session-refusal.ts'
import type { StepResult } from '../../run/events.ts'
import type { RestartFact, SessionFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { onLostSession } from './lost-session.ts'

/** Whether a session that was refused is to begin again. Loaded when tools/list has brought no list. */
export function beginAgain(
  context: StepContext,
  exchange: Exchange,
  session: SessionFact,
): StepResult | undefined {
  return onLostSession(context, exchange) ?? onWrongStart(context, exchange, session)
}

/**
 * A refusal of tools/list that may come of the way in which the session began: a server that names 2026-07-28 wants
 * `initialize` all the same, or it gave a session id that the page did not see. Once a walk.
 */
export function onWrongStart(
  context: StepContext,
  exchange: Exchange,
  session: SessionFact,
): StepResult | undefined {
  const by = context.run.facts.restart ? undefined : betterStart(context, exchange, session)
  if (by === undefined) return undefined
  const { says, why } = WORDS[by]
  context.decide({ exchange: exchange.id, says, why })
  return { kind: 'back', to: 'session', why, facts: { restart: { by, after: session.exchange } } }
}

const WORDS: {
  readonly [by in RestartFact['by']]: { readonly says: string; readonly why: string }
} = {
  initialize: {
    says: 'Begins with initialize after all',
    why: 'the server refuses requests without a handshake',
  },
  relay: {
    says: 'Begins the session again through the relay',
    why: 'a page may not see whether the server gave a session id',
  },
}

function betterStart(
  context: StepContext,
  exchange: Exchange,
  { era, sessionId }: SessionFact,
): RestartFact['by'] | undefined {
  const answer = answerOf(exchange)
  if (answer === undefined) return undefined
  if (era === 'modern') return asksForHandshake(answer) ? 'initialize' : undefined
  const isBlind = exchange.via === 'direct' && !answer.headersComplete && sessionId === undefined
  return isBlind && context.wire.canRelay && mayMissSession(answer) ? 'relay' : undefined
}
