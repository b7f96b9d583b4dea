import { afterEach, expect, test } from 'vitest'
import {
  ask,
  askBare,
  askRelay,
  closeServers,
  findFreePort,
  startRelay,
  startTcpServer,
} from './loopback.ts'

afterEach(closeServers)

test('a target that accepts and stays silent ends in a timeout', async () => {
  const port = await startTcpServer(() => undefined)
  const url = `http://127.0.0.1:${port}/`
  const { head, end } = await askRelay(await startRelay(), { url, timeout: 400 })
  expect(head).toBeUndefined()
  expect(end).toMatchObject({
    kind: 'failed',
    code: 'timeout',
    message: `Waited 400 ms for an answer from 127.0.0.1 port ${port}.`,
  })
  expect(end?.totalMs).toBeGreaterThanOrEqual(398)
})

test('a body that stops coming ends in a timeout after what did come', async () => {
  const { head, text, end } = await ask((response) => response.write('half'), { timeout: 400 })
  expect(head?.status).toBe(200)
  expect(text).toBe('half')
  expect(end).toMatchObject({ code: 'timeout', bytes: 4 })
  expect(end).toMatchObject({ message: expect.stringContaining('the end of the answer') })
})

test('a name server that stays silent ends in a timeout', async () => {
  const port = await startRelay({ lookup: () => new Promise(() => undefined) })
  const { end } = await askRelay(port, { url: 'http://slow.example/', timeout: 400 })
  const message = 'Waited 400 ms for an address for slow.example port 80.'
  expect(end).toMatchObject({ code: 'timeout', message })
})

test('a reset in the middle of the body is told after what did come', async () => {
  const { head, text, end } = await ask((response) => {
    response.writeHead(200, { 'Content-Length': 100 })
    response.write('half', () => response.socket?.resetAndDestroy())
  })
  expect(head?.status).toBe(200)
  expect(text).toBe('half')
  expect(end).toMatchObject({ kind: 'failed', code: 'connection-reset', bytes: 4 })
})

test('a body shorter than promised is a reset', async () => {
  const { end } = await askBare({}, 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf')
  expect(end).toMatchObject({ kind: 'failed', code: 'connection-reset', bytes: 4 })
})

test('a reset before any answer is told without a head', async () => {
  const { head, end } = await ask((response) => response.socket?.resetAndDestroy())
  expect(head).toBeUndefined()
  expect(end).toMatchObject({ kind: 'failed', code: 'connection-reset', bytes: 0 })
})

test.each([
  ['what is not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  [
    'a protocol nobody asked for',
    'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
  ],
  ['headers without an end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`],
])('%s is a failure of the protocol', async (_name, answer) => {
  const { head, end } = await askBare({}, answer)
  expect(head).toBeUndefined()
  expect(end).toMatchObject({ kind: 'failed', code: 'protocol' })
})

test('a port where nothing listens is a refused connection', async () => {
  const port = await findFreePort()
  const { head, end } = await askRelay(await startRelay(), { url: `http://127.0.0.1:${port}/` })
  expect(head).toBeUndefined()
  expect(end).toMatchObject({
    kind: 'failed',
    code: 'connection-refused',
    message: `Nothing accepts connections at 127.0.0.1 port ${port} (ECONNREFUSED).`,
  })
})

test('a name that is not found is named', async () => {
  const lookup = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
  const { end } = await askRelay(await startRelay({ lookup }), { url: 'http://nowhere.example/' })
  const message = 'No address was found for nowhere.example (ENOTFOUND).'
  expect(end).toMatchObject({ code: 'name-not-found', message })
})

test('a name without any address is named', async () => {
  const port = await startRelay({ lookup: () => Promise.resolve([]) })
  const { end } = await askRelay(port, { url: 'http://empty.example/' })
  expect(end).toMatchObject({ code: 'name-not-found' })
})
