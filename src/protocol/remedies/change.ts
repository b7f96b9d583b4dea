import type { JsonObject } from '../http/json.ts'

/** The values of each kind of mending, as they are in one run. Paths are those of addresses: `/mcp`. */
type Values = {
  /** The header of a 401: the line that the server should send, and what it is made of. */
  readonly challenge: Challenge
  /** The same where no token came, and nothing may be said about one. */
  readonly 'bare-challenge': Challenge
  /** The same where a token came and was refused. */
  readonly 'refused-challenge': Challenge
  /** The resource metadata, served without a token. */
  readonly 'resource-metadata': Served
  /** The authorization server's metadata, where an owner writes it. */
  readonly 'server-metadata': Served
  /** What lets pages read and ask an MCP endpoint. */
  readonly cors: { readonly path: string }
  /** What lets pages read a public document. */
  readonly 'metadata-cors': { readonly path: string }
  /** What lets pages of an origin use an authorization server. */
  readonly 'endpoint-cors': Client & { readonly path: string }
  /** Origins that a server with protection against DNS rebinding takes. */
  readonly 'allowed-origin': { readonly origin: string; readonly host: string }
  /** Event streams that no proxy holds back. */
  readonly unbuffered: { readonly path: string }
  /** How a server checks tokens: whose they are, and for whom. */
  readonly 'token-check': Tokens & { readonly path: string; readonly keys: string }
  /** Whom an authorization server issues tokens for. */
  readonly audience: Tokens & { readonly scopes: readonly string[] }
  /** Scopes that an authorization server knows and grants. */
  readonly scopes: { readonly scopes: readonly string[] }
  /** Clients that register themselves. */
  readonly registration: Client & { readonly scopes: readonly string[] }
  /** Clients that have no secret. */
  readonly 'public-client': Client
  /** A redirect URI that is allowed. */
  readonly 'redirect-uri': Client
  /** Refresh tokens that are issued, and that are good once. */
  readonly 'refresh-tokens': { readonly scopes: readonly string[] }
  readonly rotation: { readonly scopes: readonly string[] }
  /** `iss` in every redirect, and the word for it in the metadata. */
  readonly iss: { readonly issuer: string }
  /** PKCE with S256, demanded and advertised. */
  readonly pkce: { readonly issuer: string }
  /** The string that an authorization server calls itself. */
  readonly 'issuer-name': { readonly issuer: string }
  /** The https address that a server has outside, behind a proxy. */
  readonly 'public-address': { readonly host: string }
  /** Answers of a token endpoint, which nobody may keep. */
  readonly 'no-store': { readonly path: string }
}

type Challenge = {
  readonly path: string
  /** The value of WWW-Authenticate. */
  readonly line: string
  readonly metadata: string
  readonly scopes: readonly string[]
  /** The authorization servers that the resource metadata lists. */
  readonly issuers: readonly string[]
}

type Served = { readonly path: string; readonly document: JsonObject }

/** The page that walks, as a client. */
type Client = { readonly redirectUri: string; readonly origin: string }

type Tokens = { readonly issuer: string; readonly resource: string }

/** The kinds of mending. A rule names some of them; a stack knows how each is done there. */
export type ChangeKind = keyof Values

/** The values of one kind. */
export type ValuesOf<Kind extends ChangeKind> = Values[Kind]

/** One thing to change, with the values of a run. */
export type Change<Kind extends ChangeKind = ChangeKind> = {
  [Each in Kind]: { readonly kind: Each; readonly values: Values[Each] }
}[Kind]
