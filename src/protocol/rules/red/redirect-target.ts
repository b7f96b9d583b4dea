import { readUrl } from '../addresses.ts'

/** Where a Location leads, seen from the address that was asked; undefined when it is no URL. */
export function findTarget(asked: string, location: string): URL | undefined {
  return URL.canParse(location, asked) ? new URL(location, asked) : undefined
}

/** True when a redirect leads to the same path: only the slash at the end, the scheme or the host has changed. */
export function isSameEndpoint(asked: string, location: string): boolean {
  const from = readUrl(asked)
  const to = findTarget(asked, location)
  if (from === undefined || to === undefined) return false
  return from.pathname.replace(/\/+$/, '') === to.pathname.replace(/\/+$/, '')
}

/** True when both addresses have one origin. */
export function isSameOrigin(asked: string, location: string): boolean {
  return readUrl(asked)?.origin === findTarget(asked, location)?.origin
}
