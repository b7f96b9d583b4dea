import type { Party } from '../../http/exchange.ts'
import type { Ask } from '../../http/wire.ts'
import type { ServerMetadataFact } from '../../run/facts.ts'
import {
  oauthInserted,
  openidAppended,
  openidInserted,
  parseHttpUrl,
  resourceMetadataInserted,
} from '../../spec/locations.ts'
import { documentAsk, documentOf } from '../discovery/document-lookup.ts'
import type { Probing } from './probing.ts'

/** Documents at places where this walk did not need them. */
export async function probeDocuments(probing: Probing): Promise<void> {
  await probeOwnWellKnown(probing)
  await probeOtherMetadata(probing)
}

async function probeOwnWellKnown(probing: Probing): Promise<void> {
  const resource = probing.context.run.facts.resourceMetadata?.resource
  if (resource === undefined || !parseHttpUrl(resource)) {
    return probing.leave('no resource metadata names a resource', 'own-well-known')
  }
  await probing.send('own-well-known', get(resourceMetadataInserted(resource), 'server'))
}

async function probeOtherMetadata(probing: Probing): Promise<void> {
  const metadata = probing.context.run.facts.serverMetadata
  if (!metadata?.found) {
    return probing.leave('there is no metadata to compare with', 'other-metadata')
  }
  for (const url of placesOfOtherKind(metadata)) {
    if (documentOf(await probing.send('other-metadata', get(url, 'issuer')))) return
  }
}

function placesOfOtherKind({ issuer, found }: ServerMetadataFact): readonly string[] {
  if (!found?.place.startsWith('oauth')) return [oauthInserted(issuer)]
  return [...new Set([openidInserted(issuer), openidAppended(issuer)])]
}

function get(url: string, to: Party): Ask {
  return documentAsk({ step: 'probes', purpose: '', to, url })
}
