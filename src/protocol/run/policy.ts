import type { Revision } from '../spec/revisions.ts'

/** Where protected resource metadata is looked for. */
export type ResourceMetadataPlace = 'challenge' | 'path-inserted' | 'path-appended' | 'root'

/** Where authorization server metadata is looked for, relative to an issuer. */
export type ServerMetadataPlace =
  | 'oauth-inserted'
  | 'openid-inserted'
  | 'openid-appended'
  | 'oauth-root'
  | 'openid-root'

/** Ways to come by a client id. */
export type RegistrationKind = 'pre-registered' | 'client-document' | 'dynamic' | 'person'

/** Where scopes may come from. */
export type ScopeSource = 'challenge' | 'resource-metadata' | 'server-metadata'

/**
 * What a client does on the wire, as data. Each revision has one; a client profile changes some fields.
 * Steps read it and never ask who the client is.
 */
export type Policy = {
  /** The first request: a stateless 2026-07-28 call, or `initialize`. */
  readonly firstContact: 'modern' | 'legacy'
  /** Versions it may speak in the `initialize` era, newest first. */
  readonly versions: readonly string[]
  /** Tried in order. Empty: the client knows no resource metadata and takes the MCP server's origin as issuer. */
  readonly resourceMetadata: readonly ResourceMetadataPlace[]
  /** What `resource` may differ in and still be taken. */
  readonly resourceCheck: 'exact' | 'same-origin-prefix' | 'none'
  readonly serverMetadata: readonly ServerMetadataPlace[]
  /** HTTP methods sent to each metadata location, in order. */
  readonly metadataMethods: readonly ('HEAD' | 'GET')[]
  readonly issuerCheck: 'exact' | 'none'
  /** When nothing named an issuer, or its metadata is missing: `/authorize`, `/token`, `/register` at the origin. */
  readonly defaultEndpoints: boolean
  /** Whether the MCP server's origin stands in for the issuer when there is no resource metadata. */
  readonly originAsIssuer: boolean
  readonly requiresPkceAdvertised: boolean
  readonly scopeFrom: readonly ScopeSource[]
  /** Adds `offline_access` when the authorization server lists it and there is a scope to add it to. */
  readonly offlineAccess: boolean
  readonly registration: readonly RegistrationKind[]
  readonly sendsApplicationType: boolean
  /** When `resource` is sent with authorization and token requests. */
  readonly sendsResource: 'always' | 'with-resource-metadata' | 'never'
  /** Compares `iss` of the callback with the recorded issuer. */
  readonly issCheck: boolean
  /** Scopes of the next authorization request after 403 insufficient_scope. */
  readonly stepUp: 'union' | 'challenge' | 'none'
  /** The most authorization requests in one walk. */
  readonly authorizationRequests: number
}

const NEWEST_POLICY: Policy = {
  firstContact: 'modern',
  versions: ['2025-11-25', '2025-06-18', '2025-03-26'],
  resourceMetadata: ['challenge', 'path-inserted', 'root'],
  resourceCheck: 'exact',
  serverMetadata: ['oauth-inserted', 'openid-inserted', 'openid-appended'],
  metadataMethods: ['GET'],
  issuerCheck: 'exact',
  defaultEndpoints: false,
  originAsIssuer: false,
  requiresPkceAdvertised: true,
  scopeFrom: ['challenge', 'resource-metadata'],
  offlineAccess: true,
  registration: ['pre-registered', 'client-document', 'dynamic', 'person'],
  sendsApplicationType: true,
  sendsResource: 'always',
  issCheck: true,
  stepUp: 'union',
  authorizationRequests: 3,
}

const POLICY_2025_11_25: Policy = {
  ...NEWEST_POLICY,
  firstContact: 'legacy',
  versions: ['2025-11-25'],
  offlineAccess: false,
}

const POLICY_2025_06_18: Policy = {
  ...POLICY_2025_11_25,
  versions: ['2025-06-18'],
  resourceMetadata: ['challenge'],
  serverMetadata: ['oauth-inserted'],
  requiresPkceAdvertised: false,
  scopeFrom: [],
  registration: ['pre-registered', 'dynamic', 'person'],
}

const POLICY_2025_03_26: Policy = {
  ...POLICY_2025_06_18,
  versions: ['2025-03-26'],
  resourceMetadata: [],
  resourceCheck: 'none',
  // Its text asks no client to compare, and servers of that time show the metadata of an issuer elsewhere as their own.
  issuerCheck: 'none',
  issCheck: false,
  defaultEndpoints: true,
  originAsIssuer: true,
  sendsResource: 'never',
}

/** What a conforming client of each revision does (digest section 1.1). */
export const REVISION_POLICIES: { readonly [revision in Revision]: Policy } = {
  '2025-03-26': POLICY_2025_03_26,
  '2025-06-18': POLICY_2025_06_18,
  '2025-11-25': POLICY_2025_11_25,
  '2026-07-28': NEWEST_POLICY,
}
