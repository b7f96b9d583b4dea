import { known } from '../run/behaviour/known.ts'
import {
  FIRST_CONTACT,
  PATH_INSERTED,
  POINTER,
  ROOT,
  SERVER_METADATA,
} from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'

/** Zed, as known of commit 04afc35b (2026). */
export const zed = {
  id: 'zed',
  name: 'Zed',
  asOf: 'commit 04afc35b (2026)',
  seenIn: '2026-01',
  confidence: 'source-code',
  sources: [
    'https://github.com/zed-industries/zed crates/context_server/src/oauth.rs@04afc35b962e43e4e7b087a6c7a260e9f6f8f1de',
  ],
  differs: known({
    discovery: [
      FIRST_CONTACT,
      { ...POINTER, when: 'own-pointer' },
      PATH_INSERTED,
      { ...ROOT, onFailure: 'abort' },
      ...SERVER_METADATA,
    ],
    asksAhead: false,
    metadataHeaders: { to: 'all', headers: [] },
    resourceCheck: 'none',
    issuerCheck: 'same-url',
    originIssuerCheck: 'same-url',
    takesMissingIssuer: true,
    defaultEndpoints: 'never',
    originAsIssuer: 'never',
    pkceCheck: 'must-list',
    scopeFrom: ['challenge', 'resource-metadata'],
    scopeSources: 'first',
    fixedScope: '',
    addsOpenidScopes: false,
    noScope: 'left-out',
    offlineAccess: 'never',
    registration: ['pre-registered', 'client-document', 'dynamic'],
    documentNeeds: 'flag',
    registersAs: 'none',
    sendsApplicationType: false,
    sendsResource: 'always',
    resourceOnRefresh: true,
    resourceForm: 'server',
  }),
  redirectUris: ['http://127.0.0.1:{port}/callback'],
  documents: ['https://zed.dev/oauth/client-metadata.json'],
  tokenAuthentication: ['none', 'client_secret_post'],
  refresh: '30 s before expiry or 401, one retry',
  notes: [
    'PRM with an empty authorization_servers aborts.',
    'Non-Bearer scheme is an error.',
    'grant_types intersected with the AS list; scope only when known; fresh registration per flow.',
    'resource: no comparison in the discovery code read; missing resource defaults to the MCP URL',
    'issuer: URL equality with the AS URL; a missing issuer is accepted',
    'blocks: private, link-local, unspecified IP literals and non-TLS except loopback, for every OAuth URL',
  ],
} as const satisfies ClientProfile
