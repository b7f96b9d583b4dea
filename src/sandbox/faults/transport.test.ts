import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import { ISSUER, SERVER, openSandbox } from '../testing/practice-client.ts'
import type { TRANSPORT_FAULTS } from './transport.ts'

const MODERN_ANSWERS = [
  'call from a page',
  'discover',
  'list',
  'list after a list',
  'last page',
  'bad cursor',
  'call',
] as const

const ANSWERS = [
  ...MODERN_ANSWERS,
  'initialize',
  'initialize of an unknown version',
  'legacy list',
  'legacy list without version',
  'no session',
  'ended session',
  'unknown session',
] as const

const REPLIES = [
  ...MODERN_ANSWERS,
  'unknown method',
  'unknown version',
  'no meta',
  'other header',
  'initialize',
  'initialize of an unknown version',
  'legacy list',
  'legacy list without version',
  'unknown legacy version',
  'no session',
  'ended session',
  'unknown session',
] as const

const OAUTH_METADATA = ['metadata by oauth', 'metadata by oauth behind'] as const

const TOKEN_ANSWERS = [
  'exchange',
  'exchange by basic',
  'exchange without resource',
  'exchange of a bad code',
  'second exchange',
  'exchange with another verifier',
  'exchange with another redirect uri',
  'exchange of two scopes',
  'refresh',
  'second refresh',
] as const

const EACH_MCP_ANSWER = [
  'challenge',
  'legacy challenge',
  'second challenge',
  'bad token',
  'foreign token',
  'expired token',
  'query token',
  'call from a page',
  'get without token',
  'get',
  'discover',
  'list',
  'list after a list',
  'last page',
  'bad cursor',
  'call',
  'call without a scope',
  'unknown method',
  'unknown version',
  'no meta',
  'other header',
  'initialize',
  'initialize of an unknown version',
  'notification',
  'legacy list',
  'legacy list without version',
  'unknown legacy version',
  'no session',
  'no token in a session',
  'end of session',
  'ended session',
  'unknown session',
] as const

const RESOURCE_METADATA = ['head of resource metadata', 'resource metadata at path'] as const

const OAUTH_METADATA_AND_SLASH = [
  'metadata by oauth',
  'metadata by oauth with a slash',
  'metadata by oauth behind',
] as const

