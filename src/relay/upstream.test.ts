import { createServer } from 'node:https'
import { afterEach, describe, expect, test } from 'vitest'
import {
  askBare,
  askRelay,
  closeServers,
  listenUntilClosed,
  startRelay,
  startServer,
} from './loopback.ts'

afterEach(closeServers)

describe('what is sent', () => {
  test('is the listed headers in their order and case, and nothing of the browser', async () => {
    const headers = [
      ['X-One', '1'],
      ['origin', 'https://page.example'],
      ['X-Two', 'b'],
      ['x-one', '2'],
    ] as const
    const { seen, port } = await askBare({ headers })
    expect(seen.split('\r\n')).toEqual([
      'GET / HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'X-One: 1',
      'origin: https://page.example',
      'X-Two: b',
      'x-one: 2',
      'Accept-Encoding: identity',
      'Connection: close',
      '',
      '',
    ])
  })

  test('carries a body with its length, and a listed Accept-Encoding instead of ours', async () => {
    const headers = [['accept-encoding', 'gzip']] as const
    const { seen } = await askBare({ method: 'POST', headers, body: 'é' })
    expect(seen).toContain('accept-encoding: gzip\r\nContent-Length: 2\r\n')
    expect(seen).not.toContain('identity')
    expect(Buffer.from(seen, 'latin1').toString()).toMatch(/\r\n\r\né$/)
  })

  test('carries bytes that are no text', async () => {
    const body = Buffer.from([0, 255, 128]).toString('base64')
    const { seen } = await askBare({ method: 'PUT', body, bodyEncoding: 'base64' })
    expect(seen).toContain('Content-Length: 3\r\n')
    expect(seen.endsWith('\r\n\r\n\u0000\u00ff\u0080')).toBe(true)
  })

  test('says that a POST without a body has none', async () => {
    const { seen } = await askBare({ method: 'POST' })
    expect(seen).toContain('Content-Length: 0\r\n')
  })
})

test('the connection goes to the address that was looked up, once, and to no other', async () => {
  const asked: string[] = []
  const port = await startServer((request, response) => response.end(request.headers.host))
  const relay = await startRelay({
    lookup: (name) => {
      asked.push(name)
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    },
  })
  const url = `http://pinned.invalid:${port}/`
  const { text, head } = await askRelay(relay, { url })
  expect(text).toBe(`pinned.invalid:${port}`)
  expect(head?.timing.dns).toEqual(expect.any(Number))
  expect(asked).toEqual(['pinned.invalid'])
})

test('an address that does not answer is followed by the next one of the name', async () => {
  const port = await startServer((_request, response) => response.end('second'))
  const addresses = ['127.0.0.9', '127.0.0.1'].map((address) => ({ address, family: 4 }))
  const relay = await startRelay({ lookup: () => Promise.resolve(addresses) })
  const { text } = await askRelay(relay, { url: `http://two.invalid:${port}/` })
  expect(text).toBe('second')
})

describe('TLS', () => {
  test('of a certificate that nobody vouches for fails, and says why', async () => {
    const port = await startTlsServer()
    const { head, end } = await askRelay(await startRelay(), { url: `https://localhost:${port}/` })
    expect(head).toBeUndefined()
    const message = `No secure connection to localhost port ${port}: self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT).`
    expect(end).toMatchObject({ kind: 'failed', code: 'tls', message })
  })

  test('with a server that speaks none fails', async () => {
    const port = await startServer((_request, response) => response.end())
    const { end } = await askRelay(await startRelay(), { url: `https://127.0.0.1:${port}/` })
    expect(end).toMatchObject({ kind: 'failed', code: 'tls' })
  })
})

async function startTlsServer(): Promise<number> {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (_request, response) =>
    response.end(),
  )
  return await listenUntilClosed(server, () => server.closeAllConnections())
}

/** For localhost, signed by itself, good for a hundred years; it guards nothing. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJiOet97Hvsr2w46H
u5I5PhnxYI5xWRDAW9HuHD34/I2hRANCAATeTWz4mp1m/vXjnCTZpBFogVH7nmKE
IgGCB5KlJ4tzKWu4Gy2EdCksOrEVpljuYUeqw4zvzwlWfG/Iv/frWh9t
-----END PRIVATE KEY-----
`

const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUJyMtuZfV1fPiFM4sBbQmTNqqMZIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE4MDExN1oYDzIxMjYxMDMw
MTgwMTE3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATeTWz4mp1m/vXjnCTZpBFogVH7nmKEIgGCB5KlJ4tzKWu4Gy2EdCks
OrEVpljuYUeqw4zvzwlWfG/Iv/frWh9to28wbTAdBgNVHQ4EFgQU5AfSgZubdeFb
keTqW41PihxIJ9QwHwYDVR0jBBgwFoAU5AfSgZubdeFbkeTqW41PihxIJ9QwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAMWwP3hSXifuGvGPu8/VGtNpNxsHBwsCvpzgG4LVT0ffAiEA
pRQQQSlSAshD/hrqAvSvv8Rh9qCmIUHYrZLEVGQgqOQ=
-----END CERTIFICATE-----
`
