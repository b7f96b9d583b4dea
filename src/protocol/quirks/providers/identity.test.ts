import { expect, test } from 'vitest'
import type { IDENTITY_IMITATIONS } from '../../../sandbox/providers/identity.ts'
import { type Told, claimOf, observe, toRows } from '../../imitation-walk.ts'

const TOLD: Readonly<Record<keyof typeof IDENTITY_IMITATIONS, Told>> = {
  'auth0-opaque-token': {
    of: 'Auth0',
    beside: ['USE-05'],
    words: 'Resource Parameter Compatibility Profile',
  },
  'auth0-issuer-slash': { of: 'Auth0', beside: ['ASM-03'], words: 'with its last slash' },
  'entra-resource-and-scope': {
    of: 'Microsoft Entra ID',
    beside: ['RES-05'],
    words: 'The callback says "AADSTS9010010: The resource parameter',
  },
  'entra-graph-scope': {
    of: 'Microsoft Entra ID',
    beside: ['AUZ-20'],
    words: 'api://<app>/tools.read',
  },
  'entra-without-pkce-methods': {
    of: 'Microsoft Entra ID',
    beside: ['ASM-09'],
    words: 'lacks code_challenge_methods_supported, although S256 works',
  },
  'entra-common': {
    of: 'Microsoft Entra ID',
    beside: ['ASM-03'],
    words: "Name the tenant's own issuer",
  },
  'entra-by-hand': {
    of: 'Microsoft Entra ID',
    beside: ['ASM-14'],
    words: 'Register an app in the Entra admin center',
  },
  'entra-cross-origin-redemption': {
    of: 'Microsoft Entra ID',
    beside: ['TOK-20'],
    words: 'An answer of the issuer says "AADSTS9002326',
  },
  'entra-guid-audience': { of: 'Microsoft Entra ID', beside: ['AUD-02'], words: 'a GUID' },
  'google-offline-access': { of: 'Google', beside: ['AUZ-20'], words: 'access_type=offline' },
  'google-by-hand': { of: 'Google', beside: ['ASM-14'], words: 'Google Cloud console' },
  'google-late-challenge': {
    of: 'Google',
    beside: [],
    words: 'The call of echo was answered with 401',
    walk: { config: { call: { tool: 'echo', arguments: '{}' } } },
  },
  'okta-behind-the-path': {
    of: 'Okta',
    beside: [],
    words: 'https://acme.okta.com/oauth2/default/.well-known/openid-configuration',
  },
  'okta-closed-registration': {
    of: 'Okta',
    beside: ['DCR-20'],
    words: 'API token of an administrator',
  },
  'okta-registration-without-cors': {
    of: 'Okta',
    beside: ['CORS-09'],
    words: 'Trusted Origins',
    walk: { reach: 'browser' },
  },
  'keycloak-audience': { of: 'Keycloak', beside: ['AUD-02'], words: 'Audience mapper' },
  'keycloak-registration-without-cors': {
    of: 'Keycloak',
    beside: ['CORS-09'],
    words: 'before version 26.5',
    walk: { reach: 'browser' },
  },
  'workos-openid-document': {
    of: 'WorkOS AuthKit',
    beside: [],
    words:
      'lacks registration_endpoint, code_challenge_methods_supported, which the OAuth metadata has.',
  },
  'cognito-pool-scopes': {
    of: 'Amazon Cognito',
    beside: ['AUZ-20'],
    words: 'scopes of the app client',
  },
}

test.each(toRows(TOLD))('%s: known, and beside the right finding', async (name, told) => {
  expect(await observe(name, told)).toEqual(claimOf(told))
})
