import {
  dynamicClientRegistrationRequest,
  processDynamicClientRegistrationResponse,
} from 'oauth4webapi'
import { answerOf } from '../http/exchange.ts'
import { parseJsonObject, stringMember, stringsMember } from '../http/json.ts'
import type { ClientAuthentication } from '../run/config.ts'
import type { StepResult } from '../run/events.ts'
import type { ClientIdentity, ServerMetadataFact } from '../run/facts.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { isLoopback, parseHttpUrl } from '../spec/locations.ts'
import { callLibrary, noteObjection, objectionTo, toLibraryServer } from './library.ts'
import { registrationCheck } from './readable-check.ts'
import { unanswered } from './unanswered.ts'

const METHODS: readonly ClientAuthentication[] = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
]

/** Comes by a client id: pre-registered, metadata document, dynamic registration, or the person (digest 2.4, step 4). */
export const registration: Step = {
  id: 'registration',
  title: 'Registration',
  needs: ['serverMetadata'],
  gives: ['clientIdentity'],
  plan: 'comes by a client id',
  async run(context) {
    const metadata = requireFact(context, 'serverMetadata')
    for (const kind of context.policy.registration) {
      if (kind === 'pre-registered' && context.config.clientId !== undefined) {
        return preRegistered(context, metadata, context.config.clientId)
      }
      if (kind === 'client-document' && mayUseDocument(context, metadata)) {
        return clientDocument(context, metadata)
      }
      if (kind === 'dynamic' && mayRegister(context, metadata)) return register(context, metadata)
    }
    return askPerson(context, metadata)
  },
}

function preRegistered(
  context: StepContext,
  metadata: ServerMetadataFact,
  clientId: string,
): StepResult {
  const earlier = context.run.identities.find(
    (each) => each.kind === 'pre-registered' && each.clientId === clientId,
  )
  if (earlier && earlier.issuer !== metadata.issuer && !context.continued('REG-04')) {
    return {
      kind: 'failed',
      error: {
        code: 'issuer-changed',
        message: `The client id ${clientId} belongs to ${earlier.issuer}; the authorization server is now ${metadata.issuer}.`,
      },
      facts: {},
    }
  }
  const authentication = chooseAuthentication(context, metadata)
  const need = missingSecret(context, authentication)
  if (need) return { kind: 'waiting', on: 'person', need, facts: {} }
  return done(
    context,
    {
      issuer: metadata.issuer,
      kind: 'pre-registered',
      clientId,
      authentication,
      redirectUri: context.config.redirectUri,
      ...(context.secrets.clientSecret !== undefined && {
        clientSecret: context.secrets.clientSecret,
      }),
    },
    'you gave this client id',
  )
}

function missingSecret(context: StepContext, authentication: ClientAuthentication) {
  if (authentication === 'private_key_jwt' && !context.secrets.privateKey) {
    return {
      field: 'private-key',
      says: 'private_key_jwt needs the private key of this client, as PEM (PKCS#8) or JWK.',
    } as const
  }
  if (authentication.startsWith('client_secret') && !context.secrets.clientSecret) {
    return { field: 'client-secret', says: `${authentication} needs the client secret.` } as const
  }
  return undefined
}

/** The person's choice; else what was given (key, secret, nothing), in the way that the authorization server lists. */
function chooseAuthentication(
  context: StepContext,
  metadata: ServerMetadataFact,
): ClientAuthentication {
  const { clientAuthentication } = context.config
  if (clientAuthentication !== undefined) return clientAuthentication
  if (context.secrets.privateKey) return 'private_key_jwt'
  if (!context.secrets.clientSecret) return 'none'
  const listed = stringsMember(metadata.found?.document, 'token_endpoint_auth_methods_supported')
  return listed?.includes('client_secret_basic') === false && listed.includes('client_secret_post')
    ? 'client_secret_post'
    : 'client_secret_basic'
}

function mayUseDocument(context: StepContext, metadata: ServerMetadataFact): boolean {
  if (context.config.clientDocument === undefined) return false
  if (metadata.found?.document.client_id_metadata_document_supported === true) return true
  context.decide({
    ...(metadata.found && { exchange: metadata.found.exchange }),
    says: 'Does not use the client ID metadata document',
    why: 'the authorization server does not say client_id_metadata_document_supported: true',
    spec: 'mcp-registration-2026-07-28',
  })
  return context.continued('CIMD-14')
}

function clientDocument(context: StepContext, metadata: ServerMetadataFact): StepResult {
  const clientId = context.config.clientDocument ?? ''
  const authentication = context.secrets.privateKey ? 'private_key_jwt' : 'none'
  return done(
    context,
    {
      issuer: metadata.issuer,
      kind: 'client-document',
      clientId,
      authentication,
      redirectUri: context.config.redirectUri,
    },
    'the authorization server reads client ID metadata documents',
  )
}

function mayRegister(context: StepContext, metadata: ServerMetadataFact): boolean {
  const { registrationEndpoint } = metadata
  return (
    context.config.grant === 'authorization_code' &&
    registrationEndpoint !== undefined &&
    parseHttpUrl(registrationEndpoint) !== undefined
  )
}

async function register(context: StepContext, metadata: ServerMetadataFact): Promise<StepResult> {
  const known = context.run.identities.find(
    (each) => each.kind === 'dynamic' && each.issuer === metadata.issuer,
  )
  if (known)
    return done(context, known, 'this walk has registered at this authorization server before')
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
  return done(context, identity, 'the authorization server registered this client')
}

/** What we register as: `native` when this page is served from loopback, else `web` (MCP 2026-07-28, application type). */
function clientMetadata(context: StepContext) {
  const { clientUri, redirectUri } = context.config
  const { scope } = context.run.facts
  return {
    client_name: 'MCP Flow Debugger',
    ...(clientUri.startsWith('https:') && { client_uri: clientUri }),
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    ...(context.policy.sendsApplicationType && {
      application_type: isLoopback(redirectUri) ? 'native' : 'web',
    }),
    ...(scope?.asked && { scope: scope.asked }),
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

function askPerson(context: StepContext, metadata: ServerMetadataFact): StepResult {
  const says =
    context.config.grant === 'client_credentials'
      ? `The client credentials grant needs a client id that ${metadata.issuer} knows, and its secret or private key.`
      : `${metadata.issuer} offers neither client ID metadata documents${context.config.clientDocument === undefined ? ' that this page could use' : ''} nor dynamic registration. Register a client there with the redirect URI ${context.config.redirectUri} and enter its client id.`
  return { kind: 'waiting', on: 'person', need: { field: 'client-id', says }, facts: {} }
}

function done(context: StepContext, identity: ClientIdentity, why: string): StepResult {
  context.decide({
    ...(identity.exchange !== undefined && { exchange: identity.exchange }),
    says: `Is the client ${identity.clientId} at ${identity.issuer}`,
    why,
    spec: 'mcp-registration-2026-07-28',
  })
  const words = {
    'pre-registered': 'pre-registered client',
    'client-document': 'client metadata document',
    dynamic: 'registered dynamically',
  } as const
  return { kind: 'done', says: words[identity.kind], facts: { clientIdentity: identity } }
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
