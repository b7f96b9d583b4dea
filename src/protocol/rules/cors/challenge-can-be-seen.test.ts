import { describe, expect, test } from 'vitest'
import { parseChallenges } from '../../http/challenge.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeCanBeSeen as rule } from './challenge-can-be-seen.ts'

const again = { id: 'again', step: 'challenge', after: 'challenge', status: 401 } as const

describe('CORS-02 challenge-can-be-seen', () => {
  test('passes when the page saw the header', () => {
    expect(kindOf(rule, { exchanges: { challenge: { via: 'direct' } } })).toBe('pass')
  })

  test('fails when only the relay saw it, and shows both', () => {
    const run = {
      exchanges: { challenge: { via: 'direct', header: { 'www-authenticate': null } } },
      facts: { challenge: { exchange: 'again', header: parseChallenges('Bearer realm="x"') } },
      more: [{ ...again, header: { 'www-authenticate': 'Bearer realm="x"' } }],
    } as const
    const fail = checkFail(rule, run)
    expect(fail.culprit).toBeUndefined()
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 'again'])
    expect(fail.paste?.text).toContain('Access-Control-Expose-Headers: WWW-Authenticate')
  })

  test('names the browser when the walk ends for a header that may only be hidden', () => {
    const fail = checkFail(rule, {
      until: 'resource-metadata',
      exchanges: { challenge: { via: 'direct' }, 'resource-metadata': { status: 404 } },
      facts: { challenge: { header: 'hidden' } },
    })
    expect(fail.culprit).toBe('browser')
    expect(fail.says).toContain('does not tell')
  })

  test('cannot tell when the walk went on without it', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
  })

  test('does not apply to a 401 without the header, and to an open server', () => {
    const header = { 'www-authenticate': null }
    const run = {
      exchanges: { challenge: { via: 'direct', header, headersComplete: true } },
    } as const
    expect(kindOf(rule, run)).toBe('not-applicable')
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
