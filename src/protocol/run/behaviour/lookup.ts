/** Where protected resource metadata is looked for. */
export type ResourceMetadataPlace = 'challenge' | 'path-inserted' | 'path-appended' | 'root'

/** Where authorization server metadata is looked for, relative to an issuer. */
export type ServerMetadataPlace =
  | 'oauth-inserted'
  | 'oauth-appended'
  | 'openid-inserted'
  | 'openid-appended'
  | 'oauth-root'
  | 'openid-root'

/** What a client does when a place has nothing: looks on, gives up looking for this kind, or gives up altogether. */
export type OnFailure = 'next' | 'fallback' | 'abort'

/** A request for the MCP endpoint itself without a token. Only a POST carries a message. */
export type Probe = {
  readonly id: string
  readonly purpose: 'probe'
  readonly method: 'POST' | 'GET' | 'HEAD'
  readonly onFailure: OnFailure
}

/** A look for resource metadata, made while nothing usable was found. */
export type ResourceLookup = {
  readonly id: string
  readonly purpose: 'resource-metadata'
  readonly method: 'GET' | 'HEAD'
  readonly at: ResourceMetadataPlace
  /** `own-pointer`: the challenge points to the MCP server's own origin; `no-pointer`: it names no place. */
  readonly when: 'always' | 'pointer' | 'own-pointer' | 'no-pointer'
  readonly onFailure: OnFailure
}

/** A look for authorization server metadata, made while nothing usable was found. */
export type ServerLookup = {
  readonly id: string
  /** `scopes`: only its `scopes_supported` are of interest, and it is made before anything else. */
  readonly purpose: 'server-metadata' | 'scopes'
  readonly method: 'GET' | 'HEAD'
  readonly at: ServerMetadataPlace
  /** The issuer; or the MCP server itself, without or with its path. */
  readonly of: 'issuer' | 'origin' | 'endpoint'
  /** `named`: somebody named the issuer; `guessed`: nobody did, and the MCP server stands in for it. */
  readonly when: 'always' | 'named' | 'guessed'
  /** Metadata of the MCP server that has to name the issuer which the resource metadata named. */
  readonly expects?: 'named'
  readonly onFailure: OnFailure
}

/** One entry of a client's discovery plan, in the client's order. */
export type Lookup = Probe | ResourceLookup | ServerLookup

/** An MCP request without a token, as a conforming client begins. */
export const FIRST_CONTACT: Probe = {
  id: 'probe',
  purpose: 'probe',
  method: 'POST',
  onFailure: 'abort',
}

/** The address that the challenge names. */
export const POINTER: ResourceLookup = {
  id: 'prm-challenge',
  purpose: 'resource-metadata',
  method: 'GET',
  at: 'challenge',
  when: 'pointer',
  onFailure: 'next',
}

/** Resource metadata at the path-specific address. */
export const PATH_INSERTED: ResourceLookup = {
  ...POINTER,
  id: 'prm-path',
  at: 'path-inserted',
  when: 'always',
}

/** Resource metadata at the root address. */
export const ROOT: ResourceLookup = { ...PATH_INSERTED, id: 'prm-root', at: 'root' }

/** All places of 2025-11-25 and later, in their order. */
export const RESOURCE_METADATA: readonly ResourceLookup[] = [POINTER, PATH_INSERTED, ROOT]

/** Metadata of the issuer by RFC 8414. */
export const OAUTH_INSERTED: ServerLookup = {
  id: 'as-rfc8414',
  purpose: 'server-metadata',
  method: 'GET',
  at: 'oauth-inserted',
  of: 'issuer',
  when: 'always',
  onFailure: 'next',
}

/** OpenID configuration with the issuer's path inserted. */
export const OPENID_INSERTED: ServerLookup = {
  ...OAUTH_INSERTED,
  id: 'as-oidc-inserted',
  at: 'openid-inserted',
}

/** OpenID configuration below the issuer's path. */
export const OPENID_APPENDED: ServerLookup = {
  ...OAUTH_INSERTED,
  id: 'as-oidc-appended',
  at: 'openid-appended',
}

/** All places of 2025-11-25 and later, in their order. */
export const SERVER_METADATA: readonly ServerLookup[] = [
  OAUTH_INSERTED,
  OPENID_INSERTED,
  OPENID_APPENDED,
]
