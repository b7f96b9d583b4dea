import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { TOOL_FAULTS } from './tools.ts'

const MODERN_LISTS = ['call from a page', 'list', 'list after a list'] as const

const LISTS = [
  'call from a page',
  'list',
  'list after a list',
  'legacy list',
  'legacy list without version',
  'no session',
  'ended session',
  'unknown session',
] as const

const LOOKS: Looks<keyof typeof TOOL_FAULTS> = {
  'tools-declared-unserved': {
    shows: '404\n',
    in: [
      'call from a page',
      'list',
      'list after a list',
      'last page',
      'bad cursor',
      'legacy list',
      'legacy list without version',
      'no session',
      'ended session',
      'unknown session',
    ],
  },
  'cursor-loop': { shows: '"nextCursor":"dG9vbHM6NQ"', in: ['last page'] },
  'cursor-unchecked': { hides: '"error"', in: ['last page', 'bad cursor'] },
  'list-without-lifetime': { hides: '"ttlMs":60000', in: MODERN_LISTS },
  'list-negative-lifetime': { shows: '"ttlMs":-1', in: MODERN_LISTS },
  'list-public': { shows: '"cacheScope":"public"', in: MODERN_LISTS },
  'list-input-required': { shows: '"resultType":"input_required"', in: MODERN_LISTS },
  'tool-header-empty': { shows: '"x-mcp-header":""', in: LISTS },
  'tool-header-no-token': { shows: '"x-mcp-header":"Two words"', in: LISTS },
  'tool-header-on-object': { shows: '{"type":"object","x-mcp-header":"Place"}', in: LISTS },
  'tool-header-twice': { shows: '"x-mcp-header":"place"', in: LISTS },
  'tool-name-invalid': { shows: '{"name":"two words"', in: LISTS },
  'tool-name-twice': { shows: '{"name":"echo","inputSchema"', in: LISTS },
  'tool-schema-null': { shows: '"inputSchema":null', in: LISTS },
  'tool-schema-string': { shows: '"inputSchema":{"type":"string"}', in: LISTS },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
