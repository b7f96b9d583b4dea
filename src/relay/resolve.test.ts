import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { askRelay, startRelay, startServer, closeServers } from './loopback.ts'
import type { TargetPattern } from './reach/target-pattern.ts'
import { parseTargetPattern } from './reach/target-pattern.ts'
import type { Lookup } from './resolve.ts'

afterEach(closeServers)

test.each([
  ['127.0.0.1', '127.0.0.1 is a loopback address'],
  ['[::1]', '::1 is a loopback address'],
  ['[::ffff:127.0.0.1]', '::ffff:7f00:1 is an IPv4-mapped address'],
  ['2130706433', '127.0.0.1 is a loopback address'],
  ['0x7f.1', '127.0.0.1 is a loopback address'],
  ['192.168.1.1', '192.168.1.1 is a private address'],
  ['169.254.169.254', '169.254.169.254 is a link-local address'],
])('public-only refuses http://%s/', async (host, said) => {
  const { head, end } = await askRelay(await startRelay({ addresses: 'public-only' }), {
    url: `http://${host}/`,
  })
  expect(head).toBeUndefined()
  const message = `${said}; this relay calls public ones only.`
  expect(end).toMatchObject({ kind: 'failed', code: 'refused-address', message })
})

test('public-only refuses a name that leads to loopback, and nothing arrives there', async () => {
  let arrived = 0
  const port = await startServer((_request, response) => {
    arrived += 1
    response.end()
  })
  const relay = await startRelay({ addresses: 'public-only', lookup: leadingTo('127.0.0.1') })
  const { end } = await askRelay(relay, { url: `http://innocent.example:${port}/` })
  expect(end).toMatchObject({
    code: 'refused-address',
    message:
      'innocent.example leads to 127.0.0.1, which is a loopback address; this relay calls public ones only.',
  })
  expect(arrived).toBe(0)
})

test('public-only refuses a name of which only one address is not public', async () => {
  const lookup = leadingTo('93.184.215.14', '10.0.0.1')
  const relay = await startRelay({ addresses: 'public-only', lookup })
  const { end } = await askRelay(relay, { url: 'http://mixed.example/' })
  expect(end).toMatchObject({
    code: 'refused-address',
    message: expect.stringContaining('10.0.0.1'),
  })
})

test('public-only looks at each request anew', async () => {
  const port = await startServer((_request, response) => response.end('hello'))
  const answers = [leadingTo('127.0.0.1'), leadingTo('127.0.0.2')]
  const relay = await startRelay({
    addresses: 'public-only',
    allowedAddresses: ['127.0.0.1'],
    lookup: async (name) => (await answers.shift()?.(name)) ?? [],
  })
  const url = `http://rebinding.example:${port}/`
  expect(await askRelay(relay, { url })).toMatchObject({ text: 'hello', end: { kind: 'complete' } })
  expect(await askRelay(relay, { url })).toMatchObject({ end: { code: 'refused-address' } })
})

test('a host that is not on the list is not even looked up', async () => {
  const asked: string[] = []
  const relay = await startRelay({
    targets: patterns('tools.example'),
    lookup: (name) => {
      asked.push(name)
      return Promise.resolve([])
    },
  })
  const { end } = await askRelay(relay, { url: 'http://other.example/mcp' })
  const message = "other.example is not on this relay's list of targets."
  expect(end).toMatchObject({ code: 'refused-address', message })
  await askRelay(relay, { url: 'http://tools.example/mcp' })
  expect(asked).toEqual(['tools.example'])
})

test('the connection goes to the address that was checked: the name is asked once', async () => {
  const port = await startServer((_request, response) => response.end('hello'))
  const asked: string[] = []
  const relay = await startRelay({
    addresses: 'public-only',
    allowedAddresses: ['127.0.0.1'],
    lookup: (name) => {
      asked.push(name)
      return leadingTo(asked.length === 1 ? '127.0.0.1' : '127.0.0.2')(name)
    },
  })
  const { head } = await askRelay(relay, { url: `http://rebinding.example:${port}/` })
  expect(head?.remoteAddress).toBe('127.0.0.1')
  expect(asked).toEqual(['rebinding.example'])
})

test('a host of the intranet may lead to a private address, not to a link-local one', async () => {
  const port = await startServer((_request, response) => response.end('hello'))
  const found = [leadingTo('127.0.0.1'), leadingTo('169.254.169.254'), leadingTo('127.0.0.1')]
  const relay = await startRelay({
    addresses: 'public-only',
    targets: patterns('tools.example'),
    privateTargets: patterns('wiki.corp.example'),
    lookup: async (name) => (await found.shift()?.(name)) ?? [],
  })
  const url = `http://wiki.corp.example:${port}/`
  expect(await askRelay(relay, { url })).toMatchObject({ text: 'hello', end: { kind: 'complete' } })
  expect(await askRelay(relay, { url })).toMatchObject({ end: { code: 'refused-address' } })
  const other = await askRelay(relay, { url: `http://tools.example:${port}/` })
  expect(other).toMatchObject({ end: { code: 'refused-address' } })
})

test('without public-only, localhost is found by the system and called', async () => {
  const port = await startServer((_request, response) => response.end('hello'))
  const { text, head } = await askRelay(await startRelay(), { url: `http://localhost:${port}/` })
  expect(text).toBe('hello')
  expect(head?.remotePort).toBe(port)
})

function leadingTo(...addresses: readonly string[]): Lookup {
  const found: readonly LookupAddress[] = addresses.map((address) => {
    return { address, family: isIP(address) }
  })
  return () => Promise.resolve(found)
}

function patterns(...texts: readonly string[]): readonly TargetPattern[] {
  return texts.flatMap((text) => parseTargetPattern(text) ?? [])
}
