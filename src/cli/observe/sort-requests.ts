import type { Seen } from './record.ts'

/** What a request of a client was for, in the words of a client profile. */
export type Sorted = { readonly seen: Seen; readonly kind: Kind }

export type Kind =
  | { readonly is: 'mcp' | 'registration' | 'authorization' | 'token' | 'other' }
  | { readonly is: 'resource-metadata'; readonly at: ResourcePlace }
  | { readonly is: 'server-metadata'; readonly at: ServerPlace; readonly of: Owner }

type ResourcePlace = 'challenge' | 'path-inserted' | 'path-appended' | 'root'
type ServerPlace =
  | 'oauth-inserted'
  | 'oauth-appended'
  | 'openid-inserted'
  | 'openid-appended'
  | 'oauth-root'
  | 'openid-root'
/** Whose metadata was looked for: the issuer's, or the MCP server's without or with its path. */
type Owner = 'issuer' | 'origin' | 'endpoint'

/** The MCP endpoint: what the first JSON-RPC message, else the first request that answered 401, went to. */
export function findServer(seen: readonly Seen[]): string | undefined {
  const first = seen.find(({ body }) => body.includes('"jsonrpc"'))
  return (first ?? seen.find(({ challenge }) => challenge !== null))?.url
}

/** Tells of each request what it was for. */
export function sortRequests(seen: readonly Seen[], server: string): readonly Sorted[] {
  return seen.map((each, at) => ({ seen: each, kind: kindOf(each, server, seen.slice(0, at)) }))
}

function kindOf(each: Seen, server: string, before: readonly Seen[]): Kind {
  const { url, body, method } = each
  if (!URL.canParse(url)) return { is: 'other' }
  const { searchParams, pathname } = new URL(url)
  if (withoutSlash(url) === withoutSlash(server)) return { is: 'mcp' }
  const wellKnown = /^(?<prefix>.*)\/\.well-known\/(?<name>[a-z-]+)(?<suffix>.*)$/.exec(pathname)
  const { prefix = '', name = '', suffix = '' } = wellKnown?.groups ?? {}
  if (name === 'oauth-protected-resource') {
    return { is: 'resource-metadata', at: resourcePlace(url, { prefix, suffix }, before) }
  }
  const family = FAMILIES.find((known) => known.name === name)?.family
  if (family)
    return { is: 'server-metadata', ...serverPlace(url, family, { prefix, suffix, server }) }
  if (searchParams.has('response_type')) return { is: 'authorization' }
  if (method === 'POST' && body.includes('redirect_uris')) return { is: 'registration' }
  if (method === 'POST' && body.includes('grant_type=')) return { is: 'token' }
  return { is: 'other' }
}

const FAMILIES = [
  { name: 'oauth-authorization-server', family: 'oauth' },
  { name: 'openid-configuration', family: 'openid' },
] as const

type Around = { readonly prefix: string; readonly suffix: string }

function resourcePlace(
  url: string,
  { prefix, suffix }: Around,
  before: readonly Seen[],
): ResourcePlace {
  if (before.some(({ challenge }) => challenge?.includes(`resource_metadata="${url}"`)))
    return 'challenge'
  if (prefix !== '') return 'path-appended'
  return suffix === '' ? 'root' : 'path-inserted'
}

function serverPlace(
  url: string,
  family: 'oauth' | 'openid',
  { prefix, suffix, server }: Around & { readonly server: string },
): { readonly at: ServerPlace; readonly of: Owner } {
  const { origin, pathname } = new URL(server)
  const isOwn = new URL(url).origin === origin
  const isPath = suffix === pathname || prefix === pathname
  const of = !isOwn ? 'issuer' : isPath ? 'endpoint' : 'origin'
  return { at: prefix === '' ? `${family}-inserted` : `${family}-appended`, of }
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '')
}
