import { processGenericTokenEndpointResponse } from 'oauth4webapi'
import type { Exchange } from '../http/exchange.ts'
import type { StepResult } from '../run/events.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { noteObjection, objectionTo, toLibraryClient, toLibraryServer } from './issuer/library.ts'
import { resourceIndicator } from './issuer/resource-indicator.ts'
import { errorOf, readTokenAnswer } from './issuer/token-answer.ts'
import { type TokenRequest, requestToken } from './issuer/token-request.ts'
import { unanswered } from './unanswered.ts'

/** Exchanges the code, or asks with the client's own credentials (digest 2.4, step 8). */
export const token: Step = {
  id: 'token',
  title: 'Token',
  needs: ['serverMetadata', 'clientIdentity'],
  gives: ['tokens'],
  plan: 'exchanges the code for a token',
  async run(context) {
    const call = await requestToken(context, requestOf(context))
    if (call.kind === 'failed') return call
    if (call.kind === 'unanswered') return unanswered(call.exchange, 'The token endpoint')
    const server = toLibraryServer(requireFact(context, 'serverMetadata'))
    const client = toLibraryClient(requireFact(context, 'clientIdentity'))
    const processing = processGenericTokenEndpointResponse(server, client, call.response)
    noteObjection(context, call.exchange, await objectionTo(processing))
    const tokens = readTokenAnswer(call.exchange)
    if (!tokens) {
      const { refusedToken } = await import('./issuer/refused-token.ts')
      return lostCode(context, call.exchange) ?? refusedToken(call.exchange)
    }
    const refresh = tokens.refreshToken === undefined ? 'no refresh token' : 'refresh token too'
    return { kind: 'done', says: `access token, ${refresh}`, facts: { tokens } }
  },
}

/** A code that was under way when the page was reloaded may have been used by then; only a new one can help. */
function lostCode(context: StepContext, exchange: Exchange): StepResult | undefined {
  const code = codeIn(exchange)
  const wasCutOff = context.run.exchanges.some(
    (each) =>
      each.outcome.kind === 'aborted' &&
      each.outcome.by === 'walk' &&
      each.step === 'token' &&
      codeIn(each) === code,
  )
  if (code === null || !wasCutOff || errorOf(exchange) !== 'invalid_grant') return undefined
  const why = 'the code was under way when the page was left, and serves once'
  context.decide({ exchange: exchange.id, says: 'Asks for a new code', why })
  return { kind: 'back', to: 'authorization', why, facts: {} }
}

function codeIn({ request }: Exchange): string | null {
  return new URLSearchParams(request.body?.text).get('code')
}

function requestOf(context: StepContext): TokenRequest {
  const resource = resourceIndicator(context)
  const shared = resource === undefined ? {} : { resource }
  if (context.config.grant === 'client_credentials') {
    const asked = context.run.facts.scope?.asked
    return {
      step: 'token',
      purpose: 'Token request with client credentials',
      grantType: 'client_credentials',
      parameters: { ...shared, ...(asked ? { scope: asked } : {}) },
    }
  }
  const { code } = requireFact(context, 'callback')
  const { verifier, redirectUri } = requireFact(context, 'authorization')
  return {
    step: 'token',
    purpose: 'Code exchange',
    grantType: 'authorization_code',
    parameters: { code: code ?? '', redirect_uri: redirectUri, code_verifier: verifier, ...shared },
  }
}
