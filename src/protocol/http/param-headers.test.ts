import { describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { xMcpHeaders } from './param-headers.ts'

function toolOf(properties: JsonObject, rest: JsonObject = {}): { inputSchema: JsonObject } {
  return { inputSchema: { type: 'object', properties, ...rest } }
}

const REGION = { type: 'string', 'x-mcp-header': 'Region' } as const

describe('xMcpHeaders', () => {
  test('mirrors the marked arguments and no others', () => {
    const tool = toolOf({ region: REGION, query: { type: 'string' } })
    expect(xMcpHeaders(tool, { region: 'us-west1', query: 'SELECT 1' })).toEqual({
      headers: [['Mcp-Param-Region', 'us-west1']],
      invalid: [],
      unsendable: [],
    })
  })

  test('writes integers and booleans as words, and encodes what a header cannot carry', () => {
    const tool = toolOf({
      count: { type: 'integer', 'x-mcp-header': 'Count' },
      dry: { type: 'boolean', 'x-mcp-header': 'Dry' },
      city: { type: 'string', 'x-mcp-header': 'City' },
    })
    expect(xMcpHeaders(tool, { count: -7, dry: false, city: 'Zürich' }).headers).toEqual([
      ['Mcp-Param-Count', '-7'],
      ['Mcp-Param-Dry', 'false'],
      ['Mcp-Param-City', '=?base64?WsO8cmljaA==?='],
    ])
  })

  test('finds marks at any depth of properties', () => {
    const tool = toolOf({ where: { type: 'object', properties: { region: REGION } } })
    expect(xMcpHeaders(tool, { where: { region: 'eu' } }).headers).toEqual([
      ['Mcp-Param-Region', 'eu'],
    ])
  })

  const silent: readonly JsonObject[] = [{}, { region: null }, { toString: 'x' }]

  test.each(silent)('sends nothing for %j', (given) => {
    const tool = toolOf({ region: REGION, toString: { type: 'integer' } })
    expect(xMcpHeaders(tool, given)).toEqual({ headers: [], invalid: [], unsendable: [] })
  })

  test('does not take an inherited member for an argument', () => {
    const tool = toolOf({ constructor: { type: 'string', 'x-mcp-header': 'C' } })
    expect(xMcpHeaders(tool, {})).toEqual({ headers: [], invalid: [], unsendable: [] })
  })

  test('says which argument no header can carry', () => {
    const tool = toolOf({ count: { type: 'integer', 'x-mcp-header': 'Count' } })
    const { headers, unsendable } = xMcpHeaders(tool, { count: 2 ** 53 })
    expect(headers).toEqual([])
    expect(unsendable).toEqual([
      {
        at: '/properties/count',
        says: 'The argument count is 9007199254740992, but its schema says integer.',
      },
    ])
  })

  test.each([
    ['an empty name', toolOf({ a: { type: 'string', 'x-mcp-header': '' } }), '/properties/a'],
    [
      'a name with a space',
      toolOf({ a: { type: 'string', 'x-mcp-header': 'a b' } }),
      '/properties/a',
    ],
    [
      'a name that is no text',
      toolOf({ a: { type: 'string', 'x-mcp-header': 1 } }),
      '/properties/a',
    ],
    ['a number', toolOf({ a: { type: 'number', 'x-mcp-header': 'A' } }), '/properties/a'],
    ['no type', toolOf({ 'a/b': { 'x-mcp-header': 'A' } }), '/properties/a~1b'],
    ['an object', toolOf({ a: { type: 'object', 'x-mcp-header': 'A' } }), '/properties/a'],
    ['the root', toolOf({}, { 'x-mcp-header': 'A' }), ''],
    ['items', toolOf({ a: { type: 'array', items: REGION } }), '/properties/a/items'],
    ['a choice', toolOf({}, { oneOf: [{ properties: { a: REGION } }] }), '/oneOf/0/properties/a'],
    ['a definition', toolOf({}, { $defs: { region: REGION } }), '/$defs/region'],
  ])('lists a mark on %s as invalid', (_, tool, at) => {
    const { headers, invalid } = xMcpHeaders(tool, { a: 'x' })
    expect(headers).toEqual([])
    expect(invalid.map((entry) => entry.at)).toEqual([at])
  })

  test('lists the second of two names that differ by case only', () => {
    const tool = toolOf({ a: REGION, b: { type: 'string', 'x-mcp-header': 'REGION' } })
    const { headers, invalid } = xMcpHeaders(tool, { a: 'x', b: 'y' })
    expect(headers).toEqual([['Mcp-Param-Region', 'x']])
    expect(invalid).toEqual([
      {
        at: '/properties/b',
        says: 'x-mcp-header "REGION" comes more than once; case does not tell names apart.',
      },
    ])
  })

  test('does not take a parameter or a default for a mark', () => {
    const tool = toolOf({ 'x-mcp-header': { type: 'string', default: { 'x-mcp-header': '' } } })
    expect(xMcpHeaders(tool, { 'x-mcp-header': 'a' }).invalid).toEqual([])
  })

  test('survives a schema nested without end', () => {
    let deep: JsonObject = REGION
    for (let depth = 0; depth < 20_000; depth += 1)
      deep = { type: 'object', properties: { a: deep } }
    expect(xMcpHeaders({ inputSchema: deep }, {})).toEqual({
      headers: [],
      invalid: [],
      unsendable: [],
    })
  })

  test('asks for nothing where a tool has no schema', () => {
    expect(xMcpHeaders({}, { a: 1 })).toEqual({ headers: [], invalid: [], unsendable: [] })
  })
})
