import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { RelayOptions } from './handler.ts'
import {
  ask,
  askBare,
  askRelay,
  CALLER_HEADERS,
  callRelay,
  closeServers,
  startRelay,
  startServer,
} from './loopback.ts'
import { readFrames } from './wire.ts'

afterEach(closeServers)

describe('what comes back', () => {
  test('is a redirect as it is, not what it leads to', async () => {
    let asked = 0
    const { head, end } = await ask((response) => {
      asked += 1
      response.writeHead(307, { Location: '/elsewhere' }).end()
    })
    expect(asked).toBe(1)
    expect(head?.status).toBe(307)
    expect(head?.headers).toContainEqual(['Location', '/elsewhere'])
    expect(end).toMatchObject({ kind: 'complete', bytes: 0 })
  })

  test('is every header in its order, also those that repeat, but no cookie', async () => {
    const answer = [
      'HTTP/1.1 401 Who are you',
      'WWW-Authenticate: Basic',
      'X-Between: 1',
      'www-authenticate: Bearer scope="a"',
      'Set-Cookie: session=verysecret',
      'WWW-Authenticate: DPoP',
      'Content-Length: 0',
    ]
    const { head } = await askBare({}, `${answer.join('\r\n')}\r\n\r\n`)
    expect(head).toMatchObject({ status: 401, statusText: 'Who are you', httpVersion: '1.1' })
    expect(head?.headers).toEqual([
      ['WWW-Authenticate', 'Basic'],
      ['X-Between', '1'],
      ['www-authenticate', 'Bearer scope="a"'],
      ['Set-Cookie', '(withheld by the relay)'],
      ['WWW-Authenticate', 'DPoP'],
      ['Content-Length', '0'],
    ])
  })

  test('is a compressed body as it was sent', async () => {
    const { head, text } = await ask((response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(Buffer.from([31, 139, 8]))
    })
    expect(head?.headers).toContainEqual(['Content-Encoding', 'gzip'])
    expect(text).toBe('\u001f\u008b\u0008')
  })

  test('tells the remote address and the time of each phase', async () => {
    const { head, end } = await ask((response) => response.end())
    expect(head?.remoteAddress).toBe('127.0.0.1')
    expect(head?.timing).toEqual({
      dns: null,
      connect: expect.any(Number),
      tls: null,
      firstByte: expect.any(Number),
    })
    expect(end?.totalMs).toBeGreaterThanOrEqual(head?.timing.firstByte ?? Infinity)
  })

  test('is an answer to HEAD without a body', async () => {
    const respond = (response: ServerResponse) =>
      response.writeHead(200, { 'Content-Length': 9 }).end()
    const { head, end } = await ask(respond, { method: 'HEAD' })
    expect(head?.status).toBe(200)
    expect(end).toMatchObject({ kind: 'complete', bytes: 0 })
  })

  test('is an event stream, piece by piece while it goes on', async () => {
    let stream: ServerResponse | undefined
    const port = await startServer((_request, response) => {
      stream = response
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders()
    })
    const answer = await callRelay(await startRelay(), { url: `http://127.0.0.1:${port}/` })
    const frames = readFrames(answer)
    expect((await frames.next()).value).toMatchObject({ kind: 'head', head: { status: 200 } })
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      stream?.write(event)
      expect((await frames.next()).value).toEqual({
        kind: 'data',
        data: new Uint8Array(Buffer.from(event)),
      })
    }
    stream?.end()
    expect((await frames.next()).value).toMatchObject({ kind: 'end', end: { kind: 'complete' } })
  })
})

