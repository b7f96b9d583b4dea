import type { Settings } from './options.ts'
import type { Place } from './scene.ts'

export type Route = { readonly place: Place; readonly issuer: string; readonly form: string }

type Address = readonly [address: string, place: Place, form: string, issuer: string]

const RESOURCE = '/.well-known/oauth-protected-resource'
const OAUTH = '/.well-known/oauth-authorization-server'
const OPENID = '/.well-known/openid-configuration'

export function findRoute(url: URL, settings: Settings): Route {
  const address = url.origin + url.pathname
  return (
    routesOf(settings).get(address) ?? { place: 'elsewhere', issuer: settings.issuer, form: '' }
  )
}

const tables = new WeakMap<Settings, ReadonlyMap<string, Route>>()

/** Made once for each server: every request asks for it. */
function routesOf(settings: Settings): ReadonlyMap<string, Route> {
  const known = tables.get(settings)
  if (known !== undefined) return known
  const table = new Map<string, Route>()
  for (const [address, place, form, issuer] of addresses(settings)) {
    if (!table.has(address)) table.set(address, { place, form, issuer })
  }
  tables.set(settings, table)
  return table
}

/** Where the challenge says the resource metadata is. */
export function resourceMetadataUrl(settings: Settings): string {
  const { origin } = new URL(settings.server)
  const path = resourcePath(settings.server)
  switch (settings.resourceMetadataAt) {
    case 'root':
      return origin + RESOURCE
    case 'header-only':
    case 'nowhere':
      return `${origin}/resource-metadata`
    case 'path':
    case 'both':
      return origin + RESOURCE + path
  }
}

/** An issuer's endpoint: the issuer identifier without a final slash, and the name. */
export function endpointUrl(issuer: string, name: string): string {
  return `${issuer.replace(/\/$/, '')}/${name}`
}

function addresses(settings: Settings): readonly Address[] {
  const server = new URL(settings.server)
  return [
    [server.origin + server.pathname, 'mcp', '', settings.issuer],
    ...resourceMetadataAddresses(settings),
    ...issuers(settings).flatMap((issuer) => issuerAddresses(issuer, settings)),
  ]
}

function issuers(settings: Settings): readonly string[] {
  const { issuer, secondIssuer } = settings
  return secondIssuer === undefined ? [issuer] : [issuer, secondIssuer]
}

function resourceMetadataAddresses(settings: Settings): readonly Address[] {
  const { origin } = new URL(settings.server)
  const path = resourcePath(settings.server)
  const at = settings.resourceMetadataAt
  const entry = (address: string, form: string): Address => [
    address,
    'resource-metadata',
    form,
    settings.issuer,
  ]
  if (at === 'nowhere') return []
  if (at === 'header-only') return [entry(`${origin}/resource-metadata`, 'pointer')]
  const inserted = at === 'root' ? [] : [entry(origin + RESOURCE + path, 'path')]
  const root = at === 'path' ? [] : [entry(origin + RESOURCE, 'root')]
  return [...inserted, ...root]
}

function issuerAddresses(issuer: string, settings: Settings): readonly Address[] {
  const endpoints = {
    authorize: 'authorize',
    token: 'token',
    register: 'register',
    revoke: 'revoke',
    jwks: 'keys',
  } as const
  return [
    ...Object.entries(endpoints).map(([name, place]): Address => [
      normal(endpointUrl(issuer, name)),
      place,
      '',
      issuer,
    ]),
    ...issuerMetadataAddresses(issuer, settings),
  ]
}

function issuerMetadataAddresses(issuer: string, settings: Settings): readonly Address[] {
  const own = issuerForms(new URL(issuer).origin, pathOf(issuer))
  const { origin } = new URL(settings.server)
  const mirrored = [...issuerForms(origin, ''), ...issuerForms(origin, pathOf(settings.server))]
  const on = settings.issuerMetadataOn
  const served = [...(on === 'server' ? [] : own), ...(on === 'issuer' ? [] : mirrored)]
  return served
    .filter(([kind]) => isServed(kind, settings))
    .map(([kind, address]) => [address, 'issuer-metadata', kind, issuer])
}

type IssuerForm = 'oauth' | 'openid-inserted' | 'openid-appended'

function issuerForms(origin: string, path: string): readonly (readonly [IssuerForm, string])[] {
  return [
    ['oauth', origin + OAUTH + path],
    ['openid-inserted', origin + OPENID + path],
    ['openid-appended', origin + path + OPENID],
  ]
}

function isServed(form: IssuerForm, settings: Settings): boolean {
  return settings.issuerMetadataAt === 'both' || settings.issuerMetadataAt === form
}

/** RFC 9728 drops a lone slash and keeps every other one; RFC 8414 drops the last slash. */
function resourcePath(server: string): string {
  const { pathname } = new URL(server)
  return pathname === '/' ? '' : pathname
}

function pathOf(address: string): string {
  const { pathname } = new URL(address)
  return pathname === '/' ? '' : pathname.replace(/\/$/, '')
}

function normal(address: string): string {
  const url = new URL(address)
  return url.origin + url.pathname
}
