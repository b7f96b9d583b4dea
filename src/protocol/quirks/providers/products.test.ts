import { expect, test } from 'vitest'
import type { PRODUCT_IMITATIONS } from '../../../sandbox/providers/products.ts'
import { type Told, claimOf, observe, toRows } from '../../imitation-walk.ts'

const TOLD: Readonly<Record<keyof typeof PRODUCT_IMITATIONS, Told>> = {
  'github-slash': {
    of: 'GitHub',
    beside: ['PRM-07'],
    words: 'Enter https://api.githubcopilot.com/mcp without the slash.',
  },
  'github-form-encoded': {
    of: 'GitHub',
    beside: ['TOK-02'],
    words: 'The token endpoint answered as application/x-www-form-urlencoded.',
  },
  'github-error-200': {
    of: 'GitHub',
    beside: ['TOK-04'],
    words: 'The token endpoint answered 200 with the error bad_verification_code.',
  },
  'github-without-metadata': {
    of: 'GitHub',
    beside: ['ASM-01'],
    words: 'publishes no authorization server metadata',
  },
  'github-by-hand': { of: 'GitHub', beside: ['ASM-14'], words: 'Create an OAuth app' },
  'github-token-without-cors': {
    of: 'GitHub',
    beside: ['CORS-09'],
    words: 'a page gets the code and cannot exchange it',
    walk: { reach: 'browser' },
  },
  'slack-user-scope': { of: 'Slack', beside: [], words: 'Send the scopes as user_scope' },
  'slack-nested-token': {
    of: 'Slack',
    beside: ['TOK-02'],
    words: 'The token is at authed_user.access_token.',
  },
  'slack-ok-false': {
    of: 'Slack',
    beside: ['TOK-04'],
    words: 'answered 200 with ok: false and bad_client_secret',
  },
  'slack-by-hand': { of: 'Slack', beside: ['ASM-14'], words: 'Create a Slack app' },
  'slack-one-hour': {
    of: 'Slack',
    beside: [],
    words: 'Expect to be sent to the browser again',
  },
  'slack-origin-as-resource': {
    of: 'Slack',
    beside: ['PRM-07'],
    words: 'The resource is https://mcp.slack.com, the origin of the endpoint.',
  },
  'atlassian-other-issuer': {
    of: 'Atlassian',
    beside: ['ASM-03'],
    words: 'names cf.mcp.atlassian.com as its issuer',
  },
  'atlassian-without-pointer': {
    of: 'Atlassian',
    beside: ['CHL-03'],
    words: 'The 401 has WWW-Authenticate: Bearer scope="tools".',
    also: ['Q31'],
  },
  'atlassian-loopback-name': {
    of: 'Atlassian',
    beside: ['AUZ-20'],
    words: 'came back with redirect_uri_mismatch',
  },
  'supabase-forgotten-client': {
    of: 'Supabase',
    beside: ['AUR-03'],
    words: '422 {"message":"Unrecognized client_id"}',
  },
  'supabase-offline-access': {
    of: 'Supabase',
    beside: ['AUZ-20'],
    words: 'The callback says "unsupported scope: offline_access".',
  },
  'supabase-audience': {
    of: 'Supabase',
    beside: ['AUD-02'],
    words: 'have the audience "authenticated"',
  },
}

test.each(toRows(TOLD))('%s: known, and beside the right finding', async (name, told) => {
  expect(await observe(name, told)).toEqual(claimOf(told))
})
