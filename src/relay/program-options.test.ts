import { describe, expect, test } from 'vitest'
import { toShownHost } from './own-host.ts'
import { parseOptions } from './program-options.ts'
import { RELAY_LIMITS } from './wire.ts'

test('no option at all gives a relay on loopback that calls any address', () => {
  expect(parseOptions([])).toEqual({
    kind: 'options',
    port: 4290,
    host: 'localhost',
    origins: [],
    hosts: [],
    addresses: 'any',
    allowedAddresses: [],
    targets: [],
    privateTargets: [],
    people: undefined,
    pace: {},
    limits: RELAY_LIMITS,
    grace: 0,
    isLogging: false,
  })
})

test('every option is taken, the repeatable ones each time', () => {
  const argv = [
    ['--port', '0', '--host', '::1', '--public-only'],
    ['--allow-origin', 'https://team.example/flow/', '--allow-origin=http://localhost:4280'],
    ['--allow-host', 'relay.example', '--allow-address', '10.0.0.0/8', '--allow-address', '::1'],
  ].flat()
  expect(parseOptions(argv)).toMatchObject({
    kind: 'options',
    port: 0,
    host: '::1',
    origins: ['https://team.example', 'http://localhost:4280'],
    hosts: ['relay.example'],
    addresses: 'public-only',
    allowedAddresses: ['10.0.0.0/8', '::1'],
  })
})

test('a relay for people calls public addresses only, logs, and has limits', () => {
  expect(parseOptions(['--people', 'people.jsonl'])).toMatchObject({
    people: 'people.jsonl',
    addresses: 'public-only',
    pace: { perMinute: 300, atOnce: 50 },
    grace: 10_000,
    isLogging: true,
  })
})

test('limits and targets are taken', () => {
  const argv = [
    ['--rate', '60', '--at-once', '5', '--grace', '0', '--log'],
    ['--request-bytes', '1000', '--answer-bytes', '2000', '--timeout', '3000'],
    ['--allow-target', '*.tools.example', '--allow-private', 'wiki.corp.example:8080'],
  ].flat()
  expect(parseOptions(argv)).toMatchObject({
    pace: { perMinute: 60, atOnce: 5 },
    limits: {
      ...RELAY_LIMITS,
      requestBytes: 1000,
      maximumAnswerBytes: 2000,
      maximumTimeout: 3000,
    },
    targets: [{ host: 'tools.example', isBelow: true }],
    privateTargets: [{ host: 'wiki.corp.example', isBelow: false, port: 8080 }],
    grace: 0,
    isLogging: true,
  })
})

test('a new token is for a name and a file', () => {
  const asked = ['--new-token', 'ana@example', '--people', 'p']
  expect(parseOptions(asked)).toEqual({ kind: 'new-token', name: 'ana@example', people: 'p' })
})

test.each(['0.0.0.0', '::', '192.168.1.5', 'relay.example', '127.relay.example'])(
  'a relay on %s, which others can reach, calls public addresses only',
  (host) => {
    expect(parseOptions(['--host', host])).toMatchObject({ addresses: 'public-only' })
  },
)

describe('a wrong option is named in one line', () => {
  test.each([
    [['--speed', '9'], '--speed'],
    [['--port', 'many'], '--port many'],
    [['--port', '65536'], '--port 65536'],
    [['--port', '-1'], '--port'],
    [['--port'], '--port'],
    [['--host'], '--host'],
    [['--public-only=yes'], '--public-only'],
    [['--allow-origin', 'team.example'], '--allow-origin team.example'],
    [['--allow-origin', 'file:///page'], '--allow-origin file:///page'],
    [['--allow-address', 'localhost'], '--allow-address localhost'],
    [['--allow-address', '10.0.0.0/99'], '--allow-address 10.0.0.0/99'],
    [['--allow-target', 'https://a.example/'], '--allow-target https://a.example/'],
    [['--allow-private', '*'], '--allow-private *'],
    [['--rate', '0'], '--rate 0'],
    [['--at-once', 'all'], '--at-once all'],
    [['--timeout', '1.5'], '--timeout 1.5'],
    [['--grace', 'long'], '--grace long'],
    [['--new-token', 'a b', '--people', 'p'], '--new-token a b'],
    [['--new-token', 'ana'], '--people'],
    [['http://a.example/'], 'http://a.example/'],
  ])('%j', (argv, named) => {
    const parsed = parseOptions(argv)
    expect(parsed).toEqual({ kind: 'wrong', message: expect.stringContaining(named) })
    expect(parsed.kind === 'wrong' && parsed.message).not.toContain('\n')
  })
})

test.each([
  ['localhost', 'localhost', []],
  ['127.0.0.1', 'localhost', []],
  ['::1', '[::1]', []],
  ['0.0.0.0', 'localhost', []],
  ['192.168.1.5', '192.168.1.5', ['192.168.1.5']],
  ['fd00::5', '[fd00::5]', ['[fd00::5]']],
])('a relay on %s is shown as %s and also answers to %j', (host, shown, hosts) => {
  const parsed = parseOptions(['--host', host])
  expect(parsed).toMatchObject({ hosts })
  expect(parsed.kind === 'options' && toShownHost(parsed.host)).toBe(shown)
})
