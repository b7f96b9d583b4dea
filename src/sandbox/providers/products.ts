import { json } from '../answers.ts'
import { drops, instead, sets } from '../faults/effects.ts'
import { type Imitation, refusal } from './imitation.ts'

const GITHUB = 'https://github.com/login/oauth'
const SLACK = { server: 'https://mcp.slack.com/mcp', issuer: 'https://mcp.slack.com' } as const
const ATLASSIAN = {
  server: 'https://mcp.atlassian.com/v1/mcp',
  issuer: 'https://mcp.atlassian.com',
} as const
const SUPABASE = {
  server: 'https://mcp.supabase.com/mcp',
  issuer: 'https://api.supabase.com',
} as const

const BY_HAND = { registration: { dynamic: false, documents: false } } as const

/** Products that run an MCP server, or sign people in, for everybody. */
export const PRODUCT_IMITATIONS = {
  'github-slash': {
    quirk: 'Q21',
    server: 'https://api.githubcopilot.com/mcp/',
    issuer: GITHUB,
    habits: [{ resourceMetadata: sets({ resource: 'https://api.githubcopilot.com/mcp' }) }],
  },
  'github-form-encoded': { quirk: 'Q69', issuer: GITHUB, faults: ['token-form-encoded'] },
  'github-error-200': { quirk: 'Q70', issuer: GITHUB, faults: ['token-error-200'] },
  'github-without-metadata': {
    quirk: 'Q42',
    issuer: GITHUB,
    needs: { issuerMetadataAt: 'nowhere' },
  },
  'github-by-hand': { quirk: 'Q46', issuer: GITHUB, needs: BY_HAND },
  'github-token-without-cors': { quirk: 'Q19', issuer: GITHUB, faults: ['cors-none-on-token'] },
  'slack-user-scope': { quirk: 'Q63', ...SLACK, faults: ['token-scope-empty'] },
  'slack-nested-token': { quirk: 'Q71', ...SLACK, faults: ['token-nested'] },
  'slack-ok-false': {
    quirk: 'Q70',
    ...SLACK,
    habits: [instead('token', () => json({ ok: false, error: 'bad_client_secret' }))],
  },
  'slack-by-hand': { quirk: 'Q46', ...SLACK, needs: BY_HAND },
  'slack-one-hour': { quirk: 'Q76', ...SLACK, habits: [{ granted: drops('refresh_token') }] },
  'slack-origin-as-resource': {
    quirk: 'Q22',
    ...SLACK,
    habits: [{ resourceMetadata: sets({ resource: 'https://mcp.slack.com' }) }],
  },
  'atlassian-other-issuer': {
    quirk: 'Q34',
    ...ATLASSIAN,
    habits: [{ issuerMetadata: sets({ issuer: 'https://cf.mcp.atlassian.com' }) }],
  },
  'atlassian-without-pointer': {
    quirk: 'Q02',
    ...ATLASSIAN,
    needs: { challengeHeader: 'no-pointer', resourceMetadataAt: 'nowhere' },
  },
  'atlassian-loopback-name': {
    quirk: 'Q55',
    ...ATLASSIAN,
    habits: [refusal('redirect_uri_mismatch', 'Access to this domain is restricted')],
  },
  'supabase-forgotten-client': {
    quirk: 'Q53',
    ...SUPABASE,
    habits: [instead('authorize', () => json({ message: 'Unrecognized client_id' }, 422))],
  },
  'supabase-offline-access': {
    quirk: 'Q62',
    ...SUPABASE,
    habits: [refusal('invalid_request', 'unsupported scope: offline_access')],
  },
  'supabase-audience': {
    quirk: 'Q79',
    ...SUPABASE,
    habits: [{ leaves: 'audience', claims: sets({ aud: 'authenticated' }) }],
  },
} as const satisfies { readonly [name: string]: Imitation }
