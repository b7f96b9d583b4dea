import { describe, expect, test } from 'vitest'
import type { SessionFact } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { tools } from './tools.ts'

const MODERN: SessionFact = {
  era: 'modern',
  version: '2026-07-28',
  exchange: 'e0',
  capabilities: null,
}
const LEGACY: SessionFact = { ...MODERN, era: 'legacy', version: '2025-11-25', sessionId: 's1' }

type Page = { readonly tools: readonly unknown[]; readonly nextCursor?: unknown }

/** Serves pages by their cursor; the first has none. */
function paging(pages: { readonly [cursor: string]: Page }) {
  return async (request: Request): Promise<Response> => {
    if (request.method === 'DELETE') return new Response(null, { status: 204 })
    const { id, params } = await request.json()
    const page = pages[params.cursor ?? 'first']
    return Response.json({ jsonrpc: '2.0', id, result: { resultType: 'complete', ...page } })
  }
}

async function list(world: World = {}, session: SessionFact = MODERN) {
  const built = buildContext({ ...world, facts: { session } })
  const result = await tools.run(built.context)
  await built.context.wire.settle(1_000)
  const fact = result.kind === 'done' ? result.facts.tools : undefined
  const error = result.kind === 'failed' ? result.error : undefined
  return { ...built, result, fact, error, names: fact?.tools.map(({ name }) => name) }
}

function namedTools(...names: readonly string[]): readonly object[] {
  return names.map((name) => ({ name, inputSchema: { type: 'object' } }))
}

describe('the list of tools', () => {
  test('holds name, title, description and schema, as far as they are what they should be', async () => {
    const answer = paging({
      first: {
        tools: [
          { name: 'a', title: 'A', description: 'Does a', inputSchema: { type: 'object' } },
          { name: 'b', annotations: { title: 'B' }, inputSchema: null },
          { title: 7 },
          'no tool',
        ],
      },
    })
    const { fact, result } = await list({ answer })
    expect(fact?.tools).toEqual([
      { name: 'a', title: 'A', description: 'Does a', inputSchema: { type: 'object' } },
      { name: 'b', title: 'B' },
      { name: '' },
    ])
    expect(result).toMatchObject({ says: '3 tools' })
  })

  test('counts one as one', async () => {
    const { result } = await list({ answer: paging({ first: { tools: namedTools('a') } }) })
    expect(result).toMatchObject({ says: '1 tool' })
  })

  test('is empty where the answer has no list', async () => {
    const { result } = await list({ answer: paging({ first: { tools: [] } }) })
    expect(result).toMatchObject({ says: '0 tools' })
  })

  test('goes on through all pages, also past an empty cursor', async () => {
    const { names, fact, exchanges } = await list({
      answer: paging({
        first: { tools: namedTools('a'), nextCursor: '' },
        '': { tools: namedTools('b'), nextCursor: 'x' },
        x: { tools: namedTools('c') },
      }),
    })
    expect(names).toEqual(['a', 'b', 'c'])
    expect(fact?.exchanges).toEqual(['e1', 'e2', 'e3'])
    expect(exchanges.map(({ purpose }) => purpose)).toEqual([
      'The list of tools',
      'The list of tools, page 2',
      'The list of tools, page 3',
    ])
  })

  test('ends where the cursor is null', async () => {
    const answer = paging({ first: { tools: namedTools('a'), nextCursor: null } })
    expect((await list({ answer })).exchanges).toHaveLength(1)
  })

  test('ends where a cursor comes again, and says so', async () => {
    const { fact, names } = await list({
      answer: paging({
        first: { tools: namedTools('a'), nextCursor: 'x' },
        x: { tools: namedTools('b'), nextCursor: 'x' },
      }),
    })
    expect(names).toEqual(['a', 'b'])
    expect(fact?.cut).toBe('repeated-cursor')
  })

  test('ends after two hundred pages, and says so', async () => {
    const { fact, exchanges } = await list({
      answer: async (request) => {
        const { id } = await request.json()
        return Response.json({ jsonrpc: '2.0', id, result: { tools: [], nextCursor: id } })
      },
    })
    expect(fact?.cut).toBe('page-limit')
    expect(exchanges).toHaveLength(200)
  })

  test('is read from event streams with other messages before it', async () => {
    const { names } = await list({
      answer: async (request) => {
        const { id } = await request.json()
        const message = { jsonrpc: '2.0', id, result: { tools: namedTools('a') } }
        const text = `: hi\n\ndata: {"jsonrpc":"2.0","method":"notifications/progress"}\n\ndata: ${JSON.stringify(message)}\n\n`
        return new Response(text, { headers: { 'Content-Type': 'text/event-stream' } })
      },
    })
    expect(names).toEqual(['a'])
  })

  test('was there already where it showed the era', async () => {
    const answer = paging({ first: { tools: namedTools('a') } })
    const before = await list({ answer })
    const [shown] = before.exchanges
    const world = { answer, exchanges: shown ? [shown] : [] }
    const { names, exchanges } = await list(world, { ...MODERN, exchange: 'e1' })
    expect(names).toEqual(['a'])
    expect(exchanges).toHaveLength(1)
  })
})

