import { genericTokenEndpointRequest } from 'oauth4webapi'
import type { Diagnostic, StepId } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { parseHttpUrl } from '../../spec/locations.ts'
import {
  type LibraryCall,
  callLibrary,
  toClientAuth,
  toLibraryClient,
  toLibraryServer,
} from './library.ts'
import { loadPrivateKey } from './load-private-key.ts'
import { tokenCheck } from './readable-check.ts'

/** A request to the token endpoint by its grant and parameters; `resource` is among them where the client sends it. */
export type TokenRequest = {
  readonly step: StepId
  readonly purpose: string
  readonly grantType: string
  readonly diagnostic?: Diagnostic
  readonly parameters: Readonly<Record<string, string>>
}

const LOST: { readonly [grantType: string]: string } = {
  authorization_code: 'a code',
  refresh_token: 'a refresh token',
}

/** Sends a token request with the client's authentication, or gives the failed step that forbids it. */
export async function requestToken(
  context: StepContext,
  request: TokenRequest,
): Promise<LibraryCall | (StepResult & { readonly kind: 'failed' })> {
  const metadata = requireFact(context, 'serverMetadata')
  const identity = requireFact(context, 'clientIdentity')
  const endpoint = metadata.tokenEndpoint
  if (endpoint === undefined) return failed('no-endpoint', 'The metadata names no token_endpoint.')
  if (!parseHttpUrl(endpoint)) {
    const message = `The token endpoint is "${endpoint}", which is no http or https URL.`
    return failed('unsafe-url', message)
  }
  const publicClient = identity.authentication === 'none' ? identity.clientId : undefined
  const check = tokenCheck(endpoint, request.step, publicClient)
  const isSafe = await context.wire.maySend(check)
  if (!isSafe && !context.continued('CORS-09')) {
    return failed(
      'unsafe-to-send',
      `A page cannot read the answers of ${endpoint}, so ${LOST[request.grantType] ?? 'what is'} sent there would be lost.`,
    )
  }
  const key =
    identity.authentication === 'private_key_jwt' ? await loadPrivateKey(context) : undefined
  if (key?.kind === 'unusable') return failed('bad-key', key.message)
  return callLibrary(
    context,
    {
      step: request.step,
      purpose: request.purpose,
      to: 'issuer',
      instead: check.harmless,
      // Whether a page may read what a confidential client gets cannot be found out without side effects.
      ...(publicClient === undefined && context.wire.canRelay && { via: 'relay' }),
      ...(request.diagnostic && { diagnostic: request.diagnostic }),
    },
    (options) =>
      genericTokenEndpointRequest(
        toLibraryServer(metadata),
        toLibraryClient(identity),
        toClientAuth(identity, key),
        request.grantType,
        request.parameters,
        options,
      ),
  )
}

function failed(
  code: 'no-endpoint' | 'unsafe-url' | 'unsafe-to-send' | 'bad-key',
  message: string,
): StepResult & { readonly kind: 'failed' } {
  return { kind: 'failed', error: { code, message }, facts: {} }
}
