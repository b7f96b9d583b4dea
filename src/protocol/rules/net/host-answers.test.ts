import { describe, expect, test } from 'vitest'
import type { NetworkReason } from '../../http/exchange.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { hostAnswers as rule } from './host-answers.ts'

const lost = (reason: NetworkReason, message = 'no route') => ({
  until: 'challenge' as const,
  failed: 'unreachable' as const,
  failedAt: 'challenge',
  exchanges: {
    challenge: { outcome: { kind: 'unreadable' as const, endedAt: 1, message, reason } },
  },
})

describe('NET-01 host-answers', () => {
  test('passes when every host answered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([
    ['name-not-found', 'cannot be resolved', 'person'],
    ['connection-refused', 'refuses the connection', 'network'],
    ['connection-reset', 'broke the connection', 'network'],
    ['tls', 'secure connection', 'server'],
    ['refused-address', 'The relay does not connect', 'network'],
    ['relay', 'The relay itself failed', 'client'],
    ['relay-refused', 'The relay did not pass on', 'client'],
  ] as const)('fails on %s', (reason, words, culprit) => {
    const fail = checkFail(rule, lost(reason))
    expect(fail.says).toContain(words)
    expect(fail.says).toContain('mcp.example')
    expect(fail.culprit).toBe(culprit)
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'outcome' } }])
  })

  test('says that the browser does not tell, when nothing else got through', () => {
    const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
    const fail = checkFail(rule, {
      until: 'challenge',
      failed: 'unreachable',
      exchanges: { challenge: { via: 'direct', outcome: unreadable } },
      more: [
        {
          id: 't1',
          step: 'challenge',
          via: 'direct',
          diagnostic: 'triage',
          after: 'challenge',
          outcome: unreadable,
        },
      ],
    })
    expect(fail.says).toContain('it does not say why')
    expect(fail.culprit).toBeUndefined()
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 't1'])
  })

  test('says what broke a harmless request through the relay, where one that was lost may not be made again', () => {
    const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
    const fail = checkFail(rule, {
      until: 'token',
      failed: 'unreachable',
      exchanges: { token: { via: 'direct', outcome: unreadable } },
      more: [
        {
          id: 't1',
          step: 'token',
          method: 'POST',
          diagnostic: 'triage',
          after: 'token',
          sent: { Origin: 'https://debugger.example' },
          outcome: { ...unreadable, reason: 'connection-reset' },
        },
      ],
    })
    expect(fail.says).toContain('broke the connection before it answered')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['token', 't1'])
  })

  test('passes when the relay got the answer that the page did not', () => {
    const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
    const more = [{ id: 'again', step: 'challenge', after: 'challenge', status: 401 } as const]
    expect(
      kindOf(rule, { exchanges: { challenge: { via: 'direct', outcome: unreadable } }, more }),
    ).toBe('pass')
  })

  test('leaves a late answer to NET-03', () => {
    expect(kindOf(rule, lost('timeout'))).toBe('cannot-tell')
  })
})
