import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { type Answer, toListener } from './fetch-listener.ts'
import { listenOnLoopback, type LoopbackServer } from './loopback.ts'

const open: LoopbackServer[] = []

async function serve(answer: Answer): Promise<string> {
  const server = await listenOnLoopback(toListener(answer), 0)
  open.push(server)
  return `http://localhost:${server.port}`
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

describe('toListener', () => {
  test('hands over method, address, headers and body as they came', async () => {
    const origin = await serve(async (seen) => {
      const body = await seen.text()
      return Response.json([seen.method, seen.url, seen.headers.get('x-note'), body])
    })
    const response = await fetch(`${origin}/a/b?c=d%20e`, {
      method: 'POST',
      headers: { 'X-Note': 'n' },
      body: 'text',
    })
    expect(await response.json()).toEqual(['POST', `${origin}/a/b?c=d%20e`, 'n', 'text'])
  })

  test('gives back status, several headers of one name, and an empty body', async () => {
    const origin = await serve(async () => {
      const headers = new Headers({ Location: '/next' })
      headers.append('Set-Cookie', 'a=1')
      headers.append('Set-Cookie', 'b=2')
      return new Response(null, { status: 302, headers })
    })
    const response = await fetch(origin, { redirect: 'manual' })
    expect(response.status).toBe(302)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.text()).toBe('')
  })

  test('sends the first part of a stream before the last is there', async () => {
    const parts = new TransformStream<Uint8Array, Uint8Array>()
    const writer = parts.writable.getWriter()
    const origin = await serve(async () => new Response(parts.readable))
    const writing = writer.write(new TextEncoder().encode('first'))
    const reader = (await fetch(origin)).body?.getReader()
    const part = await reader?.read()
    expect(new TextDecoder().decode(part?.value)).toBe('first')
    await Promise.all([writing, reader?.cancel()])
  })

  test('tells the function when the one who asked has gone', async () => {
    const leaving = new AbortController()
    const gone = new Promise((resolve) => {
      void serve((seen) => {
        seen.signal.addEventListener('abort', () => resolve('gone'))
        leaving.abort()
        return new Promise(() => undefined)
      }).then((origin) => fetch(origin, { signal: leaving.signal }).catch(() => undefined))
    })
    expect(await gone).toBe('gone')
  })

  test('cuts the connection when the answer throws', async () => {
    const origin = await serve(() => Promise.reject(new Error('broken on purpose')))
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
  })

  test('delivers what an answer had sent when it broke off', async () => {
    const origin = await serve(async () => {
      let sent = false
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent) controller.error(new Error('broken on purpose'))
          else controller.enqueue(new TextEncoder().encode('half'))
          sent = true
        },
      })
      return new Response(body, { headers: { 'Content-Type': 'text/plain' } })
    })
    const response = await fetch(origin)
    const reader = response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('half')
    await expect(reader?.read()).rejects.toThrow('terminated')
  })

  test('refuses an address that is none', async () => {
    const origin = await serve(async () => new Response('never'))
    const status = await new Promise((resolve, reject) => {
      request(origin, { path: '*', method: 'OPTIONS' }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(400)
  })
})