describe('a body that is large', () => {
  const size = 2 * 1024 * 1024

  test('of 2 MB comes whole', async () => {
    const { bytes, end } = await ask((response) => response.end(Buffer.alloc(size)))
    expect(bytes).toBe(size)
    expect(end).toMatchObject({ kind: 'complete', bytes: size })
  })

  test('of one byte more is cut there, and says so', async () => {
    const { head, bytes, end } = await ask((response) => {
      const body = Buffer.alloc(size + 1)
      response.writeHead(200, { 'Content-Length': body.length }).end(body)
    })
    expect(head?.headers).toContainEqual(['Content-Length', String(size + 1)])
    expect(bytes).toBe(size)
    expect(end).toMatchObject({ kind: 'truncated', bytes: size + 1, maximumBytes: size })
  })

  test('that never ends is cut and the target is let go', async () => {
    let gone: Promise<unknown> | undefined
    const respond = (response: ServerResponse) => {
      gone = once(response, 'close')
      const pour = () => {
        while (response.write(Buffer.alloc(65_536))) {
          // Until the connection takes no more; the next drain goes on.
        }
      }
      response.on('drain', pour)
      pour()
    }
    const { bytes, end } = await ask(respond, { maximumBytes: 100_000 })
    expect(bytes).toBe(100_000)
    expect(end).toMatchObject({ kind: 'truncated', maximumBytes: 100_000 })
    await expect(gone).resolves.toEqual([])
  })

  test('of which nothing is wanted is cut at its first byte', async () => {
    const port = await startServer((_request, response) => response.end('x'))
    const wish = { url: `http://127.0.0.1:${port}/`, maximumBytes: 0 }
    const frames = readFrames(await callRelay(await startRelay(), wish))
    expect((await frames.next()).value).toMatchObject({ kind: 'head' })
    const end = { kind: 'truncated', bytes: 1, maximumBytes: 0 }
    expect((await frames.next()).value).toMatchObject({ kind: 'end', end })
  })
})

describe('an end from this side', () => {
  test('lets the target go when the page leaves before the answer', async () => {
    const page = new AbortController()
    const left = new Promise((resolve) => {
      void startServer((_request, response) => {
        response.once('close', () => resolve(undefined))
        page.abort()
      }).then(async (port) => await fetchThroughRelay(port, page.signal).catch(() => undefined))
    })
    await expect(left).resolves.toBeUndefined()
  })

  test('lets the target go when the page leaves within the answer, as no defect', async () => {
    const warnings = collectWarnings()
    let left: Promise<unknown> | undefined
    const port = await startServer((_request, response) => {
      left = once(response, 'close')
      response.write('first of many')
    })
    const answer = await callRelay(await startRelay(), { url: `http://127.0.0.1:${port}/` })
    await once(answer, 'data')
    answer.destroy()
    await expect(left).resolves.toEqual([])
    expect(warnings()).toEqual([])
  })

  test('bears many requests at once', async () => {
    const warnings = collectWarnings()
    const waiting: ServerResponse[] = []
    const port = await startServer((_request, response) => {
      if (waiting.push(response) === 60) for (const each of waiting) each.end()
    })
    const relay = await startRelay({ signal: new AbortController().signal })
    const wish = { url: `http://127.0.0.1:${port}/` }
    const asked = Array.from({ length: 60 }, () => askRelay(relay, wish))
    const ends = (await Promise.all(asked)).map(({ end }) => end?.kind)
    expect(ends).toEqual(asked.map(() => 'complete'))
    expect(warnings()).toEqual([])
  })

  test('sends nothing any more once the relay was stopped', async () => {
    let arrived = 0
    const port = await startServer(() => {
      arrived += 1
    })
    const relay = await startRelay({ signal: AbortSignal.abort() })
    const { end } = await askRelay(relay, { url: `http://127.0.0.1:${port}/` })
    expect(end).toMatchObject({ kind: 'failed', code: 'aborted' })
    expect(arrived).toBe(0)
  })

  test('says so when the relay is stopped', async () => {
    const stopping = new AbortController()
    const options: Partial<RelayOptions> = { signal: stopping.signal }
    const port = await startServer(() => stopping.abort())
    const { end } = await askRelay(await startRelay(options), { url: `http://127.0.0.1:${port}/` })
    expect(end).toMatchObject({ kind: 'failed', code: 'aborted' })
  })
})

async function fetchThroughRelay(port: number, signal: AbortSignal): Promise<Response> {
  const body = JSON.stringify({ method: 'GET', url: `http://127.0.0.1:${port}/` })
  const headers = CALLER_HEADERS
  return await fetch(`http://127.0.0.1:${await startRelay()}`, {
    method: 'POST',
    headers,
    body,
    signal,
  })
}

/** What Node was warned of until the call of the function that it gives. */
function collectWarnings(): () => readonly Error[] {
  const warnings: Error[] = []
  const record = (warning: Error) => warnings.push(warning)
  process.on('warning', record)
  return () => {
    process.off('warning', record)
    return warnings
  }
}
