import type { ChallengeReading } from '../http/challenge.ts'
import type { ExchangeId } from '../http/exchange.ts'
import type { JsonObject } from '../http/json.ts'
import type { ResourceMetadataPlace, ServerMetadataPlace } from './behaviour/lookup.ts'
import type { ClientAuthentication } from './config.ts'
import type { RegistrationKind, ScopeSource } from './policy.ts'

/** What the first contact, or a later refusal, taught. */
export type ChallengeFact = {
  readonly exchange: ExchangeId
  readonly status: number
  /** False when the server answered without a token: nothing to authorize. */
  readonly required: boolean
  /** The header as read; `hidden` when a browser may not see it, `absent` when there is none. */
  readonly header: 'hidden' | 'absent' | ChallengeReading
  readonly resourceMetadata?: string
  readonly scope?: string
  readonly error?: string
}

/** One document that was looked for. */
export type Looked<Place> = {
  readonly place: Place
  readonly url: string
  readonly exchange: ExchangeId
  /** The JSON object that answered with 200, if one did. */
  readonly document?: JsonObject
}

/** The protected resource metadata in use, and everywhere it was looked for (RFC 9728). */
export type ResourceMetadataFact = {
  readonly looked: readonly Looked<ResourceMetadataPlace>[]
  readonly found?: Looked<ResourceMetadataPlace> & { readonly document: JsonObject }
  /** `resource` as received. */
  readonly resource?: string
  /** `authorization_servers` as received, strings only. */
  readonly issuers: readonly string[]
  readonly scopes?: readonly string[]
}

/** Which authorization server the walk uses, as the very string that was received, and who named it. */
export type IssuerFact = {
  readonly issuer: string
  readonly from: 'resource-metadata' | 'person' | 'origin'
}

/** What a client read of an authorization server's scopes apart from its discovery. */
export type EarlyMetadataFact = {
  readonly exchange: ExchangeId
  readonly scopes: readonly string[] | null
}

/** The authorization server metadata in use (RFC 8414, OpenID Connect Discovery). */
export type ServerMetadataFact = {
  readonly looked: readonly Looked<ServerMetadataPlace>[]
  readonly found?: Looked<ServerMetadataPlace> & { readonly document: JsonObject }
  /** The issuer that later checks compare with: the string that led here. */
  readonly issuer: string
  /** True when the 2025-03-26 default endpoints stand in for missing metadata. */
  readonly guessed: boolean
  readonly authorizationEndpoint?: string
  readonly tokenEndpoint?: string
  readonly registrationEndpoint?: string
  readonly revocationEndpoint?: string
}

/** One place that could name scopes, and what it named. */
export type ScopeCandidate = {
  readonly source: 'person' | ScopeSource | 'step-up'
  readonly scopes: readonly string[] | null
  readonly exchange?: ExchangeId
}

/** The scopes to ask for. `asked` null means: leave the parameter out. */
export type ScopeFact = {
  readonly asked: string | null
  readonly from: ScopeCandidate['source'] | 'nobody'
  readonly candidates: readonly ScopeCandidate[]
  readonly offlineAccess: boolean
}

/** The client we are at one authorization server. Never shown to another one. */
export type ClientIdentity = {
  readonly issuer: string
  readonly kind: Exclude<RegistrationKind, 'person'>
  readonly clientId: string
  readonly clientSecret?: string
  readonly authentication: ClientAuthentication
  readonly redirectUri: string
  readonly exchange?: ExchangeId
}

/** One authorization request, recorded before the browser leaves. */
export type AuthorizationFact = {
  readonly url: string
  readonly exchange: ExchangeId
  readonly state: string
  readonly verifier: string
  readonly codeChallenge: string
  /** The issuer recorded before redirecting, as RFC 9207 and 2026-07-28 ask. */
  readonly issuer: string
  readonly clientId: string
  readonly redirectUri: string
  readonly resource?: string
  readonly scope: string | null
}

/** What came back to the redirect URI, after the checks. */
export type CallbackFact = {
  readonly exchange: ExchangeId
  readonly parameters: readonly (readonly [name: string, value: string])[]
  readonly code?: string
  readonly iss?: string
  readonly error?: string
}

/** A token answer. Times are epoch milliseconds. */
export type TokensFact = {
  readonly exchange: ExchangeId
  readonly accessToken: string
  readonly tokenType: string
  readonly scope?: string
  readonly expiresAt?: number
  readonly refreshToken?: string
}

/** How the server is spoken to. */
export type SessionFact = {
  readonly era: 'modern' | 'legacy'
  readonly version: string
  readonly exchange: ExchangeId
  readonly sessionId?: string
  readonly serverName?: string
  readonly serverVersion?: string
  /** Null when the server did not say. */
  readonly capabilities: JsonObject | null
}

/** One tool as listed. */
export type Tool = {
  readonly name: string
  readonly title?: string
  readonly description?: string
  readonly inputSchema?: JsonObject
}

/** All pages of tools/list. */
export type ToolsFact = {
  readonly tools: readonly Tool[]
  readonly exchanges: readonly ExchangeId[]
  /** Why the list ended before the server said so. */
  readonly cut?: 'repeated-cursor' | 'page-limit'
  readonly call?: {
    readonly tool: string
    readonly exchange: ExchangeId
    readonly isError: boolean
  }
}

/** What a refresh grant or a revocation brought. */
export type AfterwardsFact = { readonly exchange: ExchangeId; readonly status: number }

/** A request for more scopes in the middle of the walk. */
export type StepUpFact = {
  readonly exchange: ExchangeId
  /** Scopes that the server's 403 named; null when it named none. */
  readonly challenged: string | null
}

/** The session begins anew in another way: with `initialize` at last, or with one whose headers can all be seen. */
export type RestartFact = {
  readonly by: 'initialize' | 'relay'
  /** What began the session before. */
  readonly after: ExchangeId
}

/** Everything a walk has learned, one key each. */
export type Facts = {
  readonly challenge: ChallengeFact
  readonly resourceMetadata: ResourceMetadataFact
  readonly issuer: IssuerFact
  readonly earlyMetadata: EarlyMetadataFact
  readonly serverMetadata: ServerMetadataFact
  readonly scope: ScopeFact
  readonly clientIdentity: ClientIdentity
  readonly authorization: AuthorizationFact
  readonly callback: CallbackFact
  readonly tokens: TokensFact
  readonly restart: RestartFact
  readonly session: SessionFact
  readonly tools: ToolsFact
  readonly refresh: AfterwardsFact
  readonly revocation: AfterwardsFact
  readonly stepUp: StepUpFact
}

/** The name of a fact. */
export type FactName = keyof Facts
