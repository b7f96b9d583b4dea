import { expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import type { SandboxOptions } from '../sandbox.ts'
import {
  META,
  SERVER,
  accessToken,
  callModern,
  errorCode,
  openSandbox,
  postJson,
  resultOf,
  toObject,
} from '../testing/practice-client.ts'

const VERSION = 'io.modelcontextprotocol/protocolVersion'
const CAPABILITIES = 'io.modelcontextprotocol/clientCapabilities'

test.each([
  ['no version header', { 'MCP-Protocol-Version': null }, {}, -32020],
  ['another version in the header', { 'MCP-Protocol-Version': '2025-11-25' }, {}, undefined],
  [
    'an unknown version',
    { 'MCP-Protocol-Version': '2099-01-01' },
    { [VERSION]: '2099-01-01' },
    -32022,
  ],
  ['two versions', {}, { [VERSION]: '2099-01-01' }, -32020],
  ['no version in _meta', {}, { [VERSION]: undefined }, -32602],
  ['no capabilities in _meta', {}, { [CAPABILITIES]: undefined }, -32602],
  ['no method header', { 'Mcp-Method': null }, {}, -32020],
  ['another method in the header', { 'Mcp-Method': 'tools/call' }, {}, -32020],
  ['a foreign name header', { 'Mcp-Name': 'echo' }, {}, undefined],
])('a list with %s', async (_, headers, meta, code) => {
  const response = await send({ headers, meta })
  expect([response.status, errorCode(await toObject(response))]).toEqual([
    code === undefined ? 200 : 400,
    code,
  ])
})

test('an unsupported version is answered with those that are', async () => {
  const response = await send({
    headers: { 'MCP-Protocol-Version': '2099-01-01' },
    meta: { [VERSION]: '2099-01-01' },
  })
  expect((await toObject(response))['error']).toMatchObject({
    data: { supported: ['2026-07-28'], requested: '2099-01-01' },
  })
})

test('an unknown method is 404 with -32601', async () => {
  const sandbox = openSandbox()
  const response = await callModern(sandbox, 'no/such', { token: await accessToken(sandbox) })
  expect([response.status, errorCode(await toObject(response))]).toEqual([404, -32601])
})

test('no session is minted, and none is looked at', async () => {
  const sandbox = openSandbox({ sessions: true })
  const response = await callModern(sandbox, 'tools/list', {
    token: await accessToken(sandbox),
    headers: { 'Mcp-Session-Id': 'whatever' },
  })
  expect([response.status, response.headers.get('Mcp-Session-Id')]).toEqual([200, null])
})

test('every result says that it is complete and whose it is', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const params = { name: 'echo', arguments: { text: 'hi' } }
  const result = await resultOf(await callModern(sandbox, 'tools/call', { token, params }))
  expect(result).toEqual({
    resultType: 'complete',
    content: [{ type: 'text', text: 'hi' }],
    isError: false,
    _meta: { 'io.modelcontextprotocol/serverInfo': expect.objectContaining({ version: '1.0.0' }) },
  })
})

test.each([
  ['the same', 'Alps', 'Alps', 200],
  ['encoded', 'Märchen', '=?base64?TcOkcmNoZW4=?=', 200],
  ['missing', 'Alps', null, 400],
  ['another', 'Alps', 'Andes', 400],
  ['badly encoded', 'Alps', '=?base64?%%%?=', 400],
  ['there without the argument', undefined, 'Alps', 400],
  ['absent like the argument', undefined, null, 200],
])('an argument whose header is %s', async (_, region, header, status) => {
  const sandbox = openSandbox()
  const headers: Record<string, string> = header === null ? {} : { 'Mcp-Param-Region': header }
  const response = await callModern(sandbox, 'tools/call', {
    token: await accessToken(sandbox),
    params: { name: 'look_up_region', arguments: { region } },
    headers,
  })
  expect(response.status).toBe(status)
})

test('event streams carry the answer, no id, and a word to proxies', async () => {
  const sandbox = openSandbox({ answers: 'event-stream' })
  const token = await accessToken(sandbox)
  const response = await callModern(sandbox, 'tools/list', { token, id: 'c7' })
  expect(response.headers.get('Content-Type')).toBe('text/event-stream')
  expect(response.headers.get('X-Accel-Buffering')).toBe('no')
  expect(await response.text()).toMatch(
    /^event: message\ndata: \{"jsonrpc":"2.0","id":"c7",.*\}\n\n$/,
  )
})

test('notifications are accepted with 202 and nothing else', async () => {
  const sandbox = openSandbox()
  const headers = {
    Authorization: `Bearer ${await accessToken(sandbox)}`,
    'MCP-Protocol-Version': '2026-07-28',
  }
  const body = { jsonrpc: '2.0', method: 'notifications/cancelled' }
  const response = await postJson(sandbox, SERVER, { body, headers })
  expect([response.status, await response.text()]).toEqual([202, ''])
})

type Change = {
  readonly headers: Readonly<Record<string, string | null>>
  readonly meta: JsonObject
  readonly options?: Partial<SandboxOptions>
}

/** A list whose headers and `_meta` are a little otherwise; null takes a header away. */
async function send({ headers, meta, options = {} }: Change): Promise<Response> {
  const sandbox = openSandbox(options)
  const all = {
    Authorization: `Bearer ${await accessToken(sandbox)}`,
    'MCP-Protocol-Version': '2026-07-28',
    'Mcp-Method': 'tools/list',
    ...headers,
  }
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  const params = { _meta: { ...META, ...meta } }
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list', params }
  return postJson(sandbox, SERVER, { body, headers: Object.fromEntries(given) })
}
