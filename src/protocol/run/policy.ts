import type { HeaderList } from '../http/exchange.ts'
import type { Revision } from '../spec/revisions.ts'
import {
  FIRST_CONTACT,
  type Lookup,
  OAUTH_INSERTED,
  POINTER,
  RESOURCE_METADATA,
  SERVER_METADATA,
} from './behaviour/lookup.ts'

/** Ways to come by a client id. */
export type RegistrationKind = 'pre-registered' | 'client-document' | 'dynamic' | 'person'

/** Where scopes may come from. `early-metadata` is what a client read apart from its discovery, `fixed` its own list. */
export type ScopeSource =
  | 'challenge'
  | 'resource-metadata'
  | 'server-metadata'
  | 'early-metadata'
  | 'fixed'

/**
 * What `resource` may differ in and still be taken. `exact`: the MCP URL where the challenge points and at the path,
 * the origin at the root. `exact-url` the same after a URL parser. `endpoint-url`: the MCP URL wherever it was found.
 * `same-origin-parent`: a prefix of the path that is no longer than it, be it by a slash.
 */
export type ResourceCheck =
  | 'exact'
  | 'exact-url'
  | 'endpoint-url'
  | 'endpoint-or-origin'
  | 'same-origin-prefix'
  | 'same-origin-parent'
  | 'none'

/** How the `issuer` of metadata is compared with the one it was looked up for. `present`: it only has to be there. */
export type IssuerCheck = 'exact' | 'trailing-slash' | 'same-url' | 'present' | 'none'

/**
 * What a client does on the wire, as data. Each revision has one; a client profile changes some fields.
 * Steps read it and never ask who the client is.
 */
export type Policy = {
  /** Where it looks and how, in order. */
  readonly discovery: readonly Lookup[]
  /** Whether it asks ahead of its turn what is safe to ask; a client that is imitated keeps its own order. */
  readonly asksAhead: boolean
  /** Headers that go with each request for metadata; `server`: only to the MCP server's own origin. */
  readonly metadataHeaders: { readonly to: 'all' | 'server'; readonly headers: HeaderList }
  /** What it does when a place for metadata answers with a server's error (5xx), or does not get to answer. */
  readonly metadataFault: 'next' | 'abort' | 'abort-if-lost'
  /** What it does when a place for issuer metadata answers, but not in time or not with a document that it can use. */
  readonly unusableMetadata: 'next' | 'abort'
  /** Which 403 it takes as it takes a 401: one with a challenge, one with the error insufficient_scope, or none. */
  readonly takes403: 'with-challenge' | 'insufficient-scope' | 'never'
  /** The first request: a stateless 2026-07-28 call, or `initialize`. */
  readonly firstContact: 'modern' | 'legacy'
  /** Versions it may speak in the `initialize` era, newest first. */
  readonly versions: readonly string[]
  readonly resourceCheck: ResourceCheck
  /**
   * A document for another resource: look on and let the rules judge, end the looking there (`abort-late`: the walk only
   * once the issuer's metadata is read), or act as if it were not there.
   */
  readonly resourceMismatch: 'look-on' | 'abort' | 'abort-late' | 'discard'
  /** A document whose `resource` is no URL: one for another resource, or none at all. */
  readonly withoutResource: 'mismatch' | 'no-document'
  /** Which of several authorization servers it asks. */
  readonly issuers: 'first' | 'each'
  readonly issuerCheck: IssuerCheck
  /** The same for an issuer that nobody named, where the client took the MCP server's own address. */
  readonly originIssuerCheck: IssuerCheck
  /** Whether metadata without `issuer` passes the check. */
  readonly takesMissingIssuer: boolean
  /** `/authorize`, `/token`, `/register` when there is no metadata: at the origin of the issuer (or only of one that nobody named), or at the MCP server's. */
  readonly defaultEndpoints: 'never' | 'issuer' | 'server' | 'guessed-issuer'
  /** What stands in for the issuer when no resource metadata names one: nothing, the origin, or the MCP URL with its path. */
  readonly originAsIssuer: 'never' | 'origin' | 'endpoint'
  /** What `code_challenge_methods_supported` must hold: S256; something; S256 if it is there at all; anything. */
  readonly pkceCheck: 'must-list' | 'must-be-there' | 'if-there' | 'none'
  readonly scopeFrom: readonly ScopeSource[]
  /** The first source that names any, or all of them but `server-metadata`, which stands in for none. */
  readonly scopeSources: 'first' | 'union'
  /** The scopes of the source `fixed`. */
  readonly fixedScope: string
  /** Asks for every OpenID scope that the authorization server lists, too. */
  readonly addsOpenidScopes: boolean
  /** How a request for no scope looks: without the parameter, or with an empty one. */
  readonly noScope: 'left-out' | 'empty'
  /** Adds `offline_access` when the authorization server lists it: never, where there is a scope to add it to, always. */
  readonly offlineAccess: 'never' | 'with-scope' | 'always'
  readonly registration: readonly RegistrationKind[]
  /** What must be advertised before it shows its metadata document. */
  readonly documentNeeds: 'flag' | 'flag-and-public-clients'
  /** `token_endpoint_auth_method` that it registers with. */
  readonly registersAs: 'none' | 'client_secret_post' | 'client_secret_basic'
  readonly sendsApplicationType: boolean
  /** When `resource` is sent with authorization and token requests. */
  readonly sendsResource: 'always' | 'with-resource-metadata' | 'never'
  readonly resourceOnRefresh: boolean
  /** The string that was received; the same as a URL parser writes it; or the MCP URL, whatever was received. */
  readonly resourceForm: 'as-received' | 'parsed' | 'server'
  /** Compares `iss` of the callback with the recorded issuer; `announced-only` refuses one that was not promised. */
  readonly issCheck: 'none' | 'compare' | 'announced-only'
  /** Scopes of the next authorization request after 403 insufficient_scope. */
  readonly stepUp: 'union' | 'challenge' | 'none'
  /** The most authorization requests in one walk. */
  readonly authorizationRequests: number
  /** Rules at whose failure it gives up where others go on: its own reading of answers is stricter. */
  readonly refusesAt: readonly string[]
  /** What cuts a value out of a challenge, after its name and "="; empty for a reader that forgives what it can. */
  readonly challengePattern: string
  /** Looks for S256 and the response type `code` only when it is about to ask, not with the metadata. */
  readonly checksOffersLate: boolean
  /** Sends a POST again to where a 307 or 308 points within its origin. */
  readonly followsPosts: boolean
  /** Has read all metadata for itself, with its scopes, before the library in it begins and reads anew. */
  readonly readsTwice: boolean
  /** Asks a server that knows no POST whether it speaks the transport of 2024-11-05. */
  readonly triesOldTransport: boolean
  /** Reads the resource metadata again when its fresh token is refused, in case that another issuer is named by now. */
  readonly rediscovers: boolean
  /** Gives up where the notification of a session is answered with an error. */
  readonly needsNotifications: boolean
}

