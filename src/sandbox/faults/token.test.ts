import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { TOKEN_FAULTS } from './token.ts'

const GRANTS = [
  'exchange',
  'exchange without resource',
  'exchange of two scopes',
  'refresh',
] as const

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

const CODE_EXCHANGES = [
  'exchange',
  'exchange by basic',
  'exchange without resource',
  'exchange of a bad code',
  'second exchange',
  'exchange with another verifier',
  'exchange with another redirect uri',
  'exchange of two scopes',
] as const

const EXCHANGES_WITH_RESOURCE = [
  'exchange',
  'second exchange',
  'exchange with another verifier',
  'exchange with another redirect uri',
  'exchange of two scopes',
] as const

const GRANTS_AND_FOREIGN_TOKEN = [
  'foreign token',
  'exchange',
  'exchange without resource',
  'exchange of two scopes',
  'refresh',
] as const

const REFRESHES = ['refresh', 'second refresh'] as const

const LOOKS: Looks<keyof typeof TOKEN_FAULTS> = {
  'token-without-access-token': { shows: '{"token_type":"Bearer"', in: GRANTS },
  'token-nested': { shows: '"authed_user":{"access_token"', in: GRANTS },
  'token-form-encoded': { shows: 'application/x-www-form-urlencoded\n', in: GRANTS },
  'token-cut-off': { hides: '"token_type"', in: GRANTS },
  'token-cacheable': { hides: 'cache-control', in: TOKEN_ANSWERS },
  'token-html-error': {
    shows: 'content-type: text/html',
    in: [
      'exchange by basic',
      'exchange of a bad code',
      'second exchange',
      'exchange with another verifier',
      'exchange with another redirect uri',
      'second refresh',
    ],
  },
  'token-html': { shows: 'content-type: text/html', in: TOKEN_ANSWERS },
  'token-error-200': { shows: '{"error":"bad_verification_code"}', in: TOKEN_ANSWERS },
  'token-500': { shows: '500\n', in: TOKEN_ANSWERS },
  'token-empty-400': { hides: '{', in: TOKEN_ANSWERS },
  'token-problem-json': { shows: 'content-type: application/problem+json', in: TOKEN_ANSWERS },
  'token-type-mac': { shows: '"token_type":"mac"', in: GRANTS },
  'token-type-missing': { hides: '"token_type":"Bearer"', in: GRANTS },
  'token-expiry-string': { shows: '"expires_in":"3600"', in: GRANTS },
  'token-without-expiry': { hides: '"expires_in":3600', in: GRANTS },
  'token-long-lived': { shows: '"expires_in":7776000', in: GRANTS },
  'code-refused': { shows: '{"error":"invalid_grant"', in: CODE_EXCHANGES },
  'client-refused': { shows: '{"error":"invalid_client"', in: TOKEN_ANSWERS },
  'grant-refused-with-401': { shows: '401\n', in: CODE_EXCHANGES },
  'token-refuses-resource': { shows: '{"error":"invalid_target"', in: EXCHANGES_WITH_RESOURCE },
  'token-chokes-on-resource': { shows: 'Unknown parameter: resource', in: EXCHANGES_WITH_RESOURCE },
  'code-reusable': { shows: '200\n', in: ['second exchange'] },
  'code-unbound': { shows: '200\n', in: ['exchange with another redirect uri'] },
  'audience-other': { shows: '200\n', in: GRANTS_AND_FOREIGN_TOKEN },
  'audience-missing': { shows: '200\n', in: GRANTS_AND_FOREIGN_TOKEN },
  'scope-silently-narrowed': { hides: '"expires_in":3600,"scope"', in: GRANTS },
  'refresh-not-rotated': { hides: 'refresh_token', in: REFRESHES },
  'refresh-reusable': { shows: '200\n', in: ['second refresh'] },
  'refresh-500': { shows: '500\n', in: REFRESHES },
  'refresh-refused': { shows: '{"error":"invalid_grant"', in: REFRESHES },
  'refresh-never-issued': {
    hides: 'refresh_token',
    in: ['exchange', 'exchange without resource', 'exchange of two scopes'],
  },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
