import { expect, test } from 'vitest'
import type { HOSTED_IMITATIONS } from '../../../sandbox/providers/hosted.ts'
import { type Told, claimOf, observe, toRows } from '../../imitation-walk.ts'

const TOLD: Readonly<Record<keyof typeof HOSTED_IMITATIONS, Told>> = {
  'better-auth-offline-access': {
    of: 'Better Auth',
    beside: ['AUZ-20'],
    words: 'List offline_access in the scopes of the provider',
  },
  'typescript-sdk-missing-header': {
    of: 'MCP TypeScript SDK',
    beside: ['CHL-08'],
    words: 'requireBearerAuth',
  },
  'typescript-sdk-500': {
    of: 'MCP TypeScript SDK',
    beside: ['TRN-21'],
    words: 'Throw InvalidTokenError',
    also: ['Q12'],
  },
  'figma-catalog': { of: 'Figma', beside: ['DCR-20'], words: 'by their exact client_name' },
  'plane-redirect-uri': {
    of: 'Plane',
    beside: ['AUR-03'],
    words: 'PLANE_OAUTH_ALLOWED_REDIRECT_URIS',
  },
  'salesforce-loopback-name': { of: 'Salesforce', beside: ['AUZ-20'], words: 'refuses 127.0.0.1' },
  'snowflake-without-metadata': {
    of: 'Snowflake',
    beside: ['ASM-01'],
    words: '/oauth/token-request',
  },
  'sentry-two-pointers': {
    of: 'Sentry',
    beside: ['CHL-06'],
    words: 'Two layers each added a resource_metadata',
    also: ['Q06'],
  },
  'sentry-origin-alone': { of: 'Sentry', beside: ['RES-05'], words: 'took the origin alone' },
  'notion-family-revoked': {
    of: 'Notion',
    beside: ['REF-20'],
    words: 'revokes the whole grant',
    walk: { config: { also: ['refresh'] } },
  },
  'cloudflare-without-iss': {
    of: 'Cloudflare',
    beside: ['ISS-04'],
    words: 'client relays often forward code and state alone',
  },
  'namecheap-other-iss': {
    of: 'Namecheap',
    beside: ['ISS-05'],
    words: 'a mix-up attack looks just so',
  },
  'home-assistant-paths': {
    of: 'Home Assistant',
    beside: ['ASM-03'],
    words: 'Set the external URL',
  },
}

test.each(toRows(TOLD))('%s: known, and beside the right finding', async (name, told) => {
  expect(await observe(name, told)).toEqual(claimOf(told))
})