const NEWEST_POLICY: Policy = {
  discovery: [FIRST_CONTACT, ...RESOURCE_METADATA, ...SERVER_METADATA],
  asksAhead: true,
  metadataHeaders: { to: 'all', headers: [] },
  metadataFault: 'next',
  unusableMetadata: 'next',
  takes403: 'with-challenge',
  firstContact: 'modern',
  versions: ['2025-11-25', '2025-06-18', '2025-03-26'],
  resourceCheck: 'exact',
  resourceMismatch: 'look-on',
  withoutResource: 'mismatch',
  issuers: 'first',
  issuerCheck: 'exact',
  originIssuerCheck: 'exact',
  takesMissingIssuer: false,
  defaultEndpoints: 'never',
  originAsIssuer: 'never',
  pkceCheck: 'must-list',
  scopeFrom: ['challenge', 'resource-metadata'],
  scopeSources: 'first',
  fixedScope: '',
  addsOpenidScopes: false,
  noScope: 'left-out',
  offlineAccess: 'with-scope',
  registration: ['pre-registered', 'client-document', 'dynamic', 'person'],
  documentNeeds: 'flag',
  registersAs: 'none',
  sendsApplicationType: true,
  sendsResource: 'always',
  resourceOnRefresh: true,
  resourceForm: 'as-received',
  issCheck: 'compare',
  stepUp: 'union',
  authorizationRequests: 3,
  refusesAt: [],
  challengePattern: '',
  checksOffersLate: false,
  followsPosts: false,
  readsTwice: false,
  triesOldTransport: true,
  rediscovers: true,
  needsNotifications: false,
}

const POLICY_2025_11_25: Policy = {
  ...NEWEST_POLICY,
  firstContact: 'legacy',
  versions: ['2025-11-25'],
  offlineAccess: 'never',
}

const POLICY_2025_06_18: Policy = {
  ...POLICY_2025_11_25,
  versions: ['2025-06-18'],
  discovery: [FIRST_CONTACT, POINTER, OAUTH_INSERTED],
  pkceCheck: 'if-there',
  scopeFrom: [],
  registration: ['pre-registered', 'dynamic', 'person'],
}

const POLICY_2025_03_26: Policy = {
  ...POLICY_2025_06_18,
  versions: ['2025-03-26'],
  discovery: [FIRST_CONTACT, OAUTH_INSERTED],
  resourceCheck: 'none',
  // Its text asks no client to compare, and servers of that time show the metadata of an issuer elsewhere as their own.
  issuerCheck: 'none',
  originIssuerCheck: 'none',
  issCheck: 'none',
  defaultEndpoints: 'issuer',
  originAsIssuer: 'origin',
  sendsResource: 'never',
}

/** What a conforming client of each revision does (digest section 1.1). */
export const REVISION_POLICIES: { readonly [revision in Revision]: Policy } = {
  '2025-03-26': POLICY_2025_03_26,
  '2025-06-18': POLICY_2025_06_18,
  '2025-11-25': POLICY_2025_11_25,
  '2026-07-28': NEWEST_POLICY,
}
