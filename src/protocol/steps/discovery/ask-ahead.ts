import type { Ask } from '../../http/wire.ts'
import type { StepContext } from '../../run/step.ts'
import { originOf, parseHttpUrl, resourceMetadataInserted } from '../../spec/locations.ts'
import { documentAsk } from './document-lookup.ts'
import { resourceLooks, serverLooks } from './places.ts'

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
  if (!readsResourceMetadata(context)) return []
  const places = resourceLooks(context, undefined).map(({ ask }) => ask)
  // A client that only follows the pointer: most pointers name the path-specific address.
  return places.length > 0 ? places : [pathInsertedAsk(context)]
}

/** False for a client that knows no resource metadata and takes the MCP server's own address as issuer. */
export function readsResourceMetadata({ policy }: StepContext): boolean {
  return policy.discovery.some(({ purpose }) => purpose === 'resource-metadata')
}

/** Where the issuer is known from the start, by 2025-03-26 or from the person, its metadata may be asked for at once. */
export function serverMetadataAsks(context: StepContext): readonly Ask[] {
  const { config, policy } = context
  const isOrigin = policy.originAsIssuer !== 'never' && !readsResourceMetadata(context)
  const issuer = config.issuer ?? (isOrigin ? originOf(config.server) : undefined)
  if (issuer === undefined || !parseHttpUrl(issuer)) return []
  const from = config.issuer === undefined ? 'origin' : 'person'
  return serverLooks(context, { issuer, from }).map(({ ask }) => ask)
}
