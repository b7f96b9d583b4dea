import { describe, expect, test } from 'vitest'
import { buildExchange } from '../../run/build-document.ts'
import type { SessionFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import { carriedToken, initializeAsk, legacyAsk, modernAsk, toolsListAsk } from './mcp-request.ts'

const ABOUT = { step: 'session', purpose: 'A message' } as const
const PING = { method: 'ping', id: 'p1' }
const TOKENS = { exchange: 'e1', accessToken: 't', tokenType: 'Bearer' }
const SESSION: SessionFact = {
  era: 'legacy',
  version: '2025-11-25',
  exchange: 'e1',
  sessionId: 's1',
  capabilities: null,
}

function contextOf(world: World = {}) {
  return buildContext(world).context
}

describe('a request to the MCP endpoint', () => {
  test('goes to the very address that the person gave', () => {
    const context = contextOf({ config: { server: 'https://MCP.example:443/mcp/' } })
    expect(modernAsk(context, ABOUT, PING).url).toBe('https://MCP.example:443/mcp/')
  })

  test('carries the token once there is one, and the headers that the person gave', () => {
    const secrets = { headers: [['X-Key', 'k']] as const }
    const { headers } = modernAsk(contextOf({ facts: { tokens: TOKENS }, secrets }), ABOUT, PING)
    expect(headers.slice(-2)).toEqual([
      ['Authorization', 'Bearer t'],
      ['X-Key', 'k'],
    ])
    expect(modernAsk(contextOf(), ABOUT, PING).headers.map(([name]) => name)).not.toContain(
      'Authorization',
    )
  })

  test('may be repeated unless it says that it may not', () => {
    expect(modernAsk(contextOf(), ABOUT, PING).repeatable).toBe(true)
    expect(modernAsk(contextOf(), { ...ABOUT, repeatable: false }, PING).repeatable).toBe(false)
  })

  test('ends the reading of a stream with its answer; a notification waits for none', () => {
    const { answered } = modernAsk(contextOf(), ABOUT, PING)
    expect(answered?.('data: {"jsonrpc":"2.0","id":"p1","result":{}}\n\n')).toBe(true)
    expect(answered?.('data: {"jsonrpc":"2.0","id":"p2","result":{}}\n\n')).toBe(false)
    const told = legacyAsk(contextOf(), ABOUT, { message: { method: 'notifications/initialized' } })
    expect(told.answered).toBeUndefined()
  })
})

test('a message of a session names the version and the session', () => {
  const { headers } = legacyAsk(contextOf(), ABOUT, { message: PING, session: SESSION })
  expect(headers).toContainEqual(['MCP-Protocol-Version', '2025-11-25'])
  expect(headers).toContainEqual(['Mcp-Session-Id', 's1'])
})

describe('initialize', () => {
  const versionIn = (world: World, spoken?: readonly string[]): string | undefined =>
    /"protocolVersion":"([^"]+)"/.exec(
      initializeAsk(contextOf(world), ABOUT, spoken).body ?? '',
    )?.[1]

  test('asks for the newest version of the client', () => {
    expect(versionIn({})).toBe('2025-11-25')
    expect(versionIn({ config: { revision: '2025-03-26' } })).toBe('2025-03-26')
  })

  test('asks for the newest version that both speak', () => {
    expect(versionIn({}, ['2025-03-26', '2025-06-18'])).toBe('2025-06-18')
    expect(versionIn({}, ['2099-01-01'])).toBe('2025-11-25')
  })

  test('names neither version nor session in its headers', () => {
    const names = initializeAsk(contextOf(), ABOUT).headers.map(([name]) => name)
    expect(names).toEqual(['Content-Type', 'Accept'])
  })
})

describe('a page of the list of tools', () => {
  test('is the same request whoever asks for it first', () => {
    const context = contextOf()
    const one = toolsListAsk(context, { era: 'modern' })
    expect(toolsListAsk(context, { era: 'modern' }, { page: 1 }).body).toBe(one.body)
  })

  test('passes on an empty cursor, which is one', () => {
    const { body, purpose } = toolsListAsk(contextOf(), SESSION, { page: 2, cursor: '' })
    expect(body).toContain('"params":{"cursor":""}')
    expect(purpose).toBe('The list of tools, page 2')
    expect(toolsListAsk(contextOf(), SESSION).body).not.toContain('cursor')
  })
})

test('an exchange carried a token when it has the header, whatever its case', () => {
  expect(carriedToken(buildExchange({ headers: [['authorization', 'Bearer t']] }))).toBe(true)
  expect(carriedToken(buildExchange())).toBe(false)
})
