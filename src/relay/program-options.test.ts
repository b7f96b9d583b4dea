import { describe, expect, test } from 'vitest'
import { parseOptions, toShownHost } from './program-options.ts'

test('no option at all gives a relay on loopback that calls any address', () => {
  expect(parseOptions([])).toEqual({
    kind: 'options',
    port: 4290,
    host: 'localhost',
    origins: [],
    hosts: [],
    addresses: 'any',
    allowedAddresses: [],
  })
})

test('every option is taken, the repeatable ones each time', () => {
  const argv = [
    ['--port', '0', '--host', '::1', '--public-only'],
    ['--allow-origin', 'https://team.example/flow/', '--allow-origin=http://localhost:4280'],
    ['--allow-host', 'relay.example', '--allow-address', '10.0.0.0/8', '--allow-address', '::1'],
  ].flat()
  expect(parseOptions(argv)).toEqual({
    kind: 'options',
    port: 0,
    host: '::1',
    origins: ['https://team.example', 'http://localhost:4280'],
    hosts: ['relay.example'],
    addresses: 'public-only',
    allowedAddresses: ['10.0.0.0/8', '::1'],
  })
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
  expect(parsed.kind === 'options' && toShownHost(parsed)).toBe(shown)
})
