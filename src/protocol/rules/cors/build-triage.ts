import type { MoreExchange } from '../build-exchanges.ts'

/** What a page gets of an answer that it may not read. */
export const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
/** The header that the triage adds, as the browser would. */
export const origin = { Origin: 'https://debugger.example' }
/** The header that lets every page read. */
export const allow = { 'access-control-allow-origin': '*' }
/** The first contact as a page makes it, unreadable; and what followed. */
export const blocked = (...more: readonly MoreExchange[]) =>
  ({ exchanges: { challenge: { via: 'direct', outcome: unreadable } }, more }) as const
export const again: MoreExchange = {
  id: 'again',
  step: 'challenge',
  after: 'challenge',
  method: 'POST',
  status: 401,
}
/** An experiment after the unreadable first contact. */
export const triage = (id: string, change: Partial<MoreExchange>): MoreExchange => ({
  step: 'challenge',
  after: 'challenge',
  diagnostic: 'triage',
  sent: origin,
  ...change,
  id,
})
/** The preflight as the browser would send it. */
export const preflight = (change: Partial<MoreExchange>) =>
  triage('preflight', { method: 'OPTIONS', ...change })
/** The same request with the page's Origin. */
export const withOrigin = (change: Partial<MoreExchange>) =>
  triage('with-origin', { method: 'POST', status: 401, ...change })
/** A preflight answer that lets all through. */
export const allowing = {
  ...allow,
  'access-control-allow-headers': 'content-type, mcp-protocol-version, mcp-method',
}
