import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { PROTOCOL_FAULTS } from './protocol.ts'

const MODERN_RESULTS = [
  'call from a page',
  'discover',
  'list',
  'list after a list',
  'call',
] as const

const CALLS_WITHOUT_SESSION = [
  'call from a page',
  'discover',
  'list',
  'list after a list',
  'last page',
  'bad cursor',
  'call',
  'unknown method',
  'unknown version',
  'no meta',
  'other header',
  'no session',
] as const

const LOOKS: Looks<keyof typeof PROTOCOL_FAULTS> = {
  'initialize-other-version': {
    shows: '"protocolVersion":"2099-01-01"',
    in: ['initialize', 'initialize of an unknown version'],
  },
  'initialize-old-version': {
    shows: '"protocolVersion":"2024-11-05"',
    in: ['initialize', 'initialize of an unknown version'],
  },
  'initialize-echoes-any-version': {
    shows: '"protocolVersion":"1900-01-01"',
    in: ['initialize of an unknown version'],
  },
  'versions-unchecked': { shows: '200\n', in: ['unknown version', 'unknown legacy version'] },
  'version-error-without-data': { hides: '"data"', in: ['unknown version'] },
  'no-discover': { shows: '404\n', in: ['discover'] },
  'discover-incomplete': { hides: '"supportedVersions":["2026-07-28"]', in: ['discover'] },
  'initialize-refusal-unhelpful': {
    hides: '"data"',
    in: [
      'unknown version',
      'initialize',
      'initialize of an unknown version',
      'notification',
      'legacy list',
      'unknown legacy version',
      'no session',
      'ended session',
      'unknown session',
    ],
  },
  'meta-unchecked': { shows: '200\n', in: ['no meta'] },
  'headers-unchecked': { shows: '200\n', in: ['other header'] },
  'unknown-method-200': { shows: '200\n', in: ['unknown method'] },
  'undefined-error-code': { shows: '"code":-32050', in: ['unknown method'] },
  'draft-error-codes': { shows: '"code":-32004', in: ['unknown version'] },
  'without-result-type': { hides: '"resultType":"complete"', in: MODERN_RESULTS },
  'without-server-info': { hides: '"_meta"', in: MODERN_RESULTS },
  'initialize-without-version': {
    hides: '"protocolVersion":"2025-11-25"',
    in: ['initialize', 'initialize of an unknown version'],
  },
  'initialize-without-capabilities': {
    hides: '"capabilities":{"tools":{}}',
    in: ['initialize', 'initialize of an unknown version'],
  },
  'initialize-without-server-info': {
    hides: '"serverInfo":{"name":"practice-server"',
    in: ['initialize', 'initialize of an unknown version'],
  },
  'session-id-unprintable': {
    shows: 'mcp-session-id: session practice_sealed',
    in: ['initialize', 'initialize of an unknown version'],
  },
  'session-undemanded': { hides: 'Mcp-Session-Id that initialize gave', in: CALLS_WITHOUT_SESSION },
  'session-missing-500': { shows: '500\n', in: CALLS_WITHOUT_SESSION },
  'session-lost': {
    shows: '"Session not found"',
    in: [
      'notification',
      'legacy list',
      'legacy list without version',
      'unknown legacy version',
      'no token in a session',
      'end of session',
      'ended session',
      'unknown session',
    ],
  },
  'session-outlives-end': { shows: '200\n', in: ['ended session'] },
  'unknown-session-400': { shows: '400\n', in: ['unknown session'] },
  'ended-session-400': { shows: '400\n', in: ['ended session', 'unknown session'] },
  'modern-session-id': {
    shows: 'mcp-session-id:',
    in: [
      'call from a page',
      'discover',
      'list',
      'list after a list',
      'last page',
      'bad cursor',
      'call',
    ],
  },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
