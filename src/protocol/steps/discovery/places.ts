import type { HeaderList } from '../../http/exchange.ts'
import type { Ask } from '../../http/wire.ts'
import type {
  ResourceLookup,
  ServerLookup,
  ServerMetadataPlace,
} from '../../run/behaviour/lookup.ts'
import type { IssuerFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import {
  oauthAppended,
  oauthInserted,
  openidAppended,
  openidInserted,
  originOf,
  parseHttpUrl,
  resourceMetadataAppended,
  resourceMetadataInserted,
  resourceMetadataRoot,
} from '../../spec/locations.ts'
import { documentAsk } from './document-lookup.ts'

/** An entry of the client's plan and the request that it stands for. */
export type Look<Lookup> = { readonly lookup: Lookup; readonly ask: Ask }

const RESOURCE_PURPOSES = {
  challenge: 'Resource metadata where the challenge points',
  'path-inserted': 'Resource metadata at the path-specific address',
  'path-appended': 'Resource metadata below the endpoint',
  root: 'Resource metadata at the root address',
} as const

/** Where resource metadata is looked for, in the client's order, given the pointer of the challenge; each address once. */
export function resourceLooks(
  context: StepContext,
  pointer: string | undefined,
): readonly Look<ResourceLookup>[] {
  const { server } = context.config
  const urls = {
    challenge: pointer,
    'path-inserted': resourceMetadataInserted(server),
    'path-appended': resourceMetadataAppended(server),
    root: resourceMetadataRoot(server),
  } as const
  const names = new Map<string, string>(
    (['path-appended', 'root', 'path-inserted'] as const).map((at) => [
      urls[at],
      RESOURCE_PURPOSES[at],
    ]),
  )
  const looks = context.policy.discovery.flatMap((lookup): Look<ResourceLookup>[] => {
    if (lookup.purpose !== 'resource-metadata') return []
    const url = urls[lookup.at]
    if (url === undefined || !isItsTurn(lookup, pointer, server)) return []
    // The same request, whoever named the address first.
    const purpose = names.get(url) ?? RESOURCE_PURPOSES[lookup.at]
    const about = { step: 'resource-metadata', purpose, to: 'server', url } as const
    return [{ lookup, ask: metadataAsk(context, { ...about, method: lookup.method }) }]
  })
  return onceEach(looks)
}

function isItsTurn({ when }: ResourceLookup, pointer: string | undefined, server: string): boolean {
  switch (when) {
    case 'always':
      return true
    case 'pointer':
      return pointer !== undefined
    case 'no-pointer':
      return pointer === undefined
    case 'own-pointer':
      return pointer !== undefined && originOf(pointer) === originOf(server)
  }
}

/** Where an issuer's metadata is looked for, in the client's order, each address once. */
export function serverLooks(
  context: StepContext,
  issuer: IssuerFact,
): readonly Look<ServerLookup>[] {
  const looks = context.policy.discovery.flatMap((lookup): Look<ServerLookup>[] => {
    if (lookup.purpose !== 'server-metadata') return []
    const isNamed = issuer.from !== 'origin'
    if (lookup.when !== 'always' && (lookup.when === 'named') !== isNamed) return []
    return [{ lookup, ask: serverAsk(context, lookup, issuer.issuer) }]
  })
  return onceEach(looks)
}

/** What a client reads of scopes before, or beside, its discovery. */
export function scopeLooks(
  context: StepContext,
  issuer: string | undefined,
): readonly Look<ServerLookup>[] {
  const looks = context.policy.discovery.flatMap((lookup): Look<ServerLookup>[] => {
    if (lookup.purpose !== 'scopes') return []
    if ((lookup.of === 'issuer') !== (issuer !== undefined)) return []
    return [{ lookup, ask: serverAsk(context, lookup, issuer ?? '') }]
  })
  return onceEach(looks)
}

function serverAsk(context: StepContext, lookup: ServerLookup, issuer: string): Ask {
  const base = baseOf(context, lookup, issuer)
  return metadataAsk(context, {
    step: 'server-metadata',
    purpose: purposeOf(lookup),
    to: lookup.of === 'issuer' ? 'issuer' : 'server',
    url: serverUrl(lookup.at, base),
    method: lookup.method,
  })
}

function purposeOf({ at, of }: ServerLookup): string {
  const what = at.startsWith('oauth') ? 'Authorization server metadata' : 'OpenID configuration'
  return of === 'issuer' ? what : `${what} on the MCP server's origin`
}

/** What an entry takes for the issuer: the issuer itself, or the MCP server without or with its path. */
export function baseOf({ config }: StepContext, { of }: ServerLookup, issuer: string): string {
  if (of === 'issuer') return issuer
  return of === 'origin' ? originOf(config.server) : config.server
}

function serverUrl(place: ServerMetadataPlace, issuer: string): string {
  switch (place) {
    case 'oauth-inserted':
      return oauthInserted(issuer)
    case 'oauth-appended':
      return oauthAppended(issuer)
    case 'openid-inserted':
      return openidInserted(issuer)
    case 'openid-appended':
      return openidAppended(issuer)
    case 'oauth-root':
      return oauthInserted(originOf(issuer))
    case 'openid-root':
      return openidInserted(originOf(issuer))
  }
}

function metadataAsk(context: StepContext, about: Parameters<typeof documentAsk>[0]): Ask {
  return documentAsk({ ...about, headers: headersFor(context, about.url) })
}

function headersFor({ policy, config }: StepContext, url: string): HeaderList {
  const { to, headers } = policy.metadataHeaders
  if (to === 'all') return headers
  return parseHttpUrl(url) && originOf(url) === originOf(config.server) ? headers : []
}

function onceEach<Lookup>(looks: readonly Look<Lookup>[]): readonly Look<Lookup>[] {
  const seen = new Set<string>()
  return looks.filter(({ ask }) => {
    const key = `${ask.method} ${ask.url}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
