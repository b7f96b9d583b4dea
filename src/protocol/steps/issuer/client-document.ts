import { isLoopback } from '../../spec/locations.ts'

/**
 * Why an address cannot be a client id for this issuer, or undefined (client ID metadata documents, sections 3 and 6.5).
 * The text is looked at as it stands: a URL parser would take dot segments away.
 */
export function objectionToDocument(address: string, issuer: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:') return 'a URL client id must begin with https://'
  if (url.pathname === '/') return 'a URL client id must have a path'
  if (address.includes('#')) return 'a URL client id must have no fragment'
  if (url.username !== '' || url.password !== '') return 'a URL client id must name no user'
  if (/\/\.{1,2}(?:\/|\?|$)/.test(address))
    return 'a URL client id must have no . or .. in its path'
  return isOutOfReach(address, issuer)
    ? `${issuer} cannot fetch what is on the loopback of this machine`
    : undefined
}

function isOutOfReach(address: string, issuer: string): boolean {
  return isLoopback(address) && URL.canParse(issuer) && !isLoopback(issuer)
}
