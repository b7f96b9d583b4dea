import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { answers401WithoutToken as rule } from './answers-401-without-token.ts'

const ended = { until: 'challenge', failed: 'unexpected-status', failedAt: 'challenge' } as const
const notFound = { status: 404, header: { 'www-authenticate': null } } as const

describe('CHL-01 answers-401-without-token', () => {
  test('passes on a 401', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a 404 and names the status and the address', () => {
    const fail = checkFail(rule, { ...ended, exchanges: { challenge: notFound } })
    expect(fail.says).toContain('https://mcp.example/mcp answered 404 Not Found')
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'status' } }])
    expect(fail.paste?.text).toContain('.well-known/oauth-protected-resource/mcp"')
  })

  test('fails on a web page served with 200', () => {
    const page = { status: 200, headers: [['content-type', 'text/html']], text: '<html>' } as const
    expect(checkFail(rule, { ...ended, exchanges: { challenge: page } }).says).toContain(
      'text/html',
    )
  })

  test('fails on a redirect to a login page and shows where it leads', () => {
    const login = { status: 302, headers: [['location', 'https://login.example/']] } as const
    const fail = checkFail(rule, {
      ...ended,
      failed: 'redirected',
      exchanges: { challenge: login },
    })
    expect(fail.says).toContain('https://login.example/')
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'location' })
  })

  test('leaves a redirect of the endpoint itself to RED-01', () => {
    const slash = { status: 307, headers: [['location', '/mcp/']] } as const
    expect(kindOf(rule, { ...ended, failed: 'redirected', exchanges: { challenge: slash } })).toBe(
      'not-applicable',
    )
  })

  test('does not apply to a server that answers without a token', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false, status: 200 } } })).toBe(
      'not-applicable',
    )
  })

  test('cannot tell when no answer came', () => {
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: 'failed' } } as const
    expect(kindOf(rule, { ...ended, failed: 'unreachable', exchanges: { challenge: lost } })).toBe(
      'cannot-tell',
    )
  })
})
