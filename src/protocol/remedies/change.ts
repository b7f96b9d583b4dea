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
  readonly 'resource-metadata': { readonly path: string; readonly document: JsonObject }
  /** The authorization server's metadata. */
  readonly 'server-metadata': { readonly path: string; readonly document: JsonObject }
  /** What lets pages read and ask an MCP endpoint. */
  readonly cors: { readonly path: string }
  /** What lets pages read a public document. */
  readonly 'metadata-cors': { readonly path: string }
  /** Origins that a server with protection against DNS rebinding takes. */
  readonly 'allowed-origin': { readonly origin: string; readonly host: string }
  /** Event streams that no proxy holds back. */
  readonly unbuffered: { readonly path: string }
}

type Challenge = {
  readonly path: string
  /** The value of WWW-Authenticate. */
  readonly line: string
  readonly metadata: string
  readonly scopes: readonly string[]
}

/** The kinds of mending. A rule names some of them; a stack knows how each is done there. */
export type ChangeKind = keyof Values

/** The values of one kind. */
export type ValuesOf<Kind extends ChangeKind> = Values[Kind]

/** One thing to change, with the values of a run. */
export type Change<Kind extends ChangeKind = ChangeKind> = {
  [Each in Kind]: { readonly kind: Each; readonly values: Values[Each] }
}[Kind]
