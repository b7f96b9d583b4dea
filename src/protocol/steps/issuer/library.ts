import {
  type AuthorizationServer,
  type Client,
  type ClientAuth,
  ClientSecretPost,
  None,
  PrivateKeyJwt,
  allowInsecureRequests,
  customFetch,
  modifyAssertion,
} from 'oauth4webapi'
import { type Objection, toObjection } from '../../errors.ts'
import {
  type Diagnostic,
  type Exchange,
  type Party,
  type StepId,
  answerOf,
} from '../../http/exchange.ts'
import type { Ask, HarmlessPost } from '../../http/wire.ts'
import type { ClientIdentity, ServerMetadataFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import type { ClientKey } from './client-key.ts'

/** What the log says about a request that the library makes. */
export type About = {
  readonly step: StepId
  readonly purpose: string
  readonly to: Party
  readonly via?: 'relay'
  readonly diagnostic?: Diagnostic
  readonly instead?: HarmlessPost
}

/** What came of a request that the library made through the wire. */
export type LibraryCall =
  | { readonly kind: 'answered'; readonly exchange: Exchange; readonly response: Response }
  | { readonly kind: 'unanswered'; readonly exchange: Exchange }

type LibraryOptions = {
  readonly [customFetch]: (url: string, init: LibraryInit) => Promise<Response>
  readonly [allowInsecureRequests]: true
}

type LibraryInit = {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
}

/** What Headers take; a server reached through the relay can send more. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** Thrown inside the library's call to leave it when there is no answer to hand back; never leaves this file. */
class NoAnswer extends Error {}

/**
 * Lets oauth4webapi build and send a request that cannot be repeated. The exchange is in the log before the library
 * gets to object. Plain http is allowed here; rules judge it.
 */
export async function callLibrary(
  context: StepContext,
  about: About,
  call: (options: LibraryOptions) => Promise<Response>,
): Promise<LibraryCall> {
  let exchange: Exchange | undefined
  const options: LibraryOptions = {
    [allowInsecureRequests]: true,
    [customFetch]: async (url, init) => {
      exchange = await context.wire.send(toAsk(about, url, init))
      const response = toResponse(exchange)
      if (!response) throw new NoAnswer()
      return response
    },
  }
  try {
    const response = await call(options)
    if (exchange) return { kind: 'answered', exchange, response }
  } catch (error) {
    if (error instanceof NoAnswer && exchange) return { kind: 'unanswered', exchange }
    throw error
  }
  throw new Error('The library made no request')
}

/** The library's opinion of an answer: what it, as a strict client, would stop at. */
export async function objectionTo(processing: Promise<unknown>): Promise<Objection | undefined> {
  try {
    await processing
    return undefined
  } catch (error) {
    const objection = toObjection(error)
    if (!objection) throw error
    return objection
  }
}

/** Notes what a strict client would object to. */
export function noteObjection(
  context: StepContext,
  exchange: Exchange,
  objection: Objection | undefined,
): void {
  if (!objection) return
  context.decide({
    exchange: exchange.id,
    says: 'oauth4webapi, a strict client, would stop here',
    why: `${objection.code}: ${objection.message}`,
  })
}

/** The authorization server as the library wants it. */
export function toLibraryServer(metadata: ServerMetadataFact): AuthorizationServer {
  const { authorizationEndpoint, tokenEndpoint, registrationEndpoint, revocationEndpoint } =
    metadata
  return {
    issuer: metadata.issuer,
    ...(authorizationEndpoint !== undefined && { authorization_endpoint: authorizationEndpoint }),
    ...(tokenEndpoint !== undefined && { token_endpoint: tokenEndpoint }),
    ...(registrationEndpoint !== undefined && { registration_endpoint: registrationEndpoint }),
    ...(revocationEndpoint !== undefined && { revocation_endpoint: revocationEndpoint }),
  }
}

/** The client as the library wants it. */
export function toLibraryClient(identity: ClientIdentity): Client {
  return { client_id: identity.clientId }
}

/** How the client shows who it is at the token endpoint. */
export function toClientAuth(identity: ClientIdentity, key: ClientKey | undefined): ClientAuth {
  switch (identity.authentication) {
    case 'none':
      return None()
    case 'client_secret_post':
      return ClientSecretPost(identity.clientSecret ?? '')
    case 'client_secret_basic':
      return basicAuth(identity.clientSecret ?? '')
    case 'private_key_jwt':
      if (!key) throw new Error('private_key_jwt needs a key')
      return PrivateKeyJwt({ ...key }, { [modifyAssertion]: nameEdwardsCurveAsUsual })
  }
}

/** "Ed25519" is the newer name of the algorithm; authorization servers know it as "EdDSA" (RFC 8037). */
function nameEdwardsCurveAsUsual(header: Record<string, unknown>): void {
  if (header.alg === 'Ed25519') Object.assign(header, { alg: 'EdDSA' })
}

/** Basic with id and secret encoded as WHATWG forms encode: `- _ . *` stay, as many servers do not decode. */
function basicAuth(secret: string): ClientAuth {
  return (...[, client, , headers]) => {
    const pair = `${formEncode(client.client_id)}:${formEncode(secret)}`
    headers.set('authorization', `Basic ${btoa(pair)}`)
  }
}

function formEncode(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice('v='.length)
}

function toAsk(about: About, url: string, init: LibraryInit): Ask {
  return {
    ...about,
    method: init.method,
    url,
    headers: Object.entries(init.headers)
      .filter(([name]) => name.toLowerCase() !== 'user-agent')
      .map(([name, value]) => [name, value] as const),
    ...(init.body !== undefined && init.body !== null && { body: bodyText(init.body) }),
    repeatable: false,
  }
}

function bodyText(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString()
  if (typeof body === 'string') return body
  throw new Error('The library sent a body of an unexpected kind')
}

/** A fresh Response of what was recorded; undefined when there is none, or a Response cannot be like it. */
function toResponse(exchange: Exchange): Response | undefined {
  const answer = answerOf(exchange)
  if (!answer || answer.status < 200 || answer.status > 599) return undefined
  const empty = [204, 205, 304].includes(answer.status)
  const headers = new Headers()
  for (const [name, value] of answer.headers) {
    if (HEADER_VALUE.test(value)) headers.append(name, value)
  }
  return new Response(empty ? null : answer.body.text, { status: answer.status, headers })
}
