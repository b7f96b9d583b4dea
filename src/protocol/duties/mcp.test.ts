import { describe, expect, test } from 'vitest'
import type { Effect } from '../../sandbox/scene.ts'
import { practise, withoutBrowserFields } from '../practice-walk.ts'
import { type Sent, mcpRequests, watch } from './watch.ts'

const call = { tool: 'add', arguments: '{"a":1,"b":2}' }
/** Straight to the era of sessions. */
const INITIALIZE = { revision: '2025-11-25' } as const
const SESSION = { eras: 'legacy', sessions: true } as const

/** What one walk of each era sends to the server. */
const bothEras = async () => [
  ...mcpRequests(await watch({ config: { call } })),
  ...mcpRequests(await watch({ config: { call }, sandbox: SESSION })),
]

/** A server that forgets a session as many times, when its tools are asked for. */
function forgetting(times: number): Effect {
  let left = times
  return {
    async before({ request }) {
      if (left === 0 || !(await request.clone().text()).includes('tools/list')) return undefined
      left -= 1
      return new Response(null, { status: 404 })
    },
  }
}

function metaOf({ body }: Sent): Readonly<Record<string, unknown>> {
  return JSON.parse(body).params['_meta']
}

describe('what a client owes at the MCP server', () => {
  test('TRN-01: each message is posted, and takes JSON and a stream', async () => {
    const messages = (await bothEras()).filter(({ body }) => body !== '')
    expect(messages.length).toBeGreaterThan(6)
    for (const { method, headers } of messages) {
      expect(method).toBe('POST')
      expect(headers.get('accept')).toBe('application/json, text/event-stream')
      expect(headers.get('content-type')).toBe('application/json')
    }
  })

  test('USE-01: once there is a token, everything carries it, notification and DELETE too', async () => {
    const watched = await watch({ config: INITIALIZE, sandbox: SESSION })
    const token = watched.run.facts.tokens?.accessToken
    const since = watched.sent.findIndex(({ url }) => url.endsWith('/token'))
    const later = mcpRequests({ ...watched, sent: watched.sent.slice(since) })
    const carried = later.map(({ rpc, headers }) => [rpc, headers.get('authorization')])
    const names = ['initialize', 'notifications/initialized', 'tools/list', 'DELETE']
    expect(carried).toEqual(names.map((name) => [name, `Bearer ${token}`]))
  })

  test('USE-02: the token is in no address', async () => {
    const watched = await watch({ config: { call, also: ['refresh', 'revoke'] } })
    const tokens = watched.run.facts.tokens?.accessToken ?? 'none'
    const addresses = [...watched.sent, ...watched.run.authorizations].map(({ url }) => url)
    expect(addresses.join('\n')).not.toMatch(/access_token/)
    expect(addresses.join('\n')).not.toContain(tokens)
  })

  test('USE-07: after the issuer has changed, the token of the former one is not sent', async () => {
    const watched = await watch({ sandbox: { faults: ['moves-issuer'] } })
    const exchanges = watched.sent.flatMap(({ method, url }, index) =>
      method === 'POST' && url.endsWith('/token') ? [index] : [],
    )
    const [first = 0, second = 0] = exchanges
    const tokensIn = (sent: readonly Sent[]) =>
      new Set(
        mcpRequests({ ...watched, sent }).flatMap(
          ({ headers }) => headers.get('authorization') ?? [],
        ),
      )
    const [before, after] = [
      tokensIn(watched.sent.slice(first, second)),
      tokensIn(watched.sent.slice(second)),
    ]
    expect([before.size, after.size]).toEqual([1, 1])
    expect(after).not.toEqual(before)
  })

  test('SES-02: the session id that initialize gave goes along from then on', async () => {
    const { sent, run, document } = await watch({ sandbox: SESSION })
    const id = run.facts.session?.sessionId
    expect(id).toBeDefined()
    const later = mcpRequests({ sent, run, document }).slice(-3)
    expect(later.map(({ rpc, headers }) => [rpc, headers.get('mcp-session-id')])).toEqual([
      ['notifications/initialized', id],
      ['tools/list', id],
      ['DELETE', id],
    ])
  })

  test('the session is ended before the token is given back, however long its DELETE is on its way', async () => {
    const { document } = await practise({
      config: { also: ['revoke'] },
      sandbox: SESSION,
      ports: (sandbox) => ({
        async fetch(url, init) {
          if (init.method === 'DELETE') await new Promise((resolve) => setTimeout(resolve, 50))
          return sandbox.fetch(new Request(url, withoutBrowserFields(init)))
        },
      }),
    })
    const [end, revocation] = ['DELETE', '/revoke'].map((words) =>
      document.exchanges.find(({ request: { method, url } }) => `${method} ${url}`.includes(words)),
    )
    expect(end?.outcome).toMatchObject({ kind: 'response', status: 204 })
    expect(revocation?.startedAt).toBeGreaterThan(end?.startedAt ?? Infinity)
  })

  test('SES-05: a session that is gone is begun anew, once and without its id', async () => {
    const forgetful = (times: number) =>
      watch({ config: INITIALIZE, sandbox: { ...SESSION, habits: [forgetting(times)] } })
    const watched = await forgetful(1)
    const said = mcpRequests(watched).slice(-7)
    const session = ['initialize', 'notifications/initialized', 'tools/list']
    expect(said.map(({ rpc }) => rpc)).toEqual([...session, ...session, 'DELETE'])
    expect(said[3]?.headers.has('mcp-session-id')).toBe(false)
    expect(watched.document.outcome.status).toBe('passed')
    const { sent, document } = await forgetful(9)
    expect(sent.filter(({ body }) => body.includes('tools/list'))).toHaveLength(2)
    expect(document.outcome.status).toBe('failed')
  })

  test.each(['2025-06-18', '2025-11-25'] as const)(
    'VER-02: after initialize, each request says %s',
    async (revision) => {
      const watched = await watch({ config: { revision }, sandbox: SESSION })
      const since = watched.sent.findLastIndex(({ body }) => body.includes('"initialize"'))
      const later = mcpRequests({ ...watched, sent: watched.sent.slice(since + 1) })
      expect(later.map(({ headers }) => headers.get('mcp-protocol-version'))).toEqual([
        revision,
        revision,
        revision,
      ])
    },
  )

  test('VER-05: the version header is on every request, and equal to that of _meta', async () => {
    const asked = mcpRequests(await watch({ config: { call } }))
    expect(asked.length).toBeGreaterThan(2)
    for (const each of asked) {
      expect(each.headers.get('mcp-protocol-version')).toBe('2026-07-28')
      expect(metaOf(each)['io.modelcontextprotocol/protocolVersion']).toBe('2026-07-28')
    }
  })

  test('MET-01: each request says its version, its capabilities, and who it is', async () => {
    for (const each of mcpRequests(await watch({ config: { call } }))) {
      expect(metaOf(each)).toMatchObject({
        'io.modelcontextprotocol/protocolVersion': expect.any(String),
        'io.modelcontextprotocol/clientCapabilities': expect.any(Object),
        'io.modelcontextprotocol/clientInfo': { name: expect.any(String) },
      })
    }
  })

  test('MET-03: Mcp-Method is on every request, Mcp-Name on a call, and any name fits into it', async () => {
    const tool = 'grüße'
    const tools = [{ listed: { name: tool, inputSchema: { type: 'object' } } }]
    const watched = await watch({ config: { call: { tool, arguments: '{}' } }, sandbox: { tools } })
    const asked = mcpRequests(watched).map(({ rpc, headers }) => [
      headers.get('mcp-method') === rpc,
      headers.get('mcp-name'),
    ])
    expect(asked.at(-1)).toEqual([true, '=?base64?Z3LDvMOfZQ==?='])
    expect(asked.slice(0, -1).every(([method, name]) => method === true && name === null)).toBe(
      true,
    )
  })

  test('TLI-02: an empty cursor is another page, and only a missing one is the end', async () => {
    const sandbox = { tools: 12, pageSize: 5, emptyStringCursor: true }
    const watched = await watch({ sandbox })
    const lists = mcpRequests(watched).filter(
      ({ rpc, headers }) => rpc === 'tools/list' && headers.has('authorization'),
    )
    const cursors = lists.map(({ body }) => JSON.parse(body).params.cursor)
    expect(cursors.slice(0, 2)).toEqual([undefined, ''])
    expect(watched.document.tools).toHaveLength(12)
  })

  test('TLI-06: a tool whose x-mcp-header is invalid is left out, and the walk says why', async () => {
    const property = { type: 'string', 'x-mcp-header': 'not a token' }
    const bad = { name: 'bad', inputSchema: { type: 'object', properties: { a: property } } }
    const good = { name: 'good', inputSchema: { type: 'object' } }
    const { document } = await practise({ sandbox: { tools: [{ listed: bad }, { listed: good }] } })
    expect(document.tools.map(({ name }) => name)).toEqual(['good'])
    expect(JSON.stringify(document.decisions)).toContain('Leaves out the tool bad')
  })
})
