import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
} from 'oauth4webapi'
import type { StepResult } from '../run/events.ts'
import { type Proof, type Step, type StepContext, requireFact } from '../run/step.ts'
import { isSecureUrl } from '../spec/locations.ts'
import { authorizationUrl } from './issuer/authorization-url.ts'
import { resourceIndicator } from './issuer/resource-indicator.ts'

/** Builds the authorization request, records what the callback must match, and hands over to the browser (digest 2.4). */
export const authorization: Step = {
  id: 'authorization',
  title: 'Authorization',
  needs: ['serverMetadata', 'clientIdentity', 'scope'],
  gives: ['authorization'],
  plan: 'sends you to the authorization server',
  async run(context) {
    if (context.config.grant === 'client_credentials') {
      return { kind: 'skipped', why: 'the client credentials grant needs no person' }
    }
    const { authorizationEndpoint } = requireFact(context, 'serverMetadata')
    if (authorizationEndpoint === undefined) return noEndpoint()
    if (!isSecureUrl(authorizationEndpoint)) return unsafeEndpoint(authorizationEndpoint)
    if (context.run.authorizations.length >= context.policy.authorizationRequests)
      return tooMany(context)
    return prepare(context, authorizationEndpoint)
  },
}

async function prepare(context: StepContext, endpoint: string): Promise<StepResult> {
  const identity = requireFact(context, 'clientIdentity')
  const { state, verifier, codeChallenge } = context.proof ?? (await makeProof())
  const url = authorizationUrl(context, { endpoint, identity, state, codeChallenge })
  const resource = resourceIndicator(context)
  const exchange = context.wire.navigate({
    step: 'authorization',
    purpose: 'Authorization request, in the browser',
    to: 'issuer',
    url,
    arrived: false,
  })
  const fact = {
    url,
    exchange: exchange.id,
    state,
    verifier,
    codeChallenge,
    issuer: identity.issuer,
    clientId: identity.clientId,
    redirectUri: identity.redirectUri,
    ...(resource !== undefined && { resource }),
    scope: requireFact(context, 'scope').asked,
  }
  const says = `${new URL(endpoint).host} asks you to sign in and consent`
  return { kind: 'waiting', on: 'authorization', says, url, facts: { authorization: fact } }
}

async function makeProof(): Promise<Proof> {
  const verifier = generateRandomCodeVerifier()
  const codeChallenge = await calculatePKCECodeChallenge(verifier)
  return { state: generateRandomState(), verifier, codeChallenge }
}

function noEndpoint(): StepResult {
  return failed('no-endpoint', 'The metadata names no authorization_endpoint.')
}

function unsafeEndpoint(endpoint: string): StepResult {
  return failed(
    'unsafe-url',
    `The authorization endpoint is "${endpoint}". Only https, or http on loopback, is opened.`,
  )
}

function tooMany(context: StepContext): StepResult {
  const count = context.run.authorizations.length
  return failed(
    'too-many-authorizations',
    `This walk has asked for authorization ${count} times, and the server still refuses; a client stops here.`,
  )
}

function failed(
  code: 'no-endpoint' | 'unsafe-url' | 'too-many-authorizations',
  message: string,
): StepResult {
  return { kind: 'failed', error: { code, message }, facts: {} }
}
