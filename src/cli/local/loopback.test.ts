import type { RequestListener } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { listenOnLoopback, type LoopbackServer } from './loopback.ts'

const open: LoopbackServer[] = []
const hello: RequestListener = (_, response) => response.end('hello')

async function listen(port: number, listener = hello): Promise<LoopbackServer> {
  const server = await listenOnLoopback(listener, port)
  open.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

test('answers under the name localhost', async () => {
  const { port } = await listen(0)
  const response = await fetch(`http://localhost:${port}/`)
  expect(await response.text()).toBe('hello')
})

test('moves on to the next port when one is taken', async () => {
  const { port } = await listen(0)
  const next = await listen(port)
  expect(next.port).toBeGreaterThan(port)
})

test('ends connections that are still open', async () => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const server = await listen(0, () => arrive())
  const asked = fetch(`http://127.0.0.1:${server.port}/`).catch((error: unknown) => error)
  await arrival
  await server.close()
  expect(await asked).toBeInstanceOf(Error)
})