const LOOKS: Looks<Exclude<keyof typeof TRANSPORT_FAULTS, `${string}-hangs`>> = {
  'mcp-text-plain': { shows: 'content-type: text/plain', in: ANSWERS },
  'mcp-html': { shows: 'text/html', in: ANSWERS },
  'mcp-cut-off': { hides: '}', in: ANSWERS },
  'notification-200': { shows: '200\n', in: ['notification'] },
  'notification-204': { shows: '204\n', in: ['notification'] },
  'notification-400': { shows: '400\n', in: ['notification'] },
  'wrong-id': { shows: '"id":"another-id"', in: REPLIES },
  'without-jsonrpc': { hides: '"jsonrpc":"2.0"', in: REPLIES },
  'stream-stays-open': { shows: '(stays open)', in: ANSWERS },
  'stream-without-answer': { shows: ': still here', in: ANSWERS },
  'stream-ends-without-answer': { shows: ': good bye', in: ANSWERS },
  'stream-carries-request': { shows: 'data: {"jsonrpc":"2.0","id":"server-1"', in: MODERN_ANSWERS },
  'stream-may-be-buffered': { hides: 'x-accel-buffering:', in: MODERN_ANSWERS },
  'get-404': { shows: '404\n', in: ['get'] },
  'get-200-json': { shows: '200\n', in: ['get'] },
  'modern-get-404': { shows: '404\n', in: ['get'] },
  'http-sse-only': {
    shows: '405\n',
    in: [
      'call that accepts pages',
      'call from a page',
      'get',
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
      'initialize',
      'initialize of an unknown version',
      'notification',
      'legacy list',
      'legacy list without version',
      'unknown legacy version',
      'no session',
      'end of session',
      'ended session',
      'unknown session',
    ],
  },
  'any-origin-accepted': { shows: '200\n', in: ['call from a rebinding page'] },
  'wrong-accept-500': { shows: '500\n', in: ['call that accepts pages'] },
  'origin-refused': { shows: '403\n', in: ['call from a page'] },
  'origin-refused-unreadable': {
    shows: '403\n',
    in: ['call from a page', 'call from a rebinding page'],
  },
  'mcp-30-mb': { shows: '(more than a megabyte)', in: ANSWERS },
  'resource-metadata-30-mb': { shows: '(more than a megabyte)', in: ['resource metadata at path'] },
  'issuer-metadata-30-mb': { shows: '(more than a megabyte)', in: OAUTH_METADATA },
  'token-30-mb': { shows: '(more than a megabyte)', in: TOKEN_ANSWERS },
  'mcp-breaks-off': {
    shows: '(breaks off',
    in: [
      'call from a rebinding page',
      'call that accepts pages',
      'challenge',
      'legacy challenge',
      'second challenge',
      'bad token',
      'foreign token',
      'expired token',
      'query token',
      'call from a page',
      'get without token',
      'get',
      'discover',
      'list',
      'list after a list',
      'last page',
      'bad cursor',
      'call',
      'call without a scope',
      'unknown method',
      'unknown version',
      'no meta',
      'other header',
      'initialize',
      'initialize of an unknown version',
      'legacy list',
      'legacy list without version',
      'unknown legacy version',
      'no session',
      'no token in a session',
      'end of session',
      'ended session',
      'unknown session',
    ],
  },
  'resource-metadata-breaks-off': { shows: '(breaks off', in: ['resource metadata at path'] },
  'issuer-metadata-breaks-off': { shows: '(breaks off', in: OAUTH_METADATA },
  'token-breaks-off': { shows: '(breaks off', in: TOKEN_ANSWERS },
  'mcp-redirect-301': {
    shows: '301\n',
    in: ['call from a rebinding page', 'call that accepts pages', ...EACH_MCP_ANSWER, 'slash form'],
  },
  'mcp-redirect-302': {
    shows: '302\n',
    in: ['call from a rebinding page', 'call that accepts pages', ...EACH_MCP_ANSWER, 'slash form'],
  },
  'mcp-redirect-307': {
    shows: '307\n',
    in: ['call from a rebinding page', 'call that accepts pages', ...EACH_MCP_ANSWER, 'slash form'],
  },
  'mcp-redirect-308': {
    shows: '308\n',
    in: ['call from a rebinding page', 'call that accepts pages', ...EACH_MCP_ANSWER, 'slash form'],
  },
  'resource-metadata-redirect-301': { shows: '301\n', in: RESOURCE_METADATA },
  'resource-metadata-redirect-302': { shows: '302\n', in: RESOURCE_METADATA },
  'resource-metadata-redirect-307': { shows: '307\n', in: RESOURCE_METADATA },
  'resource-metadata-redirect-308': { shows: '308\n', in: RESOURCE_METADATA },
  'issuer-metadata-redirect-301': { shows: '301\n', in: OAUTH_METADATA_AND_SLASH },
  'issuer-metadata-redirect-302': { shows: '302\n', in: OAUTH_METADATA_AND_SLASH },
  'issuer-metadata-redirect-307': { shows: '307\n', in: OAUTH_METADATA_AND_SLASH },
  'issuer-metadata-redirect-308': { shows: '308\n', in: OAUTH_METADATA_AND_SLASH },
  'token-redirect-301': { shows: '301\n', in: TOKEN_ANSWERS },
  'token-redirect-302': { shows: '302\n', in: TOKEN_ANSWERS },
  'token-redirect-307': { shows: '307\n', in: TOKEN_ANSWERS },
  'token-redirect-308': { shows: '308\n', in: TOKEN_ANSWERS },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})

test.each([
  'mcp-hangs',
  'resource-metadata-hangs',
  'issuer-metadata-hangs',
  'registration-hangs',
  'token-hangs',
] as const)('%s answers nothing until the caller gives up', async (name) => {
  const address = {
    'mcp-hangs': SERVER,
    'resource-metadata-hangs': 'http://localhost:4281/.well-known/oauth-protected-resource/mcp',
    'issuer-metadata-hangs': `${ISSUER}/.well-known/oauth-authorization-server`,
    'registration-hangs': `${ISSUER}/register`,
    'token-hangs': `${ISSUER}/token`,
  }[name]
  const caller = new AbortController()
  const request = new Request(address, { signal: caller.signal })
  const answer = openSandbox({ faults: [name] }).fetch(request)
  caller.abort()
  await expect(answer).rejects.toThrow('cancelled')
  expect((await openSandbox().fetch(new Request(address))).status).toBeLessThan(500)
})
