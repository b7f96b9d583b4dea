import type { HeaderList } from '../http/exchange.ts'
import type { RevisionChoice } from '../spec/revisions.ts'

/** How requests travel: the page's own fetch, our relay, or direct first and the relay where a page may not read. */
export type TransportChoice = 'auto' | 'direct' | 'relay'

/** `together` overlaps what is safe to overlap; `one-by-one` keeps the order of a plain client. */
export type Pace = 'together' | 'one-by-one'

/** The grant that brings the access token. */
export type Grant = 'authorization_code' | 'client_credentials'

/** Client authentication methods at the token endpoint that the walk can use. */
export type ClientAuthentication =
  | 'none'
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'private_key_jwt'

/** How the person is sent to the authorization server. */
export type AuthorizationBy = 'same-tab' | 'popup' | 'paste'

/**
 * Everything that steers a walk and may be shown, saved and sent. Never a secret: client secret, private key and
 * the values of extra headers are in `RunSecrets`.
 */
export type RunConfig = {
  /** The MCP endpoint as the person gave it, without fragment. */
  readonly server: string
  readonly revision: RevisionChoice
  /** `spec`, or the id of a client profile. */
  readonly client: string
  readonly transport: TransportChoice
  readonly pace: Pace
  readonly grant: Grant
  readonly authorizationBy: AuthorizationBy
  /** Where the authorization server sends the person back to: the address of callback.html. */
  readonly redirectUri: string
  /** The page's own address, sent as `client_uri` in dynamic registration when it is https. */
  readonly clientUri: string
  /** Milliseconds until a request is given up. */
  readonly timeout: number
  /** Scopes to ask for instead of the revision's choice; an empty string asks for none. */
  readonly scope?: string
  /** Resource indicator to send instead of the one that was found. */
  readonly resource?: string
  /** A client id that the authorization server already knows. */
  readonly clientId?: string
  readonly clientAuthentication?: ClientAuthentication
  /** Address of a client ID metadata document to use as the client id. */
  readonly clientDocument?: string
  /** An authorization server chosen by the person, by its issuer identifier. */
  readonly issuer?: string
  /** Further parameters of the authorization request. */
  readonly authorizationParameters?: readonly (readonly [name: string, value: string])[]
  /** Names of extra headers that are sent to the MCP server; their values are secrets. */
  readonly headerNames?: readonly string[]
  /** One tool to call after the list. */
  readonly call?: { readonly tool: string; readonly arguments: string }
  /** Scopes to add by a step-up after the tools. */
  readonly stepUp?: string
  /** Steps on demand that run after the tools, and a survey of what other clients would ask at the very end. */
  readonly also: readonly (OnDemandStep | 'survey')[]
}

/** A step that runs only when the person asks for it. */
export type OnDemandStep = (typeof ON_DEMAND)[number]

/** In the order in which they run: what takes the token away comes last. */
export const ON_DEMAND = ['refresh', 'step-up', 'probes', 'revoke'] as const

/** What the walk needs and no document, link or log may carry. */
export type RunSecrets = {
  readonly clientSecret?: string
  /** PKCS#8 PEM or a JWK as JSON, for `private_key_jwt`. */
  readonly privateKey?: string
  /** Extra headers for the MCP server. */
  readonly headers?: HeaderList
}

/** The values a walk has when the person chooses nothing. */
export const DEFAULT_CONFIG = {
  revision: 'auto',
  client: 'spec',
  transport: 'auto',
  pace: 'together',
  grant: 'authorization_code',
  authorizationBy: 'same-tab',
  timeout: 15_000,
  also: [],
} as const satisfies Partial<RunConfig>
