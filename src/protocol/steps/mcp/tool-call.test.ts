import { describe, expect, test } from 'vitest'
import { relayWith } from '../../http/build-wire.ts'
import type { Exchange } from '../../http/exchange.ts'
import type { SessionFact, Tool, ToolsFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import { callTool } from './tool-call.ts'

const MODERN: SessionFact = {
  era: 'modern',
  version: '2026-07-28',
  exchange: 'e0',
  capabilities: null,
}
const LEGACY: SessionFact = { ...MODERN, era: 'legacy', version: '2025-11-25' }
const TOOL: Tool = {
  name: 'look up',
  inputSchema: {
    type: 'object',
    properties: {
      region: { type: 'string', 'x-mcp-header': 'Region' },
      count: { type: 'integer', 'x-mcp-header': 'Count' },
    },
  },
}
const LISTED: ToolsFact = { tools: [TOOL], exchanges: ['e0'] }

async function call(text: string, world: World = {}, session: SessionFact = MODERN) {
  const built = buildContext({
    answer: () => Response.json({ jsonrpc: '2.0', id: 'tools-call-1', result: { content: [] } }),
    ...world,
    config: { ...world.config, call: { tool: 'look up', arguments: text } },
  })
  const called = await callTool(built.context, session, LISTED)
  const [exchange] = built.exchanges.slice(world.exchanges?.length ?? 0)
  return { ...built, called, exchange }
}

function headersOf(exchange: Exchange | undefined): ReadonlyMap<string, string> {
  return new Map(exchange?.request.headers)
}

describe('a call by 2026-07-28', () => {
  test('names the tool and mirrors its arguments in the headers', async () => {
    const { exchange, called } = await call('{"region":"süd","count":3}')
    const headers = headersOf(exchange)
    expect(headers.get('Mcp-Method')).toBe('tools/call')
    expect(headers.get('Mcp-Name')).toBe('look up')
    expect(headers.get('Mcp-Param-Region')).toBe('=?base64?c8O8ZA==?=')
    expect(headers.get('Mcp-Param-Count')).toBe('3')
    expect(exchange?.request.body?.text).toContain('"arguments":{"region":"süd","count":3}')
    expect(called).toEqual({
      kind: 'called',
      call: { tool: 'look up', exchange: 'e1', isError: false },
    })
  })

  test('mirrors nothing that is absent, and says what cannot be mirrored', async () => {
    const { exchange, decisions } = await call('{"count":"three"}')
    expect([...headersOf(exchange).keys()].filter((name) => name.startsWith('Mcp-Param'))).toEqual(
      [],
    )
    expect(decisions[0]?.says).toContain('Does not mirror')
  })
})

test('a call by an earlier revision has no such headers', async () => {
  const { exchange } = await call('{"region":"a"}', {}, LEGACY)
  expect([...headersOf(exchange).keys()].filter((name) => name.startsWith('Mcp-'))).toEqual([])
})

test('a call without arguments passes an empty object', async () => {
  expect((await call('')).exchange?.request.body?.text).toContain('"arguments":{}')
})

describe('the outcome', () => {
  test.each([
    [{ result: { isError: true } }, true],
    [{ error: { code: -32602, message: 'Bad arguments' } }, true],
    [{ result: { isError: false } }, false],
  ])('of %j is an error: %s', async (part, isError) => {
    const answer = () => Response.json({ jsonrpc: '2.0', id: 'tools-call-1', ...part })
    const { called } = await call('{}', { answer })
    expect(called).toMatchObject({ kind: 'called', call: { isError } })
  })

  test('is a failed step when the answer is none', async () => {
    const { called } = await call('{}', { answer: () => new Response(null, { status: 500 }) })
    expect(called).toMatchObject({
      kind: 'result',
      result: {
        kind: 'failed',
        error: {
          code: 'bad-mcp-answer',
          message: 'tools/call was answered with 500. The answer has no body.',
        },
      },
    })
  })

  test('is a failed step when no answer came', async () => {
    const { called } = await call('{}', { answer: () => Promise.reject(new TypeError('Failed')) })
    expect(called).toMatchObject({ result: { error: { code: 'unreachable' } } })
  })

  test('is a step back when the server asks for a token only now', async () => {
    const { called } = await call('{}', { answer: () => new Response(null, { status: 401 }) })
    expect(called).toMatchObject({ result: { kind: 'back', to: 'resource-metadata' } })
  })
})

test('arguments that are no JSON object are not sent', async () => {
  const { called, exchanges } = await call('[1]')
  expect(called).toMatchObject({
    result: { error: { message: 'The arguments of look up are no JSON object: [1]' } },
  })
  expect(exchanges).toEqual([])
})

describe('a tool has side effects', () => {
  test('so a call never goes directly where nothing is known of the endpoint', async () => {
    const body = (async function* () {
      yield new TextEncoder().encode('{"jsonrpc":"2.0","id":"tools-call-1","result":{}}')
    })()
    const { exchanges } = await call('{}', { relay: relayWith({ body }) })
    expect(exchanges.map(({ via }) => via)).toEqual(['relay'])
  })

  test('so a call that a reload cut off is not made again', async () => {
    const cut: Exchange = {
      id: 'e5',
      step: 'tools',
      purpose: 'Call of the tool look up',
      to: 'server',
      via: 'direct',
      startedAt: 1,
      request: { method: 'POST', url: 'https://mcp.example/mcp', headers: [], body: null },
      outcome: { kind: 'aborted', endedAt: 2, by: 'walk' },
    }
    const { called, exchange, decisions } = await call('{}', { exchanges: [cut] })
    expect(called).toEqual({ kind: 'not-called' })
    expect(exchange).toBeUndefined()
    expect(decisions[0]).toMatchObject({ says: 'Does not call look up again', exchange: 'e5' })
  })
})
