import { describe, expect, test } from 'vitest'
import { behaviourOf } from './behaviour.ts'
import { type Seen, readRecord } from './record.ts'
import { sayDifferences, sayFragment, sayOrder } from './report.ts'
import { findServer, sortRequests } from './sort-requests.ts'

const SERVER = 'https://a.example/mcp'
const METADATA = 'https://a.example/.well-known/oauth-protected-resource/mcp'
const ISSUER = 'https://login.example'

function seen(method: string, url: string, change: Partial<Seen> = {}): Seen {
  return { method, url, headers: [], body: '', challenge: null, answer: null, ...change }
}

const INITIALIZE = seen('POST', SERVER, {
  body: '{"jsonrpc":"2.0","method":"initialize","params":{"protocolVersion":"2025-11-25"}}',
  challenge: `Bearer resource_metadata="${METADATA}"`,
})
const WALK: readonly Seen[] = [
  INITIALIZE,
  seen('GET', METADATA, { headers: [['Mcp-Protocol-Version', '2025-11-25']] }),
  seen('GET', `${ISSUER}/.well-known/oauth-authorization-server`),
  seen('POST', `${ISSUER}/register`, {
    body: '{"redirect_uris":[],"token_endpoint_auth_method":"none"}',
  }),
  seen('GET', `${ISSUER}/authorize?response_type=code&client_id=c&scope=`),
  seen('POST', `${ISSUER}/token`, { body: 'grant_type=authorization_code' }),
]

describe('a record', () => {
  const headers = [['WWW-Authenticate', 'Bearer']]
  test('is read from a run document, without what only the debugger asks', () => {
    const exchange = {
      request: { method: 'GET', url: SERVER, headers: [['A', 'b']], body: null },
      outcome: { kind: 'response', headers, body: { text: '{"a":1}' } },
    }
    const text = JSON.stringify({ exchanges: [exchange, { ...exchange, diagnostic: 'survey' }] })
    expect(readRecord(text)).toEqual([
      seen('GET', SERVER, { headers: [['A', 'b']], challenge: 'Bearer', answer: { a: 1 } }),
    ])
  })

  test('is read from a HAR, without preflights', () => {
    const entry = (method: string) => ({
      request: {
        method,
        url: SERVER,
        headers: [{ name: 'A', value: 'b' }],
        postData: { text: 'c' },
      },
      response: { headers: [], content: { text: 'no json' } },
    })
    const text = JSON.stringify({ log: { entries: [entry('OPTIONS'), entry('POST')] } })
    expect(readRecord(text)).toEqual([seen('POST', SERVER, { headers: [['A', 'b']], body: 'c' })])
  })

  test.each(['no json', '[]', '{"log":1}'])(
    'that is none is refused with a sentence: %s',
    (text) => {
      expect(readRecord(text)).toMatch(/^This .*\.$/)
    },
  )
})

test('the endpoint is where the first message went, else where the first challenge came from', () => {
  expect(findServer([seen('GET', METADATA), INITIALIZE])).toBe(SERVER)
  expect(findServer([seen('GET', SERVER, { challenge: 'Bearer' })])).toBe(SERVER)
  expect(findServer([seen('GET', METADATA)])).toBeUndefined()
})

test.each([
  ['https://a.example/.well-known/oauth-protected-resource', 'resource-metadata at root'],
  [
    'https://a.example/mcp/.well-known/oauth-protected-resource',
    'resource-metadata at path-appended',
  ],
  [
    'https://a.example/.well-known/openid-configuration',
    'server-metadata at openid-inserted of origin',
  ],
  [
    'https://a.example/.well-known/oauth-authorization-server/mcp',
    'server-metadata at oauth-inserted of endpoint',
  ],
  [`${ISSUER}/t/.well-known/openid-configuration`, 'server-metadata at openid-appended of issuer'],
  ['https://a.example/favicon.ico', 'other'],
  ['nonsense', 'other'],
])('%s is %s', (url, says) => {
  expect(sayOrder(sortRequests([seen('GET', url)], SERVER))[0]).toContain(`(${says})`)
})

describe('a walk that was recorded', () => {
  const sorted = sortRequests(WALK, SERVER)
  const shown = behaviourOf(sorted)

  test('shows the order, what for', () => {
    expect(sorted.map(({ kind }) => kind.is)).toEqual([
      'mcp',
      'resource-metadata',
      'server-metadata',
      'registration',
      'authorization',
      'token',
    ])
    expect(sayOrder(sorted)[1]).toContain('resource-metadata at challenge')
  })

  test('becomes a fragment to paste', () => {
    expect(sayFragment(shown)).toEqual([
      '    discovery: [FIRST_CONTACT, POINTER, OAUTH_INSERTED],',
      "    metadataHeaders: { to: 'server', headers: [['Mcp-Protocol-Version', '2025-11-25']] },",
      "    firstContact: 'legacy',",
      "    versions: ['2025-11-25'],",
      "    registration: ['dynamic'],",
      "    registersAs: 'none',",
      '    sendsApplicationType: false,',
      "    noScope: 'empty',",
      "    sendsResource: 'never',",
    ])
  })

  test('is held against a profile: what differs, and what the profile leaves open', () => {
    const known = {
      id: 'other',
      differs: {
        firstContact: 'modern',
        noScope: null,
        registration: ['client-document', 'dynamic'],
      },
    }
    expect(sayDifferences(shown, known)).toEqual([
      '✗ firstContact: "legacy", and other has "modern" (its first message, initialize)',
      '+ noScope: "empty", which other leaves open (its authorization request)',
    ])
    expect(sayDifferences([], known)).toEqual(['Nothing that other would not do.'])
  })

  test('in another order than the profile has is a difference', () => {
    const backwards = { id: 'other', differs: { discovery: [...lookups(shown)].toReversed() } }
    expect(sayDifferences(shown, backwards)[0]).toMatch(/^✗ discovery: /)
    expect(sayDifferences(shown, { id: 'same', differs: { discovery: lookups(shown) } })).toEqual([
      'Nothing that same would not do.',
    ])
  })
})

function lookups(shown: ReturnType<typeof behaviourOf>): readonly unknown[] {
  const value = shown.find(({ field }) => field === 'discovery')?.value
  return Array.isArray(value) ? value : []
}
