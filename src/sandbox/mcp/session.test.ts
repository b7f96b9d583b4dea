import { expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import {
  SERVER,
  accessToken,
  callLegacy,
  errorCode,
  initialize,
  openSandbox,
  resultOf,
  toObject,
} from '../testing/practice-client.ts'

test('a session begins with initialize and is asked for from then on', async () => {
  const { sandbox, token, session } = await opened()
  expect(session).toMatch(/^[\u0021-\u007e]+$/)
  expect((await list(sandbox, token, session)).status).toBe(200)
  const without = await callLegacy(sandbox, 'tools/list', { token })
  expect(without.status).toBe(400)
  expect((await list(sandbox, token, 'session_madeup')).status).toBe(404)
})

test('a session that was ended is 404, for lists, notes and a second end', async () => {
  const { sandbox, token, session } = await opened()
  expect((await end(sandbox, token, session)).status).toBe(204)
  expect((await list(sandbox, token, session)).status).toBe(404)
  expect((await end(sandbox, token, session)).status).toBe(404)
  const headers = { 'Mcp-Session-Id': session }
  const note = await callLegacy(sandbox, 'notifications/initialized', { token, headers })
  expect(note.status).toBe(404)
})

test('each request of a session needs a token all the same', async () => {
  const { sandbox, session } = await opened()
  const headers = { 'Mcp-Session-Id': session }
  expect((await callLegacy(sandbox, 'tools/list', { headers })).status).toBe(401)
})

test('without sessions DELETE is not allowed', async () => {
  const sandbox = openSandbox()
  expect((await end(sandbox, await accessToken(sandbox), 'none')).status).toBe(405)
})

test('an unsupported version header is 400, an absent one is 2025-03-26', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const headers = { 'MCP-Protocol-Version': '1999-12-31' }
  const refused = await callLegacy(sandbox, 'tools/list', { token, headers })
  expect([refused.status, errorCode(await toObject(refused))]).toEqual([400, -32000])
  expect((await callLegacy(sandbox, 'tools/list', { token })).status).toBe(200)
})

test.each(['2024-11-05', '2026-07-28', '1900-01-01'])(
  'initialize with %s is answered with the newest version that is spoken',
  async (version) => {
    const sandbox = openSandbox({ legacyVersions: ['2025-03-26', '2025-06-18'] })
    const result = await resultOf(
      await initialize(sandbox, version, { token: await accessToken(sandbox) }),
    )
    expect(result['protocolVersion']).toBe('2025-06-18')
  },
)

test('2025-11-25 opens its streams with an id and no data', async () => {
  const sandbox = openSandbox({ answers: 'event-stream' })
  const token = await accessToken(sandbox)
  const newest = await (await initialize(sandbox, '2025-11-25', { token })).text()
  expect(newest).toMatch(/^id: \S+\ndata:\n\nevent: message\ndata: \{.*\}\n\n$/)
  const older = await (await initialize(sandbox, '2025-06-18', { token })).text()
  expect(older).toMatch(/^event: message\n/)
})

test('an unknown method of an older revision is an error with status 200', async () => {
  const sandbox = openSandbox()
  const response = await callLegacy(sandbox, 'no/such', { token: await accessToken(sandbox) })
  expect([response.status, errorCode(await toObject(response))]).toEqual([200, -32601])
})

async function opened() {
  const sandbox = openSandbox({ eras: 'legacy', sessions: true })
  const token = await accessToken(sandbox)
  const response = await initialize(sandbox, '2025-11-25', { token })
  return { sandbox, token, session: response.headers.get('Mcp-Session-Id') ?? '' }
}

function list(sandbox: Sandbox, token: string, session: string) {
  return callLegacy(sandbox, 'tools/list', { token, headers: { 'Mcp-Session-Id': session } })
}

function end(sandbox: Sandbox, token: string, session: string) {
  const headers = { Authorization: `Bearer ${token}`, 'Mcp-Session-Id': session }
  return sandbox.fetch(new Request(SERVER, { method: 'DELETE', headers }))
}
