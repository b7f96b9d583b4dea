import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { CHALLENGE_FAULTS } from './challenge.ts'

const WITHOUT_TOKEN = [
  'challenge',
  'legacy challenge',
  'second challenge',
  'query token',
  'get without token',
  'no token in a session',
] as const

const CHALLENGED = [
  'challenge',
  'legacy challenge',
  'second challenge',
  'bad token',
  'foreign token',
  'expired token',
  'query token',
  'get without token',
  'call without a scope',
  'no token in a session',
] as const

const UNAUTHORIZED = [
  'challenge',
  'legacy challenge',
  'second challenge',
  'bad token',
  'foreign token',
  'expired token',
  'query token',
  'get without token',
  'no token in a session',
] as const

const LOOKS: Looks<keyof typeof CHALLENGE_FAULTS> = {
  'no-token-403': { shows: '403\n', in: WITHOUT_TOKEN },
  'no-token-404': { shows: '404\n', in: WITHOUT_TOKEN },
  'no-token-500': { shows: '500\n', in: WITHOUT_TOKEN },
  'no-token-200-error': { shows: '200\n', in: WITHOUT_TOKEN },
  'no-token-login-redirect': {
    shows: 'location: http://localhost:4281/login',
    in: [
      'challenge',
      'legacy challenge',
      'second challenge',
      'query token',
      'get without token',
      'login page',
      'no token in a session',
    ],
  },
  'nothing-leads-to-issuer': {
    hides: 'resource_metadata',
    in: [
      'challenge',
      'legacy challenge',
      'second challenge',
      'bad token',
      'foreign token',
      'expired token',
      'query token',
      'get without token',
      'head of resource metadata',
      'resource metadata at path',
      'call without a scope',
      'no token in a session',
      'metadata by oauth',
      'metadata by oauth behind',
    ],
  },
  'challenge-without-pointer': { hides: 'resource_metadata', in: CHALLENGED },
  'no-challenge': { hides: 'www-authenticate', in: UNAUTHORIZED },
  'challenge-of-other-scheme': {
    shows: 'www-authenticate: Basic realm="practice"\n',
    in: CHALLENGED,
  },
  'challenge-bare': { shows: 'www-authenticate: Bearer\n', in: CHALLENGED },
  'challenge-scope-twice': { shows: '", scope="tools vault"', in: CHALLENGED },
  'challenge-pointer-twice': {
    shows: 'resource_metadata="http://localhost:4281/.well-known/lost"',
    in: CHALLENGED,
  },
  'challenge-scope-double-space': { shows: 'scope="tools  vault"', in: CHALLENGED },
  'challenge-scope-characters': { shows: 'scope="tools \\"vault\\""', in: CHALLENGED },
  'challenge-spaced': { shows: 'Bearer scope = "tools", ', in: UNAUTHORIZED },
  'challenge-single-quotes': { shows: "scope='tools'", in: UNAUTHORIZED },
  'challenge-unquoted-url': { shows: 'resource_metadata=http://', in: UNAUTHORIZED },
  'challenge-missing-comma': { shows: 'scope="tools" resource_metadata=', in: UNAUTHORIZED },
  'challenge-unterminated': { hides: 'resource/mcp"', in: UNAUTHORIZED },
  'challenge-error-without-token': { shows: 'error="invalid_token"', in: WITHOUT_TOKEN },
  'bad-token-without-error': {
    hides: 'error="invalid_token"',
    in: ['bad token', 'foreign token', 'expired token'],
  },
  'challenge-without-scope': { hides: 'scope=', in: UNAUTHORIZED },
  'challenge-inconsistent': { shows: 'scope="vault"', in: ['second challenge'] },
  'pointer-to-nothing': {
    shows: 'resource_metadata="http://localhost:4281/.well-known/lost"',
    in: CHALLENGED,
  },
  'pointer-relative': {
    shows: 'resource_metadata="/.well-known/oauth-protected-resource/mcp"',
    in: CHALLENGED,
  },
  'pointer-to-html': {
    shows: 'resource_metadata="http://localhost:4281/about"',
    in: [
      'challenge',
      'legacy challenge',
      'second challenge',
      'bad token',
      'foreign token',
      'expired token',
      'query token',
      'get without token',
      'about page',
      'call without a scope',
      'no token in a session',
    ],
  },
  'pointer-to-resource': { shows: 'resource_metadata="http://localhost:4281/mcp"', in: CHALLENGED },
  'challenge-offers-offline-access': { shows: 'scope="tools offline_access"', in: CHALLENGED },
  'forbidden-without-token': { shows: 'error="insufficient_scope"', in: WITHOUT_TOKEN },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
