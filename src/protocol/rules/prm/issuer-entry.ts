import type { Run } from '../../run/run.ts'
import { issuerFault } from '../addresses.ts'

/** What is wrong with an entry of `authorization_servers` as an issuer identifier; undefined when nothing is. */
export function entryFault(run: Run, entry: string): string | undefined {
  const isEndpoint = /\/(?:authorize|token|register)\/?$/.test(entry)
  if (isEndpoint && !run.facts.serverMetadata?.found) return 'looks like an endpoint'
  return entry.includes('/.well-known/')
    ? 'is the address of a metadata document'
    : issuerFault(entry)
}

/** What is wrong with the issuer of this walk, where the resource metadata gave it. */
export function issuerEntryFault(run: Run): string | undefined {
  const { issuer } = run.facts
  return issuer?.from === 'resource-metadata' ? entryFault(run, issuer.issuer) : undefined
}
