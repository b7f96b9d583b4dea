import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { ISSUER_OFFER_FAULTS } from './issuer-offers.ts'

const OAUTH_METADATA = ['metadata by oauth', 'metadata by oauth behind'] as const

const OPENID_METADATA = ['metadata by openid', 'metadata by openid behind'] as const

const LOOKS: Looks<keyof typeof ISSUER_OFFER_FAULTS> = {
  'asm-without-authorization-endpoint': {
    hides: '"authorization_endpoint":"http://localhost:4282/authorize"',
    in: OAUTH_METADATA,
  },
  'asm-without-token-endpoint': {
    hides: '"token_endpoint":"http://localhost:4282/token"',
    in: OAUTH_METADATA,
  },
  'asm-without-response-types': {
    hides: '"response_types_supported":["code"]',
    in: OAUTH_METADATA,
  },
  'asm-relative-endpoints': { shows: '"authorization_endpoint":"/authorize"', in: OAUTH_METADATA },
  'asm-no-code-response': { shows: '"response_types_supported":["token"]', in: OAUTH_METADATA },
  'asm-no-code-grant': {
    shows: '"grant_types_supported":["implicit","refresh_token"]',
    in: OAUTH_METADATA,
  },
  'asm-offers-password': { shows: '"refresh_token","password"', in: OAUTH_METADATA },
  'asm-without-pkce-methods': {
    hides: '"code_challenge_methods_supported":["S256"]',
    in: OAUTH_METADATA,
  },
  'asm-plain-only': { shows: '"code_challenge_methods_supported":["plain"]', in: OAUTH_METADATA },
  'asm-plain-too': {
    shows: '"code_challenge_methods_supported":["plain","S256"]',
    in: OAUTH_METADATA,
  },
  'asm-http-endpoint': {
    shows: '"token_endpoint":"http://issuer.practice.example/token"',
    in: OAUTH_METADATA,
  },
  'asm-http-authorization-endpoint': {
    shows: '"authorization_endpoint":"http://issuer.practice.example/authorize"',
    in: OAUTH_METADATA,
  },
  'asm-endpoint-fragment': {
    shows: '"authorization_endpoint":"http://localhost:4282/authorize#start"',
    in: OAUTH_METADATA,
  },
  'asm-javascript-endpoint': {
    shows: '"authorization_endpoint":"javascript:alert(document.domain)"',
    in: OAUTH_METADATA,
  },
  'asm-data-endpoint': { shows: '"authorization_endpoint":"data:text/html', in: OAUTH_METADATA },
  'asm-no-documents': {
    hides: '"client_id_metadata_document_supported":true',
    in: [
      'metadata by oauth',
      'metadata by oauth behind',
      'authorization of a document',
      'authorization of a wrong document',
    ],
  },
  'asm-no-dynamic-registration': {
    hides: '"registration_endpoint":"http://localhost:4282/register"',
    in: [
      'metadata by oauth',
      'metadata by oauth behind',
      'registration',
      'registration of a public http address',
      'bad registration',
    ],
  },
  'asm-no-registration': {
    hides: '"registration_endpoint":"http://localhost:4282/register"',
    in: [
      'metadata by oauth',
      'metadata by oauth behind',
      'registration',
      'registration of a public http address',
      'bad registration',
      'authorization of a document',
      'authorization of a wrong document',
    ],
  },
  'asm-no-public-clients': {
    shows: '"token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"]',
    in: OAUTH_METADATA,
  },
  'asm-without-auth-methods': {
    hides: '"token_endpoint_auth_methods_supported":["none"',
    in: OAUTH_METADATA,
  },
  'asm-no-offline-access': { hides: 'offline_access', in: OAUTH_METADATA },
  'asm-openid-incomplete': {
    hides: '"jwks_uri":"http://localhost:4282/jwks"',
    in: OPENID_METADATA,
  },
  'asm-documents-disagree': {
    shows: '"token_endpoint":"http://localhost:4282/other-token"',
    in: OPENID_METADATA,
  },
  'asm-wrong-types': {
    shows: '"response_types_supported":"code","response_modes_supported":[]',
    in: OAUTH_METADATA,
  },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
