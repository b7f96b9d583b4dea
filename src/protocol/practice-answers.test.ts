import { describe, expect, test } from 'vitest'
import { meet, openPractice } from './practice-walk.ts'

describe('a body', () => {
  test.each([
    'resource-metadata-30-mb',
    'issuer-metadata-30-mb',
    'token-30-mb',
    'mcp-30-mb',
  ] as const)('of 30 MB is read up to the limit, and the walk ends: %s', async (fault) => {
    const { exchanges, outcome } = await meet(fault, 'browser')
    const cut = exchanges.find((each) => each.outcome.kind === 'response' && each.outcome.body.cut)
    expect(cut?.outcome).toMatchObject({ body: { cut: 'size', bytes: 2 * 1024 * 1024 } })
    expect(outcome.status).toBe('failed')
    expect(outcome.cause).not.toBeNull()
  })

  test.each([
    'resource-metadata-breaks-off',
    'issuer-metadata-breaks-off',
    'token-breaks-off',
    'mcp-breaks-off',
  ] as const)('that breaks off is kept as far as it came, and the walk ends: %s', async (fault) => {
    const { exchanges, outcome } = await meet(fault, 'browser-and-relay')
    const cut = exchanges.find((each) => each.outcome.kind === 'response' && each.outcome.body.cut)
    expect(cut?.outcome).toMatchObject({ body: { cut: 'failed' } })
    expect(outcome.status).toBe('failed')
    expect(outcome.cause).not.toBeNull()
  })

  test('that never ends is left once it has given its answer', async () => {
    const { exchanges, outcome } = await meet('stream-stays-open', 'browser')
    expect(outcome.status).toBe('passed')
    const left = exchanges.filter(
      (each) => each.outcome.kind === 'response' && each.outcome.body.cut === 'answered',
    )
    expect(left.length).toBeGreaterThan(0)
  })

  test('that never ends and never answers is left when time runs out', async () => {
    const { exchanges, outcome } = await meet('stream-without-answer', 'browser', {
      config: { timeout: 500 },
    })
    expect(outcome.status).toBe('failed')
    expect(
      exchanges.some(
        (each) => each.outcome.kind === 'response' && each.outcome.body.cut === 'timeout',
      ),
    ).toBe(true)
  })
})

test.each([
  ['mcp-hangs', 'challenge'],
  ['resource-metadata-hangs', 'resource-metadata'],
  ['issuer-metadata-hangs', 'server-metadata'],
  ['registration-hangs', 'registration'],
  ['token-hangs', 'token'],
] as const)('%s: the walk ends in time, at %s, with a cause', async (fault, step) => {
  const { outcome, exchanges } = await meet(fault, 'browser-and-relay', {
    config: { timeout: 500 },
  })
  expect(outcome).toMatchObject({ status: 'failed', step })
  expect(outcome.cause).toMatch(/^NET-/)
  expect(exchanges.filter((each) => each.outcome.kind === 'pending')).toEqual([])
})

test('the person who stops a hanging walk keeps everything so far', async () => {
  const stop = new AbortController()
  const practice = openPractice({
    sandbox: { faults: ['resource-metadata-hangs'] },
    config: { pace: 'one-by-one' },
    ports: (sandbox) => ({
      fetch(url, init) {
        if (url.includes('oauth-protected-resource')) queueMicrotask(() => stop.abort())
        const { method = 'GET', headers = [], body = null, signal = null } = init
        return sandbox.fetch(new Request(url, { method, headers, body, signal }))
      },
    }),
  })
  await practice.go({ signal: stop.signal })
  const { outcome, exchanges } = practice.document()
  expect(outcome.summary).toBe('You stopped the walk at resource-metadata.')
  expect(exchanges.map((each) => each.outcome.kind)).toEqual(['response', 'aborted'])
})

test('the transport of 2024-11-05 is named as such', async () => {
  const { outcome } = await meet('http-sse-only', 'browser')
  expect(outcome.summary).toContain('HTTP+SSE')
  expect(outcome.cause).toBe('TRN-20')
})
