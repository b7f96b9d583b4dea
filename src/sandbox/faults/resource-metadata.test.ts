import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { RESOURCE_METADATA_FAULTS } from './resource-metadata.ts'

const RESOURCE_METADATA = ['head of resource metadata', 'resource metadata at path'] as const

const RESOURCE_IN_BOTH_DOCUMENTS = [
  'resource metadata at path',
  'metadata by oauth',
  'metadata by oauth behind',
] as const

const LOOKS: Looks<keyof typeof RESOURCE_METADATA_FAULTS> = {
  'prm-without-issuers': {
    hides: '"authorization_servers":["http://localhost:4282"]',
    in: ['resource metadata at path'],
  },
  'prm-empty-issuers': { shows: '"authorization_servers":[]', in: ['resource metadata at path'] },
  'prm-html': { shows: 'text/html', in: RESOURCE_METADATA },
  'prm-media-type': { shows: 'content-type: text/plain', in: RESOURCE_METADATA },
  'prm-cut-off': { hides: '"resource_name"', in: ['resource metadata at path'] },
  'prm-array': { shows: '\n[{', in: ['resource metadata at path'] },
  'prm-500': { shows: '500\n', in: RESOURCE_METADATA },
  'prm-empty-object': { shows: '\n{}', in: RESOURCE_IN_BOTH_DOCUMENTS },
  'prm-without-resource': {
    hides: '"resource":"http://localhost:4281/mcp"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-resource-fragment': {
    shows: '"resource":"http://localhost:4281/mcp#tools"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-resource-relative': { shows: '"resource":"/mcp"', in: RESOURCE_IN_BOTH_DOCUMENTS },
  'prm-resource-other-origin': {
    shows: '"resource":"https://elsewhere.example/mcp"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-resource-origin': {
    shows: '"resource":"http://localhost:4281"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-resource-sibling': {
    shows: '"resource":"http://localhost:4281/other-mcp"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-resource-slash': {
    shows: '"resource":"http://localhost:4281/mcp/"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-resource-case': {
    shows: '"resource":"http://LOCALHOST:4281/mcp"',
    in: RESOURCE_IN_BOTH_DOCUMENTS,
  },
  'prm-root-names-endpoint': {
    shows: '"resource":"http://localhost:4281/mcp"',
    in: ['resource metadata at root', 'metadata by oauth', 'metadata by oauth behind'],
  },
  'prm-below-path': {
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
      'resource metadata below',
      'call without a scope',
      'no token in a session',
      'metadata by oauth',
      'metadata by oauth behind',
    ],
  },
  'prm-header-only': {
    shows: 'resource_metadata="http://localhost:4281/resource-metadata"',
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
      'resource metadata at pointer',
      'call without a scope',
      'no token in a session',
    ],
  },
  'prm-names-metadata-url': {
    shows:
      '"authorization_servers":["http://localhost:4282/.well-known/oauth-authorization-server"]',
    in: ['resource metadata at path'],
  },
  'prm-names-endpoint': {
    shows: '"authorization_servers":["http://localhost:4282/authorize"]',
    in: ['resource metadata at path'],
  },
  'prm-names-issuer-with-query': {
    shows: '"authorization_servers":["http://localhost:4282?tenant=practice"]',
    in: ['resource metadata at path'],
  },
  'prm-without-scopes': {
    hides: '"scopes_supported":["tools"]',
    in: ['resource metadata at path'],
  },
  'prm-empty-scopes': { shows: '"scopes_supported":[]', in: ['resource metadata at path'] },
  'prm-offers-offline-access': {
    shows: '"scopes_supported":["tools","offline_access"]',
    in: ['resource metadata at path'],
  },
  'prm-no-header-method': {
    shows: '"bearer_methods_supported":["query"]',
    in: ['resource metadata at path'],
  },
  'prm-needs-token': { shows: '401\n', in: RESOURCE_METADATA },
  'prm-unlisted-by-issuer': {
    shows: '"protected_resources":["https://elsewhere.example/mcp"]',
    in: ['metadata by oauth', 'metadata by oauth behind'],
  },
  'prm-dpop-bound': {
    shows: '"dpop_bound_access_tokens_required":true',
    in: ['resource metadata at path'],
  },
  'prm-mtls-bound': {
    shows: '"tls_client_certificate_bound_access_tokens":true',
    in: ['resource metadata at path'],
  },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
