import {
  dynamicClientRegistrationRequest,
  processDynamicClientRegistrationResponse,
} from 'oauth4webapi'
import { answerOf } from '../../http/exchange.ts'
import { parseJsonObject, stringMember } from '../../http/json.ts'
import type { ClientAuthentication } from '../../run/config.ts'
import type { StepResult } from '../../run/events.ts'
import type { ClientIdentity, ServerMetadataFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { isLoopback, parseHttpUrl } from '../../spec/locations.ts'
import { unanswered } from '../unanswered.ts'
import { identified } from './client-identity.ts'
import { callLibrary, noteObjection, objectionTo, toLibraryServer } from './library.ts'
import { registrationCheck } from './readable-check.ts'
import { scopeToRegister } from './registered-scope.ts'

const METHODS: readonly ClientAuthentication[] = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
]

/** Whether there is an endpoint that registers clients, and a use for one. */
export function mayRegister(context: StepContext, metadata: ServerMetadataFact): boolean {
  const { registrationEndpoint } = metadata
  return (
    context.config.grant === 'authorization_code' &&
    registrationEndpoint !== undefined &&
    parseHttpUrl(registrationEndpoint) !== undefined
  )
}

/** Registers at the authorization server, once in a walk (RFC 7591). */
export async function register(
  context: StepContext,
  metadata: ServerMetadataFact,
): Promise<StepResult> {
  const known = context.run.identities.find(
    (each) => each.kind === 'dynamic' && each.issuer === metadata.issuer,
  )
  if (known)
    return identified(
      context,
      known,
      'this walk has registered at this authorization server before',
    )
  const endpoint = metadata.registrationEndpoint ?? ''
  const isSafe = await context.wire.maySend(registrationCheck(endpoint, 'registration'))
  if (!isSafe && !context.continued('CORS-09')) return unsafe(endpoint)
  const about = {
    step: 'registration',
    purpose: 'Dynamic client registration',
    to: 'issuer',
  } as const
  const call = await callLibrary(context, about, (options) =>
    dynamicClientRegistrationRequest(toLibraryServer(metadata), clientMetadata(context), options),
  )
  if (call.kind === 'unanswered') return unanswered(call.exchange, 'The registration endpoint')
  noteObjection(
    context,
    call.exchange,
    await objectionTo(processDynamicClientRegistrationResponse(call.response)),
  )
  const answer = answerOf(call.exchange)
  const document = answer && parseJsonObject(answer.body.text)
  const clientId = stringMember(document, 'client_id')
  if (!answer || answer.status >= 300 || clientId === undefined) {
    return refused(call.exchange.id, answer?.status ?? 0, document?.error)
  }
  const clientSecret = stringMember(document, 'client_secret')
  const identity: ClientIdentity = {
    issuer: metadata.issuer,
    kind: 'dynamic',
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    authentication: returnedMethod(
      stringMember(document, 'token_endpoint_auth_method'),
      clientSecret,
    ),
    redirectUri: context.config.redirectUri,
    exchange: call.exchange.id,
  }
  return identified(context, identity, 'the authorization server registered this client')
}

/** What we register as: `native` when this page is served from loopback, else `web` (MCP 2026-07-28, application type). */
export function clientMetadata(context: StepContext) {
  const { clientUri, redirectUri } = context.config
  const scope = scopeToRegister(context)
  return {
    client_name: 'MCP Flow Debugger',
    ...(clientUri.startsWith('https:') && { client_uri: clientUri }),
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: context.policy.registersAs,
    ...(context.policy.sendsApplicationType && {
      application_type: isLoopback(redirectUri) ? 'native' : 'web',
    }),
    ...(scope !== undefined && { scope }),
  }
}

/** The server may change the method; a secret without a method is Basic by RFC 7591's default. */
function returnedMethod(
  method: string | undefined,
  secret: string | undefined,
): ClientAuthentication {
  const known = METHODS.find((each) => each === method)
  if (known === 'private_key_jwt') return 'none'
  return known ?? (secret === undefined ? 'none' : 'client_secret_basic')
}

function unsafe(endpoint: string): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'unsafe-to-send',
      message: `A page cannot read the answers of ${endpoint}, so a registration sent there would be lost.`,
    },
    facts: {},
  }
}

function refused(exchange: string, status: number, error: unknown): StepResult {
  const named = typeof error === 'string' ? ` and error ${error}` : ''
  return {
    kind: 'failed',
    error: {
      code: 'registration-refused',
      message: `Registration was answered with ${status}${named}, without a client id.`,
      exchange,
    },
    facts: {},
  }
}
