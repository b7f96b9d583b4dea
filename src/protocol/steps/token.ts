import { processGenericTokenEndpointResponse } from 'oauth4webapi'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { noteObjection, objectionTo, toLibraryClient, toLibraryServer } from './library.ts'
import { resourceIndicator } from './resource-indicator.ts'
import { readTokenAnswer, refusedToken } from './token-answer.ts'
import { type TokenRequest, requestToken } from './token-request.ts'
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
    if (!tokens) return refusedToken(call.exchange)
    const refresh = tokens.refreshToken === undefined ? 'no refresh token' : 'refresh token too'
    return { kind: 'done', says: `access token, ${refresh}`, facts: { tokens } }
  },
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