describe('a tool whose x-mcp-header is wrong', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', 'x-mcp-header': 'two words' } },
  }
  const answer = paging({
    first: { tools: [{ name: 'bad', inputSchema: schema }, ...namedTools('good')] },
  })

  test('is left out by 2026-07-28, and why is told', async () => {
    const { names, decisions } = await list({ answer })
    expect(names).toEqual(['good'])
    expect(decisions).toMatchObject([{ says: 'Leaves out the tool bad', exchange: 'e1' }])
  })

  test('is none of the business of earlier revisions', async () => {
    expect((await list({ answer }, LEGACY)).names).toEqual(['bad', 'good'])
  })
})

describe('a session', () => {
  const answer = paging({ first: { tools: [] } })

  test('is ended after the list', async () => {
    const { exchanges } = await list({ answer }, LEGACY)
    const end = exchanges.at(-1)
    expect(end).toMatchObject({
      purpose: 'End of the session',
      request: { method: 'DELETE', body: null },
    })
    expect(end?.request.headers).toContainEqual(['Mcp-Session-Id', 's1'])
    expect(end?.request.headers.map(([name]) => name)).not.toContain('Content-Type')
  })

  test('that has no id needs no end', async () => {
    const { sessionId: _, ...without } = LEGACY
    const { exchanges } = await list({ answer }, without)
    expect(exchanges.map(({ request }) => request.method)).toEqual(['POST'])
  })
})

describe('a list that fails', () => {
  test.each([
    [
      () =>
        Response.json(
          { jsonrpc: '2.0', id: 'tools-list-1', error: { code: -32601, message: 'Unknown' } },
          { status: 404 },
        ),
      'bad-mcp-answer',
      'tools/list was answered with 404 and the error -32601: Unknown.',
    ],
    [
      () => new Response('', { status: 200 }),
      'bad-mcp-answer',
      'tools/list was answered with 200. The answer has no body.',
    ],
    [
      () => new Response(null, { status: 401 }),
      'token-rejected',
      'The server answered 401 to a token that was just issued.',
    ],
  ] as const)('says what came: %#', async (answer, code, message) => {
    const tokens = { exchange: 'e0', accessToken: 't', tokenType: 'Bearer' }
    const built = buildContext({ answer, facts: { session: MODERN, tokens } })
    const result = await tools.run(built.context)
    expect(result.kind === 'failed' && result.error).toMatchObject({
      code,
      message,
      exchange: 'e1',
    })
  })

  test('says when no answer came', async () => {
    const { error } = await list({ answer: () => Promise.reject(new TypeError('Failed to fetch')) })
    expect(error?.code).toBe('unreachable')
  })

  test('on its second page fails as a whole', async () => {
    const { error } = await list({
      answer: async (request) => {
        const { id } = await request.json()
        return id === 'tools-list-1'
          ? Response.json({ jsonrpc: '2.0', id, result: { tools: [], nextCursor: 'x' } })
          : new Response(null, { status: 500 })
      },
    })
    expect(error).toMatchObject({ code: 'bad-mcp-answer', exchange: 'e2' })
  })
})

test('a wished call follows the list, and its outcome is kept with it', async () => {
  const { fact, exchanges } = await list({
    config: { call: { tool: 'a', arguments: '' } },
    answer: async (request) => {
      const { id, method } = await request.json()
      const result = method === 'tools/list' ? { tools: namedTools('a') } : { content: [] }
      return Response.json({ jsonrpc: '2.0', id, result })
    },
  })
  expect(exchanges.map(({ purpose }) => purpose)).toEqual([
    'The list of tools',
    'Call of the tool a',
  ])
  expect(fact?.call).toEqual({ tool: 'a', exchange: 'e2', isError: false })
})
