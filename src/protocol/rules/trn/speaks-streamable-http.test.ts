import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { speaksStreamableHttp as rule } from './speaks-streamable-http.ts'

describe('TRN-20 speaks-streamable-http', () => {
  test('passes when the server answered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on HTTP+SSE and names it', () => {
    const fail = checkFail(rule, {
      until: 'challenge',
      failed: 'not-streamable-http',
      failedAt: 'challenge',
      exchanges: { challenge: { status: 405, header: { 'www-authenticate': null } } },
      more: [{ id: 'sse', step: 'challenge', text: 'event: endpoint\ndata: /m\n\n' }],
    })
    expect(fail.says).toContain('HTTP+SSE transport of 2024-11-05: POST was answered with 405')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 'sse'])
  })

  test('cannot tell without an answer', () => {
    const challenge = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(
      kindOf(rule, { until: 'challenge', failed: 'unreachable', exchanges: { challenge } }),
    ).toBe('cannot-tell')
  })
})
