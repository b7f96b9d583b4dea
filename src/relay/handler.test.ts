import { afterEach, describe, expect, test } from 'vitest'
import type { Call } from './loopback.ts'
import {
  call,
  CALLER_HEADERS,
  readPlain,
  SECRET,
  startRelay,
  startServer,
  closeServers,
} from './loopback.ts'

afterEach(closeServers)

/** What came of a call, and whether anything left for the target because of it. */
async function knock(change: Partial<Call>, origins: readonly string[] = []) {
  let arrived = 0
  const target = await startServer((_request, response) => {
    arrived += 1
    response.end('reached')
  })
  const port = await startRelay({ origins })
  const body = JSON.stringify({ method: 'GET', url: `http://127.0.0.1:${target}/` })
  const { headers: changed, ...rest } = change
  const headers = { host: `localhost:${port}`, ...CALLER_HEADERS, ...changed }
  const answer = await readPlain(await call({ port, body, ...rest, headers }))
  return { ...answer, arrived, port }
}

function withoutSecret(): Record<string, string> {
  return { 'content-type': 'application/json' }
}

test('a call with the secret passes', async () => {
  const { status, text, arrived, headers } = await knock({})
  expect([status, arrived]).toEqual([200, 1])
  expect(text).toContain('reached')
  expect(headers).toMatchObject({
    'content-type': 'application/vnd.mcp-flow-relay',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
})

describe('refuses before anything leaves', () => {
  test('a call without the secret', async () => {
    const port = await startRelay()
    const answer = await readPlain(await call({ port, headers: withoutSecret(), body: '{}' }))
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.text)).toEqual({
      error: 'missing-secret',
      message: 'The header X-Flow-Relay with the secret is missing.',
    })
  })

  test.each([
    ['a wrong secret', { headers: { 'x-flow-relay': `${SECRET}x` } }, 403, 'wrong-secret'],
    ['an empty secret', { headers: { 'x-flow-relay': '' } }, 403, 'wrong-secret'],
    ['a foreign Host', { headers: { host: 'evil.example' } }, 403, 'wrong-host'],
    ['a Host with another port', { headers: { host: 'localhost:1' } }, 403, 'wrong-host'],
    ['a Host without a port', { headers: { host: 'localhost' } }, 403, 'wrong-host'],
    ['a foreign Origin', { headers: { origin: 'https://evil.example' } }, 403, 'foreign-origin'],
    ['the Origin null', { headers: { origin: 'null' } }, 403, 'foreign-origin'],
    ['a cross-site call', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'foreign-origin'],
    ['a same-site call', { headers: { 'sec-fetch-site': 'same-site' } }, 403, 'foreign-origin'],
    ['a navigation', { headers: { 'sec-fetch-site': 'none' } }, 403, 'foreign-origin'],
    ['a GET', { method: 'GET' }, 405, 'wrong-method'],
    ['an OPTIONS that is no preflight', { method: 'OPTIONS' }, 405, 'wrong-method'],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 400, 'bad-request'],
    ['a body that is no request', { body: '{}' }, 400, 'bad-request'],
    ['a body above 2 MB', { body: ' '.repeat(2_097_153) }, 413, 'too-large'],
  ])('%s', async (_name, change, status, error) => {
    const answer = await knock(change)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toEqual({
      error,
      message: expect.stringMatching(/^[A-Z].*\.$/),
    })
    expect(answer.arrived).toBe(0)
    expect(answer.text).not.toContain(SECRET)
  })

  test('a forbidden header, by its name', async () => {
    const request = { method: 'GET', url: 'http://a.example/', headers: [['Cookie', 'a=b']] }
    const answer = await knock({ body: JSON.stringify(request) })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({
      error: 'forbidden-header',
      message: 'The header Cookie is not yours to set here.',
    })
  })

  test('a foreign page learns nothing from the refusal', async () => {
    const { headers } = await knock({ headers: { origin: 'https://evil.example' } })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the page that the relay serves itself', () => {
  test.each(['localhost', '127.0.0.1', '[::1]'])('passes under the name %s', async (name) => {
    const port = await startRelay()
    const host = `${name}:${port}`
    const headers = { ...CALLER_HEADERS, host, origin: `http://${host}` }
    const answer = await readPlain(
      await call({ port, headers: { ...headers, 'sec-fetch-site': 'same-origin' }, body: '{}' }),
    )
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'bad-request' })
  })

  test('does not pass when its port is another', async () => {
    const port = await startRelay()
    const headers = { ...CALLER_HEADERS, origin: `http://localhost:${port + 1}` }
    const { status } = await readPlain(await call({ port, headers, body: '{}' }))
    expect(status).toBe(403)
  })
})

describe('a page that was allowed by its origin', () => {
  const origin = 'https://flow.example'
  const asked = { 'access-control-request-method': 'POST', 'sec-fetch-site': 'cross-site' }

  test('gets its preflight answered', async () => {
    const answer = await knock({ method: 'OPTIONS', headers: { origin, ...asked } }, [origin])
    expect(answer.status).toBe(204)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, x-flow-relay',
      vary: 'Origin',
    })
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
  })

  test('may call and read', async () => {
    const headers = { origin, 'sec-fetch-site': 'cross-site' }
    const answer = await knock({ headers }, [origin])
    expect([answer.status, answer.arrived]).toEqual([200, 1])
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
  })

  test('may read why its secret was wrong', async () => {
    const headers = { origin, 'x-flow-relay': 'old' }
    const answer = await knock({ headers }, [origin])
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
  })

  test('does not open the door for another', async () => {
    const headers = { origin: 'https://flow.example.evil.example', ...asked }
    const answer = await knock({ method: 'OPTIONS', headers }, [origin])
    expect(answer.status).toBe(403)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

test.each([
  ['relay.example', 'relay.example:8443', 400],
  ['relay.example:8443', 'relay.example:8443', 400],
  ['relay.example:8443', 'relay.example:1', 403],
  ['relay.example', 'other.relay.example', 403],
])('with the name %s allowed, Host %s gives %i', async (allowed, host, status) => {
  const port = await startRelay({ hosts: [allowed] })
  const answer = await readPlain(
    await call({ port, headers: { ...CALLER_HEADERS, host }, body: '{}' }),
  )
  expect(answer.status).toBe(status)
})
