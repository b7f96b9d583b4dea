import { describe, expect, test } from 'vitest'
import type { Exchange } from './http/exchange.ts'
import { meet, practise } from './practice-walk.ts'
import type { RunDocument } from './run/document.ts'

function waysOf(exchanges: readonly Exchange[]): ReadonlySet<string> {
  return new Set(exchanges.map(({ via }) => via))
}

function walked({ exchanges }: RunDocument, step?: string): readonly Exchange[] {
  return exchanges.filter(
    (each) => each.diagnostic === undefined && (step === undefined || each.step === step),
  )
}

function posts(exchanges: readonly Exchange[], path: string): readonly Exchange[] {
  return exchanges.filter(({ request }) => request.method === 'POST' && request.url.endsWith(path))
}

describe('a healthy server', () => {
  test('is walked directly by a page without a relay', async () => {
    const { document } = await practise({ reach: 'browser' })
    expect(document.outcome.status).toBe('passed')
    expect(waysOf(document.exchanges)).toEqual(new Set(['direct', 'navigation']))
  })

  test('is walked through the relay when the person says so', async () => {
    const { document } = await practise({
      reach: 'browser-and-relay',
      config: { transport: 'relay' },
    })
    expect(document.outcome.status).toBe('passed')
    expect(waysOf(document.exchanges)).toEqual(new Set(['relay', 'navigation']))
    expect(walked(document, 'challenge')[0]?.outcome).toMatchObject({ headersComplete: true })
  })

  test('is not walked through a relay that is not there', async () => {
    const { document } = await practise({ reach: 'browser', config: { transport: 'relay' } })
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'challenge' })
    expect(document.outcome.summary).toContain('relay')
  })
})

describe('a server that no page may read', () => {
  test('is walked through the relay, and why a page may not is found out', async () => {
    const document = await meet('cors-none', 'browser-and-relay')
    expect(document.outcome.status).toBe('passed')
    const purposes = document.exchanges
      .filter(({ diagnostic, step }) => diagnostic === 'triage' && step === 'challenge')
      .map(({ purpose, after }) => [purpose, after])
    expect(purposes).toEqual([
      ['Triage: the preflight as the browser would send it', 'e1'],
      ["Triage: the same request with the page's Origin", 'e1'],
    ])
    expect(
      document.findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule),
    ).toContain('CORS-01')
  })

  test('ends the walk where there is no relay, with the cause', async () => {
    const { outcome } = await meet('cors-none', 'browser')
    expect(outcome).toMatchObject({ status: 'failed', step: 'challenge' })
    expect(outcome.cause).toMatch(/^CORS-/)
  })

  test('at its MCP endpoint alone ends the walk there too', async () => {
    const { outcome } = await meet('cors-none-on-mcp', 'browser')
    expect(outcome).toMatchObject({ status: 'failed', step: 'challenge', cause: 'CORS-01' })
  })
})

describe('a challenge that a page may not see', () => {
  test('is read through the relay', async () => {
    const document = await meet('cors-hides-challenge', 'browser-and-relay')
    const [first, again] = walked(document, 'challenge')
    expect(again).toMatchObject({ via: 'relay', after: first?.id })
    expect(document.decisions.some(({ says }) => says === 'Asks for tools offline_access')).toBe(
      true,
    )
    expect(document.outcome.status).toBe('passed')
  })

  test('is done without where there is no relay', async () => {
    const document = await meet('cors-hides-challenge', 'browser')
    expect(document.steps[0]?.summary).toBe('401, challenge hidden from pages')
    expect(document.outcome.status).toBe('passed')
  })
})

describe('what must not be lost to an answer that a page may not read', () => {
  test.each([
    ['cors-none-on-token', 'token', '/token'],
    ['cors-none-on-registration', 'registration', '/register'],
  ] as const)('is not sent without a relay: %s', async (fault, step, path) => {
    const document = await meet(fault, 'browser')
    expect(document.outcome).toMatchObject({
      status: 'failed',
      step,
      cause: 'CORS-09',
      canContinue: true,
    })
    expect(posts(walked(document), path)).toEqual([])
  })

  test.each([
    ['cors-none-on-token', '/token'],
    ['cors-none-on-registration', '/register'],
  ] as const)('goes through the relay at once: %s', async (fault, path) => {
    const document = await meet(fault, 'browser-and-relay')
    expect(document.outcome.status).toBe('passed')
    expect(waysOf(posts(walked(document), path))).toEqual(new Set(['relay']))
  })

  test('goes through the relay when the preflight held it back', async () => {
    const document = await meet('cors-registration-preflight-404', 'browser-and-relay', {
      // The check of the endpoint is known by then, so that the page tries itself first.
      config: { pace: 'one-by-one' },
    })
    expect(document.outcome.status).toBe('passed')
  })

  test('is sent all the same when the person goes past CORS-09', async () => {
    const document = await meet('cors-none-on-token', 'browser', { goOnPast: ['CORS-09'] })
    expect(posts(walked(document), '/token')).toHaveLength(1)
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'token' })
  })
})

describe('a preflight that refuses', () => {
  test('the modern headers lets a page go on with initialize', async () => {
    const document = await meet('cors-refuses-mcp-headers', 'browser')
    expect(document.decisions.map(({ says }) => says)).toContain(
      'Asks again with initialize, as clients before 2026-07-28 do',
    )
  })

  test('the token is got round by the relay', async () => {
    const document = await meet('cors-refuses-authorization', 'browser-and-relay')
    expect(document.outcome.status).toBe('passed')
    const ways = walked(document, 'session').map(({ via, outcome }) => `${via} ${outcome.kind}`)
    expect(ways).toContain('direct unreadable')
    expect(ways).toContain('relay response')
  })
})

test('a server that refuses the Origin of pages is walked through the relay', async () => {
  const document = await meet('origin-refused', 'browser-and-relay')
  expect(document.outcome.status).toBe('passed')
})

describe('a redirect', () => {
  test('of the MCP endpoint is not followed, and named', async () => {
    const { outcome } = await meet('mcp-redirect-308', 'browser-and-relay')
    expect(outcome).toMatchObject({ status: 'failed', step: 'challenge', cause: 'RED-01' })
  })

  test('of the token endpoint is not followed, as the code would be spent', async () => {
    const document = await meet('token-redirect-308', 'browser-and-relay')
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'token', cause: 'RED-01' })
    expect(posts(walked(document), '/token')).toHaveLength(1)
  })

  test('of a metadata document is followed, each hop an exchange', async () => {
    const document = await meet('resource-metadata-redirect-302', 'browser-and-relay')
    const hops = walked(document, 'resource-metadata').filter(({ after }) => after !== undefined)
    expect(hops.some(({ request }) => request.url.endsWith('/mcp/'))).toBe(true)
    expect(document.outcome.status).toBe('passed')
  })
})
