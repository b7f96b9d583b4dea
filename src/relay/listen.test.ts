import { createServer } from 'node:http'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { listenFrom } from './listen.ts'
import { startServer, closeServers } from './loopback.ts'

afterEach(closeServers)

const HOST = '127.0.0.1'

test('a taken port moves on to a free one, and each taken one is told', async () => {
  const taken = await startServer((_request, response) => response.end())
  const told: number[] = []
  const port = await listenFrom(makeServer(), { host: HOST, port: taken }, (at) => told.push(at))
  expect(port).toBeGreaterThan(taken)
  expect(told).toEqual(Array.from({ length: port - taken }, (_, index) => taken + index))
})

test('port 0 gives a port of the system\u2019s choice', async () => {
  const told: number[] = []
  const port = await listenFrom(makeServer(), { host: HOST, port: 0 }, (at) => told.push(at))
  expect(port).toBeGreaterThan(0)
  expect(told).toEqual([])
})

test('an address that is not of this machine is an error', async () => {
  const place = { host: '192.0.2.1', port: 0 }
  await expect(listenFrom(makeServer(), place, () => undefined)).rejects.toThrow('192.0.2.1')
})

function makeServer() {
  const server = createServer()
  onTestFinished(() => {
    server.close()
  })
  return server
}
