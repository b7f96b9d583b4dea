import type { Tool } from '../options.ts'
import type { Effect, Fault } from '../scene.ts'
import { changedResult, drops, sets } from './effects.ts'

/** What can be wrong with the list of tools. */
export const TOOL_FAULTS = {
  'tools-declared-unserved': {
    rule: 'TLI-01',
    title: 'The server declares tools and does not know tools/list',
    effect: { lacksMethod: 'tools/list' },
  },
  'cursor-loop': {
    rule: 'TLI-02',
    title: 'The list of tools never ends: the cursor repeats',
    needs: { pageSize: 5 },
    effect: changedResult('tools/list', sets({ nextCursor: 'dG9vbHM6NQ' })),
  },
  'cursor-unchecked': {
    rule: 'TLI-03',
    title: 'An unknown cursor gets the first page',
    effect: { leaves: 'cursor' },
  },
  'list-without-lifetime': {
    rule: 'TLI-04',
    title: 'The list of tools has neither ttlMs nor cacheScope',
    effect: onModernList(drops('ttlMs', 'cacheScope')),
  },
  'list-negative-lifetime': {
    rule: 'TLI-04',
    title: 'ttlMs of the list of tools is negative',
    effect: onModernList(sets({ ttlMs: -1 })),
  },
  'list-public': {
    rule: 'TLI-04',
    title: 'A list that takes a token calls itself public',
    effect: onModernList(sets({ cacheScope: 'public' })),
  },
  'list-input-required': {
    rule: 'TLI-05',
    title: 'tools/list asks the client for input',
    effect: onModernList(sets({ resultType: 'input_required' })),
  },
  'tool-header-empty': withTool('TLI-06', 'An x-mcp-header is empty', mirrored('')),
  'tool-header-no-token': withTool(
    'TLI-06',
    'An x-mcp-header holds a space',
    mirrored('Two words'),
  ),
  'tool-header-on-object': withTool('TLI-06', 'An x-mcp-header sits on an object', {
    name: 'mirrors_object',
    inputSchema: {
      type: 'object',
      properties: { place: { type: 'object', 'x-mcp-header': 'Place' } },
    },
  }),
  'tool-header-twice': withTool('TLI-06', 'Two arguments share one x-mcp-header', {
    name: 'mirrors_twice',
    inputSchema: {
      type: 'object',
      properties: {
        one: { type: 'string', 'x-mcp-header': 'Place' },
        two: { type: 'string', 'x-mcp-header': 'place' },
      },
    },
  }),
  'tool-name-invalid': withTool('TLI-07', 'A tool has a name with a space', {
    name: 'two words',
    inputSchema: { type: 'object' },
  }),
  'tool-name-twice': withTool('TLI-07', 'Two tools have one name', {
    name: 'echo',
    inputSchema: { type: 'object' },
  }),
  'tool-schema-null': withTool('TLI-08', 'inputSchema of a tool is null', {
    name: 'schemaless',
    inputSchema: null,
  }),
  'tool-schema-string': withTool('TLI-08', 'inputSchema of a tool is of the type string', {
    name: 'string_schema',
    inputSchema: { type: 'string' },
  }),
} as const satisfies { readonly [name: string]: Fault }

function onModernList(change: ReturnType<typeof drops>): Effect {
  return changedResult('tools/list', (result, { era }) =>
    era === 'modern' ? change(result) : result,
  )
}

function withTool(rule: string, title: string, listed: Tool['listed']): Fault {
  return {
    rule,
    title,
    effect: changedResult('tools/list', (result) => ({
      ...result,
      tools: Array.isArray(result['tools']) ? [...result['tools'], listed] : [listed],
    })),
  }
}

function mirrored(header: string): Tool['listed'] {
  const properties = { place: { type: 'string', 'x-mcp-header': header } }
  return { name: 'mirrors_place', inputSchema: { type: 'object', properties } }
}
