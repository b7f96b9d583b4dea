import { stringsMember } from '../http/json.ts'
import type { ClientAuthentication } from '../run/config.ts'
import type { StepResult } from '../run/events.ts'
import type { ServerMetadataFact } from '../run/facts.ts'
import type { Policy } from '../run/policy.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { documentAsk } from './discovery/document-lookup.ts'
import { objectionToDocument } from './issuer/client-document.ts'
import { identified } from './issuer/client-identity.ts'
import { mayRegister, register } from './issuer/dynamic-registration.ts'

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
    return isForPeople(context.policy) ? askPerson(context, metadata) : noOtherWay(metadata)
  },
}

/** A client that takes an id from nobody has come to the end of its ways. */
function isForPeople({ registration: kinds }: Policy): boolean {
  return kinds.includes('person') || kinds.includes('pre-registered')
}

function noOtherWay({ issuer }: ServerMetadataFact): StepResult {
  const message = `${issuer} offers no registration that this client knows, and nobody can give this client an id.`
  return { kind: 'failed', error: { code: 'no-client', message }, facts: {} }
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
  return identified(
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
  const address = context.config.clientDocument
  if (address === undefined) return false
  const objection = objectionToDocument(address, metadata.issuer)
  if (objection !== undefined) {
    context.decide({ says: `Does not use ${address}`, why: objection, spec: 'cimd-3' })
    return false
  }
  const why = whyNoDocument(context.policy, metadata)
  if (why === undefined) return true
  context.decide({
    ...(metadata.found && { exchange: metadata.found.exchange }),
    says: 'Does not use the client ID metadata document',
    why,
    spec: 'mcp-registration-2026-07-28',
  })
  return context.continued('CIMD-14')
}

function whyNoDocument(policy: Policy, metadata: ServerMetadataFact): string | undefined {
  const document = metadata.found?.document
  if (document?.client_id_metadata_document_supported !== true) {
    return 'the authorization server does not say client_id_metadata_document_supported: true'
  }
  if (policy.documentNeeds === 'flag') return undefined
  const methods = stringsMember(document, 'token_endpoint_auth_methods_supported')
  if (methods?.includes('none')) return undefined
  return 'this client wants none among token_endpoint_auth_methods_supported for that'
}

function clientDocument(context: StepContext, metadata: ServerMetadataFact): StepResult {
  const clientId = context.config.clientDocument ?? ''
  const authentication = context.secrets.privateKey ? 'private_key_jwt' : 'none'
  lookAtOwnDocument(context, clientId)
  return identified(
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

/** What the authorization server will fetch, for the rules to judge; the walk does not wait for it. */
function lookAtOwnDocument(context: StepContext, url: string): void {
  const purpose = 'Our client metadata document, as the authorization server would ask for it'
  context.wire.leave({
    ...documentAsk({ step: 'registration', purpose, to: 'page', url }),
    diagnostic: 'survey',
    via: context.wire.canRelay ? 'relay' : 'direct',
  })
}

function askPerson(context: StepContext, metadata: ServerMetadataFact): StepResult {
  const says =
    context.config.grant === 'client_credentials'
      ? `The client credentials grant needs a client id that ${metadata.issuer} knows, and its secret or private key.`
      : `${metadata.issuer} offers neither client ID metadata documents${context.config.clientDocument === undefined ? ' that this page could use' : ''} nor dynamic registration. Register a client there with the redirect URI ${context.config.redirectUri} and enter its client id.`
  return { kind: 'waiting', on: 'person', need: { field: 'client-id', says }, facts: {} }
}
