import type { JsonObject } from './json.ts'

/** The stateless revision: every request carries its version. */
export const MODERN = '2026-07-28'
/** The revisions that start with `initialize`, oldest first. */
export const LEGACY = ['2025-03-26', '2025-06-18', '2025-11-25'] as const

export type LegacyVersion = (typeof LEGACY)[number]
export type AuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt'
export type Grant = 'authorization_code' | 'refresh_token' | 'client_credentials'

/** A client that the issuer's owner has entered by hand. */
export type KnownClient = {
  readonly clientId: string
  readonly clientSecret?: string
  readonly name?: string
  readonly method: AuthMethod
  readonly redirectUris: readonly string[]
  /** The public key of a `private_key_jwt` client. */
  readonly jwk?: JsonObject
  readonly grants?: readonly Grant[]
}

export type Registration = {
  readonly dynamic: boolean
  readonly documents: boolean
  readonly known: readonly KnownClient[]
}

export type Scopes = {
  /** Named in the 401 challenge. */
  readonly challenge?: readonly string[]
  /** `scopes_supported` of the resource metadata. */
  readonly resource?: readonly string[]
  /** `scopes_supported` of the issuer metadata. */
  readonly issuer?: readonly string[]
  /** What is granted to a request that names no scope (RFC 6749 section 3.3); by default what `resource` lists. */
  readonly unasked?: readonly string[]
  /** What an MCP method demands of a token. */
  readonly required?: { readonly [method: string]: readonly string[] }
}

/** A practice tool as it appears on the wire, and the scopes that a call of it needs. */
export type Tool = {
  readonly listed: JsonObject & { readonly name: string }
  readonly scopes?: readonly string[]
}

/** Every setting of a practice server, all of them filled in. */
export type Settings = {
  readonly server: string
  readonly issuer: string
  /** A second issuer, served beside the first; the fault `moves-issuer` turns to it. */
  readonly secondIssuer: string | undefined
  readonly eras: 'both' | 'modern' | 'legacy'
  readonly legacyVersions: readonly LegacyVersion[]
  readonly answers: 'json' | 'event-stream'
  readonly sessions: boolean
  readonly registration: Registration
  readonly consent: 'automatic' | 'page'
  /** The query of the authorization endpoint's own address, without which it answers nothing: `tenant=practice`. */
  readonly authorizationQuery: string | undefined
  readonly login: 'none' | 'page'
  readonly scopes: Scopes
  /** Which scopes a 403 names: all that the operation needs, or only those the token lacks. */
  readonly stepUpNames: 'needed' | 'missing'
  readonly tools: number | readonly Tool[]
  readonly pageSize: number
  /** The second page's cursor is the empty string, which is valid and not the end. */
  readonly emptyStringCursor: boolean
  readonly issuerMetadataAt: 'oauth' | 'openid-inserted' | 'openid-appended' | 'both' | 'nowhere'
  /** Whose origin serves the issuer metadata: the issuer's own, the MCP server's, or both. */
  readonly issuerMetadataOn: 'issuer' | 'server' | 'both'
  readonly resourceMetadataAt: 'path' | 'root' | 'both' | 'header-only' | 'nowhere'
  /** MCP methods that need no token. */
  readonly openMethods: 'all' | readonly string[]
  /**
   * Origins that the MCP endpoint answers; requests without an `Origin` always pass. `trustworthy`: https, and pages
   * of this machine. A page that got here by DNS rebinding is plain http.
   */
  readonly origins: 'any' | 'trustworthy' | readonly string[]
  /** Whether the issuer gives out tokens for this MCP server alone, or for whatever resource is named. */
  readonly resources: 'own' | 'any'
  readonly tokens: 'jwt' | 'opaque'
  /** Seconds that an access token lives. */
  readonly lifetime: number
  /** `offline-access`: rotating, and issued only when that scope was granted. */
  readonly refresh: 'rotating' | 'offline-access' | 'none'
  readonly tokenTypeCase: 'Bearer' | 'bearer' | 'BEARER'
  readonly grants: readonly Grant[]
  readonly authMethods: readonly AuthMethod[]
  /** RFC 9207: `iss` in every authorization response, and the flag that promises it. */
  readonly issuerParameter: boolean
  readonly challengeHeader:
    | 'plain'
    | 'several-challenges'
    | 'other-case'
    | 'comma-in-quotes'
    | 'no-pointer'
  readonly cors: boolean
  /** Milliseconds before each answer. */
  readonly delay: number
  readonly fetchDocument: (url: string) => Promise<Response>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What the person who sets up a practice server chooses; `server` and `issuer` alone are enough. */
export type Choices = Pick<Settings, 'server' | 'issuer'> & Refinements

export type Refinements = Partial<Omit<Settings, 'server' | 'issuer' | 'registration'>> & {
  readonly registration?: Partial<Registration>
}

const HEALTHY: Omit<Settings, 'server' | 'issuer'> = {
  secondIssuer: undefined,
  eras: 'both',
  legacyVersions: LEGACY,
  answers: 'json',
  sessions: false,
  registration: { dynamic: true, documents: true, known: [] },
  consent: 'automatic',
  authorizationQuery: undefined,
  login: 'none',
  scopes: {
    challenge: ['tools'],
    resource: ['tools'],
    issuer: ['tools', 'vault', 'offline_access'],
    required: { 'tools/list': ['tools'], 'tools/call': ['tools'] },
  },
  stepUpNames: 'needed',
  tools: 12,
  pageSize: Number.POSITIVE_INFINITY,
  emptyStringCursor: false,
  issuerMetadataAt: 'oauth',
  issuerMetadataOn: 'issuer',
  resourceMetadataAt: 'path',
  openMethods: [],
  origins: 'trustworthy',
  resources: 'own',
  tokens: 'jwt',
  lifetime: 3600,
  refresh: 'rotating',
  tokenTypeCase: 'Bearer',
  grants: ['authorization_code', 'refresh_token'],
  authMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  issuerParameter: true,
  challengeHeader: 'plain',
  cors: true,
  delay: 0,
  fetchDocument: fetchFarDocument,
  now: Date.now,
}

/** A client's document from where it lives: no redirect is followed, and nobody is signed in. */
export function fetchFarDocument(url: string): Promise<Response> {
  return fetch(url, {
    redirect: 'manual',
    credentials: 'omit',
    headers: { accept: 'application/json' },
  })
}

export function toSettings(choices: Choices): Settings {
  return {
    ...HEALTHY,
    ...choices,
    registration: { ...HEALTHY.registration, ...choices.registration },
  }
}
