import { answerOf } from '../../http/exchange.ts'
import type { TokensFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { readTokenAnswer } from '../issuer/token-answer.ts'
import { type Probing, aboutAid } from './probing.ts'
import { authorizeQuietly } from './quiet-authorization.ts'
import { askToken, codeParameters, probeToken, refreshParameters } from './token-asks.ts'

/** What may be used once is used twice, each in a grant of its own: the tokens of the walk stay as they are. */
export async function spendFreshGrants(probing: Probing): Promise<void> {
  const { context } = probing
  const first = await authorizeQuietly(probing)
  if (first.kind === 'code') {
    const parameters = codeParameters(context, first)
    await askToken(context, aboutAid('code-exchange'), parameters)
    await probeToken(probing, 'code-again', { parameters })
  } else probing.leave(first.why, 'code-again')
  const second = await authorizeQuietly(probing)
  if (second.kind !== 'code') return probing.leave(second.why, 'refresh-token-again')
  const call = await askToken(context, aboutAid('code-exchange'), codeParameters(context, second))
  const tokens = call.kind === 'sent' ? readTokenAnswer(call.exchange) : undefined
  await refreshTwice(probing, tokens)
}

/**
 * The same with the code and the refresh token of the walk, where no other grant can be had. An authorization server
 * should then revoke the tokens of the walk, so that this is the end of it.
 */
export async function spendOwnGrant(probing: Probing): Promise<void> {
  const { tokens, callback, authorization } = probing.context.run.facts
  const fresh = await refreshTwice(probing, tokens)
  if (fresh) probing.replaceTokens(fresh)
  if (callback?.code === undefined || !authorization) {
    return probing.leave('this walk exchanged no code', 'code-again')
  }
  const { verifier, redirectUri, state, url } = authorization
  const given = { code: callback.code, verifier, redirectUri, state, url: new URL(url) }
  const parameters = codeParameters(probing.context, given)
  await probeToken(probing, 'code-again', { parameters })
}

/** Gives the tokens that took the place of the used ones. */
async function refreshTwice(
  probing: Probing,
  tokens: TokensFact | undefined,
): Promise<TokensFact | undefined> {
  const old = tokens?.refreshToken
  if (old === undefined) {
    probing.leave('no refresh token was issued', 'refresh-token-again')
    return undefined
  }
  const fresh = await refreshOnce(probing.context, old)
  if (fresh?.refreshToken === undefined || fresh.refreshToken === old) {
    probing.leave('a refresh brought no other refresh token', 'refresh-token-again')
  } else {
    const parameters = refreshParameters(probing.context, old)
    await probeToken(probing, 'refresh-token-again', { parameters })
  }
  return fresh && { ...fresh, refreshToken: fresh.refreshToken ?? old }
}

async function refreshOnce(context: StepContext, old: string): Promise<TokensFact | undefined> {
  const call = await askToken(context, aboutAid('refresh'), refreshParameters(context, old))
  if (call.kind === 'held-back' || !answerOf(call.exchange)) return undefined
  return readTokenAnswer(call.exchange)
}
