import { expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import {
  accessToken,
  callModern,
  errorCode,
  openSandbox,
  resultOf,
  toObject,
  toolNames,
} from '../testing/practice-client.ts'

test.each([
  [{}, [12]],
  [{ pageSize: 5 }, [5, 5, 2]],
  [{ pageSize: 6 }, [6, 6]],
  [{ pageSize: 5, emptyStringCursor: true }, [5, 5, 2]],
  [{ tools: 3 }, [3]],
  [{ tools: 0 }, [0]],
  [{ tools: 30, pageSize: 20 }, [20, 10]],
] as const)('with %j the pages hold %j tools', async (options, sizes) => {
  const pages = await allPages(openSandbox(options))
  expect(pages.map(({ length }) => length)).toEqual(sizes)
  expect(new Set(pages.flat()).size).toBe(pages.flat().length)
})

test('the empty string can be a cursor', async () => {
  const sandbox = openSandbox({ pageSize: 5, emptyStringCursor: true })
  const token = await accessToken(sandbox)
  const first = await resultOf(await callModern(sandbox, 'tools/list', { token }))
  expect(first['nextCursor']).toBe('')
})

test.each(['nowhere', '', 5, null, 'dG9vbHM6Nw'])('the cursor %j is invalid', async (cursor) => {
  const sandbox = openSandbox({ pageSize: 5 })
  const token = await accessToken(sandbox)
  const response = await callModern(sandbox, 'tools/list', { token, params: { cursor } })
  expect(errorCode(await toObject(response))).toBe(-32602)
})

test.each([
  ['echo', { text: 'hi' }, 'hi'],
  ['add', { a: 2, b: 3 }, '5'],
  ['subtract', { a: 2, b: 3 }, '-1'],
  ['multiply', { a: 2, b: 3 }, '6'],
  ['reverse', { text: 'añ😀' }, '😀ña'],
  ['count_words', { text: ' two  words ' }, '2'],
  ['upper_case', { text: 'a' }, 'A'],
  ['lower_case', { text: 'A' }, 'a'],
  ['trim', { text: ' a ' }, 'a'],
  ['wait', { milliseconds: 1 }, 'Waited 1 ms'],
])('%s does its work', async (name, input, text) => {
  expect(await call(openSandbox(), name, input)).toEqual([{ type: 'text', text }])
})

test('a slow call ends when the caller goes', async () => {
  const sandbox = openSandbox()
  const headers = {
    Authorization: `Bearer ${await accessToken(sandbox)}`,
    'Content-Type': 'application/json',
  }
  const params = { name: 'wait', arguments: { milliseconds: 60_000 } }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
  const caller = new AbortController()
  const request = new Request(sandbox.options.server, {
    method: 'POST',
    body,
    headers,
    signal: caller.signal,
  })
  const answer = sandbox.fetch(request)
  caller.abort()
  await expect(answer).rejects.toThrow(/cancelled|aborted/)
})

test('tools of our own are listed as they are, and give back their arguments', async () => {
  const listed = { name: 'own', inputSchema: { type: 'object' } }
  const sandbox = openSandbox({ tools: [{ listed, scopes: ['tools'] }] })
  const token = await accessToken(sandbox)
  const result = await resultOf(await callModern(sandbox, 'tools/list', { token }))
  expect(result['tools']).toEqual([listed])
  expect(await call(sandbox, 'own', { x: 1 })).toEqual([{ type: 'text', text: '{"x":1}' }])
})

test.each([[{ name: 'no such' }], [{}], [{ name: 'echo', arguments: 'text' }]])(
  'the call %j is invalid',
  async (params) => {
    const sandbox = openSandbox()
    const token = await accessToken(sandbox)
    const response = await callModern(sandbox, 'tools/call', { token, params })
    expect(errorCode(await toObject(response))).toBe(-32602)
  },
)

async function call(sandbox: Sandbox, name: string, input: Record<string, unknown>) {
  const token = await accessToken(sandbox)
  const params = { name, arguments: input }
  return (await resultOf(await callModern(sandbox, 'tools/call', { token, params })))['content']
}

async function allPages(sandbox: Sandbox, most = 20): Promise<(readonly unknown[])[]> {
  const token = await accessToken(sandbox)
  const pages: (readonly unknown[])[] = []
  let params: Record<string, unknown> = {}
  while (pages.length < most) {
    const result = await resultOf(await callModern(sandbox, 'tools/list', { token, params }))
    pages.push(toolNames(result))
    if (result['nextCursor'] === undefined) return pages
    params = { cursor: result['nextCursor'] }
  }
  throw new RangeError('The pages do not end')
}
