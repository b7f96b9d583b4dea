import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { metadataCanBeRead as rule } from './metadata-can-be-read.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const origin = { Origin: 'https://debugger.example' }
/** The metadata as a page asks for it, unreadable; and what followed. */
const blocked = (...more: readonly MoreExchange[]) =>
  ({ exchanges: { 'server-metadata': { via: 'direct', outcome: unreadable } }, more }) as const
const again: MoreExchange = {
  id: 'again',
  step: 'server-metadata',
  after: 'server-metadata',
  method: 'GET',
  status: 200,
}
const triage = (id: string, change: Partial<MoreExchange>): MoreExchange => ({
  step: 'server-metadata',
  after: 'server-metadata',
  diagnostic: 'triage',
  sent: origin,
  ...change,
  id,
})
const withOrigin = (change: Partial<MoreExchange>) =>
  triage('with-origin', { method: 'GET', status: 200, ...change })
describe('CORS-08 metadata-can-be-read', () => {
  test('passes when the page itself read metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { via: 'direct' } } })).toBe('pass')
  })

  test('fails when the header is missing, and blames no server', () => {
    const url = 'https://issuer.example/.well-known/oauth-authorization-server'
    const fail = checkFail(rule, blocked({ ...again, url }, withOrigin({ url })))
    expect([rule.culprit, fail.culprit]).toEqual(['browser', undefined])
    expect(fail.says).toContain('200 OK came from https://issuer.example')
    expect(fail.evidence[1]?.exchange).toBe('with-origin')
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
