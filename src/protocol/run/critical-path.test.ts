import { describe, expect, test } from 'vitest'
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Ports } from '../http/ports.ts'
import { type PracticeWalk, practise } from '../practice-walk.ts'
import type { RunConfig } from './config.ts'
import { criticalPath } from './critical-path.ts'

function buildExchange(id: string, start: number, end: number, change: Partial<Exchange> = {}) {
  const exchange: Exchange = {
    id,
    step: 'challenge',
    purpose: '',
    to: 'server',
    via: 'direct',
    startedAt: start,
    request: { method: 'GET', url: 'https://mcp.example/mcp', headers: [], body: null },
    outcome: { kind: 'aborted', endedAt: end, by: 'timeout' },
    ...change,
  }
  return exchange
}

function idsOf(exchanges: readonly Exchange[]): readonly string[] {
  return criticalPath(exchanges).map(({ id }) => id)
}

describe('the longest chain', () => {
  test('is empty where there is no exchange', () => {
    expect(criticalPath([])).toEqual([])
  })

  test('holds one of two that overlap', () => {
    expect(idsOf([buildExchange('e1', 0, 10), buildExchange('e2', 5, 12)])).toHaveLength(1)
  })

  test('joins one that begins at the moment when another ends', () => {
    const chain = idsOf([buildExchange('e1', 0, 10), buildExchange('e2', 10, 12)])
    expect(chain).toEqual(['e1', 'e2'])
  })

  test('takes many short ones rather than one long one', () => {
    const exchanges = [
      buildExchange('e1', 0, 100),
      buildExchange('e2', 0, 10),
      buildExchange('e3', 10, 20),
      buildExchange('e4', 20, 20),
      buildExchange('e5', 20, 30),
      buildExchange('e6', 100, 110),
    ]
    expect(idsOf(exchanges)).toEqual(['e2', 'e3', 'e4', 'e5', 'e6'])
  })

  test('leaves out experiments, vain asking ahead, a second arrival, and what is under way', () => {
    const exchanges = [
      buildExchange('e1', 0, 10),
      buildExchange('e2', 10, 20, { diagnostic: 'readable' }),
      buildExchange('e3', 10, 20, { ahead: { used: false } }),
      buildExchange('e4', 10, 20, { ahead: { used: true } }),
      buildExchange('e5', 20, 20, { via: 'navigation', after: 'e4' }),
      buildExchange('e6', 20, 30, { outcome: { kind: 'pending' } }),
    ]
    expect(idsOf(exchanges)).toEqual(['e1', 'e4'])
  })

  test('is found at once among ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      buildExchange(`e${at}`, at * 2, at * 2 + 3),
    )
    expect(criticalPath(many)).toHaveLength(5_000)
  })
})

const DOCUMENT = 'https://client.example/client.json'
const REDIRECT = 'http://localhost:4280/callback.html'

const KINDS: {
  readonly [kind in 'pre-registered' | 'dynamic' | 'document' | 'credentials']: PracticeWalk
} = {
  'pre-registered': {
    config: { clientId: 'known' },
    sandbox: {
      registration: {
        known: [{ clientId: 'known', method: 'none', redirectUris: [REDIRECT] }],
      },
    },
  },
  dynamic: {},
  document: {
    config: { clientDocument: DOCUMENT },
    sandbox: {
      fetchDocument: () =>
        Promise.resolve(
          Response.json({ client_id: DOCUMENT, client_name: 'Test', redirect_uris: [REDIRECT] }),
        ),
    },
  },
  credentials: {
    config: { grant: 'client_credentials', clientId: 'machine' },
    secrets: { clientSecret: 'secret' },
    sandbox: {
      grants: ['client_credentials'],
      registration: {
        known: [
          {
            clientId: 'machine',
            clientSecret: 'secret',
            method: 'client_secret_basic',
            redirectUris: [],
          },
        ],
      },
    },
  },
}

/** 2025-03-26 knows no issuer but the origin of the MCP server. */
const ONE_ORIGIN: Partial<SandboxOptions> = { issuer: 'http://localhost:4281' }

describe.each([
  // revision, kind of registration, one by one, least
  ['2025-03-26', 'pre-registered', 8, 6],
  ['2025-03-26', 'dynamic', 9, 7],
  ['2025-06-18', 'pre-registered', 9, 7],
  ['2025-06-18', 'dynamic', 10, 8],
  ['2025-11-25', 'pre-registered', 9, 7],
  ['2025-11-25', 'document', 9, 7],
  ['2025-11-25', 'dynamic', 10, 8],
  ['2026-07-28', 'pre-registered', 7, 6],
  ['2026-07-28', 'document', 7, 6],
  ['2026-07-28', 'dynamic', 8, 7],
  ['2026-07-28', 'credentials', 5, 4],
  ['auto', 'dynamic', 8, 7],
] as const)('a walk by %s with a client that is %s', (revision, kind, oneByOne, least) => {
  const measure = async (pace: RunConfig['pace']): Promise<number> => {
    const { config, sandbox, ...rest } = KINDS[kind]
    const { document } = await practise({
      ...rest,
      config: { ...config, revision, pace },
      sandbox: { ...sandbox, ...(revision === '2025-03-26' && ONE_ORIGIN) },
      ports: slowly,
    })
    expect(document.outcome.status).toBe('passed')
    return criticalPath(document.exchanges).length
  }

  test(`needs ${oneByOne} exchanges one after another`, async () => {
    expect(await measure('one-by-one')).toBe(oneByOne)
  })

  test(`needs ${least} when it asks together what it can`, async () => {
    expect(await measure('together')).toBe(least)
  })
})

/** Every answer takes the same time on a clock that stands still while anything is being worked out. */
function slowly(sandbox: Sandbox): Partial<Ports> {
  let now = 1_000
  let working = 0
  const waiting: { readonly at: number; readonly ring: () => void }[] = []
  const advance = (): void => {
    if (working > 0 || waiting.length === 0) return
    now = Math.min(...waiting.map(({ at }) => at))
    for (const { ring } of waiting.filter(({ at }) => at === now)) ring()
    waiting.splice(0, waiting.length, ...waiting.filter(({ at }) => at > now))
    setTimeout(advance)
  }
  const until = (at: number): Promise<void> =>
    new Promise((ring) => {
      waiting.push({ at, ring })
      setTimeout(advance)
    })
  return {
    now: () => now,
    async fetch(url, { method, headers, body }) {
      const done = now + 100
      working += 1
      const init: RequestInit = {
        method: method ?? 'GET',
        headers: headers ?? [],
        body: body ?? null,
      }
      const response = await sandbox.fetch(new Request(url, init))
      working -= 1
      await until(done)
      return response
    },
  }
}
