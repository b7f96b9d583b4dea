import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Listening, Place } from './listen.ts'
import { listenFrom } from './listen.ts'
import { call, closeServers, readPlain, startServer } from './loopback.ts'

const HOSTS = ['127.0.0.1', '::1'] as const
const opened: Listening[] = []

afterEach(async () => {
  closeServers()
  await Promise.all(opened.splice(0).map(({ close }) => close()))
})

test('a taken port moves on to a free one, and each taken one is told', async () => {
  const taken = await startServer((_request, response) => response.end())
  const { port, told } = await open({ hosts: HOSTS, port: taken })
  expect(port).toBeGreaterThan(taken)
  expect(told).toEqual(Array.from({ length: port - taken }, (_, index) => taken + index))
})

test('a port that is taken on one of the addresses counts as taken', async () => {
  const first = await open({ hosts: ['127.0.0.1'], port: 0 })
  const second = await open({ hosts: ['127.0.0.2', '127.0.0.1'], port: first.port })
  expect(second.told).toContain(first.port)
  const third = await open({ hosts: ['127.0.0.2'], port: first.port })
  expect(third).toMatchObject({ port: first.port, told: [] })
})

test('port 0 gives a port of the system\u2019s choice, the same on each address', async () => {
  const { port, told } = await open({ hosts: ['127.0.0.1', '127.0.0.2'], port: 0 })
  expect(told).toEqual([])
  for (const host of ['127.0.0.1', '127.0.0.2']) {
    expect(await readPlain(await call({ host, port }))).toMatchObject({ text: 'hello' })
  }
})

test('an address that is not of this machine is an error, but only as the first', async () => {
  await expect(open({ hosts: ['192.0.2.1'], port: 0 })).rejects.toThrow('192.0.2.1')
  const { port } = await open({ hosts: ['127.0.0.1', '192.0.2.1'], port: 0 })
  expect(port).toBeGreaterThan(0)
})

test('closing does not wait for a caller who says nothing', async () => {
  const listening = await open({ hosts: ['127.0.0.1'], port: 0 })
  const socket = connect(listening.port, '127.0.0.1')
  const dropped = new Promise((resolve) => {
    socket.once('close', resolve)
  })
  await new Promise((resolve) => {
    socket.once('connect', () => socket.write('POST / HTTP/1.1\r\n', resolve))
  })
  await listening.close()
  await expect(dropped).resolves.toBe(false)
})

async function open(place: Place) {
  const told: number[] = []
  const listening = await listenFrom(
    (_request, response) => response.end('hello'),
    place,
    (port) => told.push(port),
  )
  opened.push(listening)
  return { ...listening, told }
}
