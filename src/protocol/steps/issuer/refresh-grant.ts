import { answerOf } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import type { TokensFact } from '../../run/facts.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { unanswered } from '../unanswered.ts'
import { refusedToken } from './refused-token.ts'
import { resourceIndicator } from './resource-indicator.ts'
import { readTokenAnswer } from './token-answer.ts'
import { requestToken } from './token-request.ts'

/** Uses the refresh token, as the step says. Loaded with the first refresh. */
export async function refreshToken(context: StepContext): Promise<StepResult> {
  const before = requireFact(context, 'tokens')
  if (before.refreshToken === undefined) {
    return { kind: 'skipped', why: 'no refresh token was issued' }
  }
  const call = await requestToken(context, {
    step: 'refresh',
    purpose: 'Refresh grant',
    grantType: 'refresh_token',
    parameters: { refresh_token: before.refreshToken, ...resourceParameter(context) },
  })
  if (call.kind === 'failed') return call
  if (call.kind === 'unanswered') return unanswered(call.exchange, 'The token endpoint')
  const answered = readTokenAnswer(call.exchange)
  if (!answered) return refusedToken(call.exchange)
  const status = answerOf(call.exchange)?.status ?? 0
  const tokens: TokensFact = {
    ...answered,
    refreshToken: answered.refreshToken ?? before.refreshToken,
  }
  const rotated = tokens.refreshToken !== before.refreshToken
  return {
    kind: 'done',
    says: rotated ? 'new access and refresh token' : 'new access token, same refresh token',
    facts: { tokens, refresh: { exchange: call.exchange.id, status } },
  }
}

function resourceParameter(context: StepContext): Readonly<Record<string, string>> {
  const resource = context.policy.resourceOnRefresh ? resourceIndicator(context) : undefined
  return resource === undefined ? {} : { resource }
}
