import type { Ask } from '../../http/wire.ts'
import type { ServerMetadataPlace } from '../../run/policy.ts'
import type { StepContext } from '../../run/step.ts'
import {
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

/** A place and the request that looks there. */
export type Place<Name> = { readonly place: Name; readonly ask: Ask }

/** Where resource metadata is looked for without a pointer, in the client's order. */
export function resourceMetadataPlaces(
  context: StepContext,
): readonly Place<'path-inserted' | 'path-appended' | 'root'>[] {
  const { server } = context.config
  const urls = {
    'path-inserted': resourceMetadataInserted(server),
    'path-appended': resourceMetadataAppended(server),
    root: resourceMetadataRoot(server),
  } as const
  const purposes = {
    'path-inserted': 'Resource metadata at the path-specific address',
    'path-appended': 'Resource metadata below the endpoint',
    root: 'Resource metadata at the root address',
  } as const
  const places = context.policy.resourceMetadata
    .filter((place) => place !== 'challenge')
    .filter((place) => place !== 'root' || urls.root !== urls['path-inserted'])
  return places.map((place) => ({
    place,
    ask: documentAsk({
      step: 'resource-metadata',
      purpose: purposes[place],
      to: 'server',
      url: urls[place],
    }),
  }))
}

function pathInsertedAsk(context: StepContext): Ask {
  return documentAsk({
    step: 'resource-metadata',
    purpose: 'Resource metadata at the path-specific address',
    to: 'server',
    url: resourceMetadataInserted(context.config.server),
  })
}

/** Resource metadata requests that may leave while the first contact is under way. */
export function resourceMetadataAsks(context: StepContext): readonly Ask[] {
  if (context.policy.resourceMetadata.length === 0) return []
  const places = resourceMetadataPlaces(context).map(({ ask }) => ask)
  // A client that only follows the pointer: most pointers name the path-specific address.
  return places.length > 0 ? places : [pathInsertedAsk(context)]
}

/** Where an issuer's metadata is looked for, in the client's order, each address once. */
export function serverMetadataPlaces(
  context: StepContext,
  issuer: string,
): readonly Place<ServerMetadataPlace>[] {
  const urls: { readonly [place in ServerMetadataPlace]: string } = {
    'oauth-inserted': oauthInserted(issuer),
    'openid-inserted': openidInserted(issuer),
    'openid-appended': openidAppended(issuer),
    'oauth-root': oauthInserted(originOf(issuer)),
    'openid-root': openidInserted(originOf(issuer)),
  }
  const seen = new Set<string>()
  const places = context.policy.serverMetadata.filter((place) => {
    const isNew = !seen.has(urls[place])
    seen.add(urls[place])
    return isNew
  })
  return places.map((place) => ({
    place,
    ask: documentAsk({
      step: 'server-metadata',
      purpose: place.startsWith('oauth') ? 'Authorization server metadata' : 'OpenID configuration',
      to: 'issuer',
      url: urls[place],
    }),
  }))
}

/** Where the issuer is known from the start, by 2025-03-26 or from the person, its metadata may be asked for at once. */
export function serverMetadataAsks(context: StepContext): readonly Ask[] {
  const { config, policy } = context
  const isOrigin = policy.originAsIssuer && policy.resourceMetadata.length === 0
  const issuer = config.issuer ?? (isOrigin ? originOf(config.server) : undefined)
  if (issuer === undefined || !parseHttpUrl(issuer)) return []
  return serverMetadataPlaces(context, issuer).map(({ ask }) => ask)
}
