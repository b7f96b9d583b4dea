import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { QUIRK_FAULTS } from './quirks.ts'

const GRANTS = [
  'exchange',
  'exchange without resource',
  'exchange of two scopes',
  'refresh',
] as const

const LOOKS: Looks<keyof typeof QUIRK_FAULTS> = {
  'prm-several-issuers': {
    shows: '"authorization_servers":["http://localhost:4282","http://localhost:4282/second"]',
    in: ['resource metadata at path', 'metadata of the second issuer'],
  },
  'prm-path-forbidden': {
    shows: '403\n',
    in: ['head of resource metadata', 'resource metadata at path'],
  },
  'prm-scope-unknown-to-issuer': {
    shows: '"scopes_supported":["tools","unheard-of"]',
    in: ['resource metadata at path'],
  },
  'metadata-head-405': { shows: '405\n', in: ['head of resource metadata'] },
  'asm-slash-only': {
    shows: '404\n',
    in: ['metadata by oauth', 'metadata by oauth with a slash', 'metadata by oauth behind'],
  },
  'dcr-takes-any-redirect-uri': {
    shows: '"redirect_uris":["http://public.example/"]',
    in: ['registration of a public http address', 'bad registration'],
  },
  'dcr-scope-needed': {
    shows: '?error=invalid_scope&',
    in: ['authorization', 'consent given', 'authorization to another port'],
  },
  'dcr-redirect-308': {
    shows: '308\n',
    in: [
      'registration',
      'registration of a public http address',
      'registration with a slash',
      'bad registration',
    ],
  },
  'redirect-uri-refused-later': {
    shows: 'Invalid redirect_uri',
    in: [
      'authorization',
      'consent given',
      'authorization of a document',
      'authorization of a wrong document',
      'authorization without pkce',
      'authorization to elsewhere',
      'authorization to another port',
    ],
  },
  'cimd-host-refused': {
    shows: 'this host is not on the list',
    in: ['authorization of a document', 'authorization of a wrong document'],
  },
  'authorize-200-location': {
    shows: '200\n',
    in: [
      'authorization',
      'authorization of a document',
      'authorization without pkce',
      'authorization to another port',
    ],
  },
  'consent-307': { shows: '307\n', in: ['consent given'] },
  'basic-unsupported': { shows: 'Missing client_id', in: ['exchange by basic'] },
  'machine-methods-unlisted': {
    shows: '"token_endpoint_auth_methods_supported":["tls_client_auth"]',
    in: ['metadata by oauth', 'metadata by oauth behind'],
  },
  'token-redirect-elsewhere': {
    shows: 'location: https://token.practice.example/token',
    in: [
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
    ],
  },
  'token-scope-empty': { shows: '"expires_in":3600,"scope":""', in: GRANTS },
  'token-expiry-zero': { shows: '"expires_in":0', in: GRANTS },
  'scope-narrowed': { hides: '"scope":"tools vault"', in: ['exchange of two scopes'] },
  'version-header-demanded': {
    shows: 'The MCP-Protocol-Version header is missing',
    in: ['legacy list without version'],
  },
  'handshake-demanded': {
    shows: 'Server not initialized',
    in: [
      'call from a page',
      'list',
      'list after a list',
      'last page',
      'bad cursor',
      'unknown version',
      'no meta',
      'other header',
      'legacy list',
      'legacy list without version',
      'unknown legacy version',
      'no session',
      'ended session',
      'unknown session',
    ],
  },
  'initialize-demanded': {
    shows: 'Bad Request: Server not initialized',
    in: ['call from a page', 'list', 'list after a list', 'last page', 'bad cursor', 'call'],
  },
  'legacy-refusal-404': {
    shows: '404\n',
    in: [
      'call from a page',
      'discover',
      'list',
      'list after a list',
      'last page',
      'bad cursor',
      'call',
      'unknown method',
      'no meta',
      'other header',
    ],
  },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
