import { revocationRequest } from 'oauth4webapi'
import { answerOf } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { parseHttpUrl } from '../../spec/locations.ts'
import { unanswered } from '../unanswered.ts'
import { callLibrary, toClientAuth, toLibraryClient, toLibraryServer } from './library.ts'
import { loadPrivateKey } from './load-private-key.ts'

/** Gives the token back, as the step says. Loaded with the first revocation. */
export async function revokeToken(context: StepContext): Promise<StepResult> {
  const metadata = requireFact(context, 'serverMetadata')
  const identity = requireFact(context, 'clientIdentity')
  const tokens = requireFact(context, 'tokens')
  if (metadata.revocationEndpoint === undefined) {
    return { kind: 'skipped', why: 'the metadata names no revocation_endpoint' }
  }
  if (!parseHttpUrl(metadata.revocationEndpoint)) return badEndpoint(metadata.revocationEndpoint)
  const key =
    identity.authentication === 'private_key_jwt' ? await loadPrivateKey(context) : undefined
  if (key?.kind === 'unusable') {
    return { kind: 'failed', error: { code: 'bad-key', message: key.message }, facts: {} }
  }
  const about = { step: 'revoke', purpose: 'Revocation', to: 'issuer' } as const
  const call = await callLibrary(context, about, (options) =>
    revocationRequest(
      toLibraryServer(metadata),
      toLibraryClient(identity),
      toClientAuth(identity, key),
      tokens.refreshToken ?? tokens.accessToken,
      options,
    ),
  )
  if (call.kind === 'unanswered') return unanswered(call.exchange, 'The revocation endpoint')
  const status = answerOf(call.exchange)?.status ?? 0
  return {
    kind: 'done',
    says: status === 200 ? 'token revoked' : `answered with ${status}`,
    facts: { revocation: { exchange: call.exchange.id, status } },
  }
}

function badEndpoint(endpoint: string): StepResult {
  const message = `The revocation endpoint is "${endpoint}", which is no http or https URL.`
  return { kind: 'failed', error: { code: 'unsafe-url', message }, facts: {} }
}
