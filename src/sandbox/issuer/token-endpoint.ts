import { empty, json, oauthError, altered } from '../answers.ts'
import { findRepeated, isForm, readBody, withValues } from '../body.ts'
import type { JsonObject } from '../json.ts'
import { type Visit, shaped } from '../scene.ts'
import { authenticateClient } from './client-authentication.ts'
import type { Client } from './clients.ts'
import { grantByCode, grantByCredentials, grantByRefresh } from './grants.ts'
import type { Granting } from './issuing.ts'

/** The token endpoint (OAuth 2.1 section 3.2). */
export async function answerToken(visit: Visit): Promise<Response> {
  const parameters = await readParameters(visit)
  if (parameters instanceof Response) return parameters
  const authentication = await authenticateClient(visit, parameters)
  if (authentication.kind === 'refused') {
    const { error, says, status } = authentication
    const refusal = oauthError(error, says, status)
    return status === 401
      ? altered(refusal, { headers: { 'WWW-Authenticate': 'Basic realm="practice issuer"' } })
      : refusal
  }
  const granting = await grant(visit, parameters, authentication.client)
  return granting.kind === 'refused'
    ? oauthError(granting.error, granting.says)
    : tokenAnswer(visit, granting.answer)
}

/** The form of a POST, or the refusal of anything else. */
export async function readParameters(visit: Visit): Promise<URLSearchParams | Response> {
  if (visit.request.method !== 'POST') return empty(405, { Allow: 'POST, OPTIONS' })
  const text = isForm(visit.request) ? await readBody(visit.request) : undefined
  if (text === undefined) {
    return oauthError('invalid_request', 'Send a form: application/x-www-form-urlencoded')
  }
  const parameters = withValues(new URLSearchParams(text))
  const repeated = findRepeated(parameters)
  if (repeated !== undefined) return oauthError('invalid_request', `${repeated} is there twice`)
  return parameters
}

async function grant(visit: Visit, parameters: URLSearchParams, client: Client): Promise<Granting> {
  const type = parameters.get('grant_type')
  if (type === null) return { kind: 'refused', error: 'invalid_request', says: 'No grant_type' }
  if (!visit.scene.settings.grants.some((own) => own === type)) {
    return { kind: 'refused', error: 'unsupported_grant_type', says: `No grant ${type} here` }
  }
  if (!client.grants.includes(type)) {
    const says = `${client.name} may not use the grant ${type}`
    return { kind: 'refused', error: 'unauthorized_client', says }
  }
  const request = { visit, parameters, client }
  if (type === 'authorization_code') return grantByCode(request)
  return type === 'refresh_token' ? grantByRefresh(request) : grantByCredentials(request)
}

function tokenAnswer({ scene }: Visit, answer: JsonObject): Response {
  const document = shaped(scene, answer, (effect, value) => effect.granted?.(value))
  return json(document, 200, { 'Cache-Control': 'no-store', Pragma: 'no-cache' })
}
