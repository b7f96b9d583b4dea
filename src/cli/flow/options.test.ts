import { describe, expect, test } from 'vitest'
import { parseFlowOptions, USAGE } from './options.ts'
import { SETTINGS } from './settings.ts'

const SERVER = 'https://tools.example/mcp'

const EVERYTHING = [
  ['--revision', '2025-11-25', '--client', 'spec', '--transport', 'relay', '--scope', 'a b'],
  ['--resource', 'urn:x', '--client-id', 'me', '--cimd', 'https://me.example/client.json'],
  ['--issuer', 'https://issuer.example', '--grant', 'client_credentials', '--authorize', 'popup'],
  ['--client-authentication', 'private_key_jwt', '--pace', 'one-by-one', '--timeout', '5000'],
  ['--call', 'echo', '--arguments', '{"a":1}', '--refresh', '--probes', '--revoke'],
  ['--header', 'A: 1', '--header', 'B: 2'],
].flat()

function parse(...args: readonly string[]) {
  return parseFlowOptions(args, '/team')
}

describe('parseFlowOptions', () => {
  test('takes a server and every option that steers its walk', () => {
    const parsed = parse(SERVER, ...EVERYTHING)
    expect(parsed).toMatchObject({ kind: 'options', subject: { kind: 'server', url: SERVER } })
    expect(parsed.kind === 'options' && Object.fromEntries(parsed.given)).toEqual({
      revision: '2025-11-25',
      client: 'spec',
      transport: 'relay',
      scope: 'a b',
      resource: 'urn:x',
      'client-id': 'me',
      pace: 'one-by-one',
      cimd: 'https://me.example/client.json',
      issuer: 'https://issuer.example',
      grant: 'client_credentials',
      'client-authentication': 'private_key_jwt',
      authorize: 'popup',
      call: 'echo',
      arguments: '{"a":1}',
      refresh: true,
      probes: true,
      revoke: true,
      header: ['A: 1', 'B: 2'],
      timeout: '5000',
    })
  })

  test('takes a file of targets and what concerns the runner itself', () => {
    expect(
      parse('--targets', 't.json', '--out', 'o', '--json', '--workers', '3', '--headed'),
    ).toEqual({
      kind: 'options',
      subject: { kind: 'file', path: 't.json' },
      given: new Map(),
      out: 'o',
      json: true,
      trace: false,
      update: false,
      headed: true,
      workers: 3,
    })
  })

  test('takes a baseline, to compare with or to keep', () => {
    expect(parse(SERVER, '--baseline', 'kept')).toMatchObject({ baseline: 'kept', update: false })
    expect(parse(SERVER, '--baseline', 'kept', '--update')).toMatchObject({ update: true })
  })

  test('takes a folder to publish to, and how many runs it keeps', () => {
    expect(parse(SERVER, '--publish', 'runs', '--keep', '20')).toMatchObject({
      publish: 'runs',
      keep: 20,
    })
    expect(parse(SERVER)).not.toHaveProperty('publish')
  })

  test.each<[readonly string[], string]>([
    [['--publish', ''], '--publish: it is empty'],
    [['--keep', '5'], '--keep: there is no --publish'],
    [['--publish', 'runs', '--keep', '0'], '--keep 0: it is a whole number from 1 on'],
  ])('refuses %j', (args, message) => {
    expect(parse(SERVER, ...args)).toEqual({ kind: 'wrong', message })
  })

  test('means paths from the folder where they are written', () => {
    const parsed = parse(SERVER, '--consent', 'c.mjs', '--storage-state', '/tmp/s.json')
    expect(parsed.kind === 'options' && [...parsed.given.values()]).toEqual([
      '/team/c.mjs',
      '/tmp/s.json',
    ])
  })

  test('assumes a scheme, and says which', () => {
    expect(parse('tools.example/mcp')).toMatchObject({
      subject: { url: SERVER, note: 'tools.example/mcp has no scheme: https:// is assumed.' },
    })
    expect(parse('localhost:4281/mcp')).toMatchObject({
      subject: { url: 'http://localhost:4281/mcp' },
    })
  })

  test('asks for no scope at all when the text is empty', () => {
    const parsed = parse(SERVER, '--scope', '')
    expect(parsed.kind === 'options' && parsed.given.get('scope')).toBe('')
  })

  test.each<[readonly string[], string]>([
    [[], 'Give the URL of a server, or a file with --targets'],
    [['--targets', 't.json', SERVER], '--targets t.json: give a server or a file, not both'],
    [['--targets='], '--targets: it is empty'],
    [[SERVER, 'https://b.example'], "Unexpected argument 'https://b.example'"],
    [['ftp://tools.example'], 'ftp://tools.example: this is no http or https URL of a server'],
    [['http://'], 'http://: this is no http or https URL of a server'],
    [['two words'], 'two words: this is no http or https URL of a server'],
    [['https://me:pw@tools.example/'], 'the URL at tools.example holds a user name or password'],
    [[SERVER, '--update'], '--update: there is no --baseline'],
    [[SERVER, '--baseline', ''], '--baseline: it is empty'],
    [[SERVER, '--shard', '1/2'], '--shard: there is no --targets'],
    [
      ['--targets', 't.json', '--shard', '3/2'],
      '--shard 3/2: it is a share such as 2/5, the second of five',
    ],
    [['--merge'], '--merge: give the folders that are to become one'],
    [[SERVER, '-x'], "Unknown option '-x'"],
    [[SERVER, '--scope'], "Option '--scope <value>' argument missing"],
    [[SERVER, '--json=yes'], "Option '--json' does not take an argument"],
    [
      [SERVER, '--revision', '2024-11-05'],
      '--revision 2024-11-05: it is one of auto, 2025-03-26, 2025-06-18, 2025-11-25, 2026-07-28',
    ],
    [[SERVER, '--transport', 'tor'], '--transport tor: it is one of auto, direct, relay'],
    [[SERVER, '--pace', 'slow'], '--pace slow: it is one of together, one-by-one'],
    [
      [SERVER, '--grant', 'implicit'],
      '--grant implicit: it is one of authorization_code, client_credentials',
    ],
    [[SERVER, '--authorize', 'here'], '--authorize here: it is one of same-tab, popup, paste'],
    [[SERVER, '--resource', 'none'], '--resource none: it is no URL'],
    [[SERVER, '--issuer', 'urn:x'], '--issuer urn:x: it is no http or https URL'],
    [[SERVER, '--cimd', 'http://x'], '--cimd http://x: it is no https URL'],
    [[SERVER, '--client-id', ' '], '--client-id  : it is empty'],
    [[SERVER, '--arguments', '{}'], '--arguments: there is no call to give them to'],
    [[SERVER, '--call', 'x', '--arguments', '[1]'], '--arguments [1]: it is no JSON object'],
    [[SERVER, '--timeout', '0'], '--timeout 0: it is a whole number from 1 on'],
    [[SERVER, '--workers', 'all'], '--workers all: it is a whole number from 1 on'],
    [[SERVER, '--out', ''], '--out: it is empty'],
  ])('says in one line what is wrong with %j', (args, message) => {
    expect(parse(...args)).toEqual({ kind: 'wrong', message })
  })

  test('names an unknown client and those that there are', () => {
    const parsed = parse(SERVER, '--client', 'nobody')
    expect(parsed.kind === 'wrong' && parsed.message).toMatch(
      /^--client nobody: it is one of (\w.*, )?spec/,
    )
  })

  test('does not repeat a header that is written wrongly, as it may hold a secret', () => {
    const parsed = parse(SERVER, '--header', 'Authorization Bearer hush')
    expect(parsed).toEqual({
      kind: 'wrong',
      message: '--header: a header is written "Name: value"',
    })
  })

  test('names every option in its usage', () => {
    for (const { name } of SETTINGS) expect(USAGE).toContain(`--${name} `)
    expect(parse('--help')).toEqual({ kind: 'help' })
  })
})
