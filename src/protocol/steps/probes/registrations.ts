import { dynamicClientRegistrationRequest } from 'oauth4webapi'
import { answerOf } from '../../http/exchange.ts'
import { parseJsonObject, stringMember } from '../../http/json.ts'
import type { ClientIdentity } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { clientMetadata } from '../issuer/dynamic-registration.ts'
import { type About, type LibraryCall, callLibrary, toLibraryServer } from '../issuer/library.ts'
import { registrationCheck } from '../issuer/readable-check.ts'
import { type Probing, aboutAid, aboutProbe } from './probing.ts'

/** Another client at the same authorization server. */
export type SecondClient =
  | { readonly kind: 'registered'; readonly identity: ClientIdentity }
  | { readonly kind: 'none'; readonly why: string }

/** Plain http on a public host: an answer sent there can be read on the way. */
const OPEN_REDIRECT_URI = 'http://mcp-flow-debugger.example/callback'

/** Registers a client that nobody may register. */
export async function probeRegistration(probing: Probing): Promise<void> {
  const why = await whyNoRegistration(probing.context)
  if (why !== undefined) return probing.leave(why, 'http-redirect-uri')
  probing.note('http-redirect-uri')
  await register(probing.context, aboutProbe('http-redirect-uri'), [OPEN_REDIRECT_URI])
}

/** Registers a client like ours. */
export async function registerSecondClient({ context }: Probing): Promise<SecondClient> {
  const identity = context.run.facts.clientIdentity
  if (identity?.kind !== 'dynamic' || identity.authentication !== 'none') {
    return { kind: 'none', why: 'there is no second client: none like this one can be registered' }
  }
  const why = await whyNoRegistration(context)
  if (why !== undefined) return { kind: 'none', why }
  const { redirectUri } = identity
  const call = await register(context, aboutAid('second-registration'), [redirectUri])
  const document = parseJsonObject(answerOf(call.exchange)?.body.text ?? '')
  const clientId = stringMember(document, 'client_id')
  return clientId === undefined
    ? { kind: 'none', why: 'there is no second client: its registration was refused' }
    : { kind: 'registered', identity: { ...identity, clientId } }
}

async function whyNoRegistration(context: StepContext): Promise<string | undefined> {
  const { clientIdentity, serverMetadata } = context.run.facts
  const endpoint = serverMetadata?.registrationEndpoint
  if (clientIdentity?.kind !== 'dynamic' || endpoint === undefined) {
    return 'this walk registered no client'
  }
  const isSafe = await context.wire.maySend(registrationCheck(endpoint, 'probes'))
  return isSafe ? undefined : `a page cannot read the answers of ${endpoint}`
}

function register(
  context: StepContext,
  about: Omit<About, 'to'>,
  redirectUris: readonly string[],
): Promise<LibraryCall> {
  const server = context.run.facts.serverMetadata
  if (!server) throw new Error('There is no server to register at')
  const metadata = { ...clientMetadata(context), redirect_uris: [...redirectUris] }
  return callLibrary(context, { ...about, to: 'issuer' }, (options) =>
    dynamicClientRegistrationRequest(toLibraryServer(server), metadata, options),
  )
}
