import { originOf, toResourceIdentifier } from '../../spec/locations.ts'
import type { IssuerCheck, ResourceCheck } from '../policy.ts'
import type { ResourceMetadataPlace } from './lookup.ts'

/** A document for a resource, and where it was found. */
export type SeenResource = {
  readonly resource: string | undefined
  readonly place: ResourceMetadataPlace
  readonly server: string
}

/** Whether a client takes metadata for the resource that it looks for. */
export function fitsResource(check: ResourceCheck, seen: SeenResource): boolean {
  const { resource, place, server } = seen
  if (check === 'none') return true
  if (resource === undefined) return false
  const atRoot = place === 'root'
  switch (check) {
    case 'exact':
      return resource === (atRoot ? originOf(server) : toResourceIdentifier(server))
    case 'exact-url':
      return isSameUrl(resource, atRoot ? originOf(server) : server)
    case 'endpoint-url':
      return isSameUrl(resource, server)
    case 'endpoint-or-origin':
      return isSameUrl(resource, server) || isSameUrl(resource, originOf(server))
    case 'same-origin-prefix':
      return isBelow(server, resource)
    case 'same-origin-parent':
      return isBelow(server, resource) && pathOf(server).length >= pathOf(resource).length
  }
}

/** Whether a client takes metadata whose `issuer` is this one for the metadata of the other. */
export function fitsIssuer(
  check: IssuerCheck,
  seen: { readonly issuer: string | undefined; readonly expected: string },
  takesMissing: boolean,
): boolean {
  const { issuer, expected } = seen
  if (check === 'none') return true
  if (issuer === undefined) return takesMissing
  switch (check) {
    case 'present':
      return true
    case 'exact':
      return issuer === expected
    case 'trailing-slash':
      return issuer.replace(/\/$/, '') === expected.replace(/\/$/, '')
    case 'same-url':
      return isSameUrl(issuer, expected)
  }
}

function isSameUrl(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href
}

function isBelow(address: string, parent: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(parent)) return false
  const [child, base] = [new URL(address), new URL(parent)]
  return (
    child.origin === base.origin && withSlash(child.pathname).startsWith(withSlash(base.pathname))
  )
}

function pathOf(address: string): string {
  return new URL(address).pathname
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}
