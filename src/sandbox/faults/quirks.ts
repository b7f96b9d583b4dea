import { altered, empty, json, oauthError } from '../answers.ts'
import type { Effect, Fault, Place } from '../scene.ts'
import {
  changed,
  countUp,
  hasToken,
  instead,
  methodCalled,
  sets,
  withSecondIssuer,
  slashRedirect,
} from './effects.ts'
import { KNOWN_CLIENT } from './known-client.ts'

/** Habits of real servers that fit into no other family. */
export const QUIRK_FAULTS = {
  'prm-several-issuers': {
    rule: 'PRM-19',
    legal: true,
    title: 'The resource metadata lists two issuers, of which a client must choose one',
    effect: {
      ...withSecondIssuer(),
      resourceMetadata: (document, { scene }) => ({
        ...document,
        authorization_servers: [scene.settings.issuer, scene.settings.secondIssuer],
      }),
    },
  },
  'prm-path-forbidden': {
    rule: 'PRM-16',
    title: 'The path-specific well-known address is 403, the one at the root works',
    needs: { resourceMetadataAt: 'both', challengeHeader: 'no-pointer' },
    effect: {
      before: ({ place, form, preflight }) =>
        place === 'resource-metadata' && form === 'path' && !preflight ? empty(403) : undefined,
    },
  },
  'prm-scope-unknown-to-issuer': {
    rule: 'AUZ-20',
    title: 'The resource metadata lists a scope that the issuer refuses',
    needs: {
      scopes: { resource: ['tools'], issuer: ['tools'], required: { 'tools/list': ['tools'] } },
    },
    effect: { resourceMetadata: sets({ scopes_supported: ['tools', 'unheard-of'] }) },
  },
  'metadata-head-405': {
    rule: 'PRM-03',
    legal: true,
    title: 'Both metadata documents answer HEAD with 405',
    effect: {
      before: ({ place, request }) =>
        request.method === 'HEAD' && isMetadata(place) ? empty(405, { Allow: 'GET' }) : undefined,
    },
  },
  'asm-slash-only': {
    rule: 'ASM-01',
    title: 'The issuer metadata is found only with a slash at the end of its address',
    effect: {
      slashForm: 'issuer-metadata',
      before: ({ place, url, preflight }) =>
        place === 'issuer-metadata' && !url.pathname.endsWith('/') && !preflight
          ? empty(404)
          : undefined,
    },
  },
  'dcr-takes-any-redirect-uri': {
    rule: 'URI-01',
    title: 'Any redirect URI can be registered, http on public hosts too',
    effect: { leaves: 'redirect-allowed' },
  },
  'dcr-scope-needed': {
    rule: 'SCO-02',
    title: 'A client that registers without scope is later refused with invalid_scope',
    effect: { leaves: 'scope-free-registration' },
  },
  'dcr-redirect-308': {
    rule: 'RED-01',
    title: 'The registration endpoint sends on to the same address with a slash, by 308',
    effect: slashRedirect('register', 308),
  },
  'redirect-uri-refused-later': {
    rule: 'AUR-03',
    title: 'A redirect URI that was registered is refused at the authorization endpoint',
    effect: { deadEnd: 'Invalid redirect_uri' },
  },
  'cimd-host-refused': {
    rule: 'CIMD-15',
    legal: true,
    title: 'The issuer trusts no client metadata document of this host',
    effect: {
      settings: (settings) => ({
        ...settings,
        fetchDocument: () => Promise.reject(new TypeError('this host is not on the list')),
      }),
    },
  },
  'authorize-200-location': {
    rule: 'AUR-03',
    title: 'The authorization endpoint answers 200 with a Location header',
    effect: changed('authorize', (response) =>
      response.status === 302 ? altered(response, { status: 200 }) : response,
    ),
  },
  'consent-307': {
    rule: 'CNS-01',
    title: 'The answer to the consent form is a 307, which sends the form on',
    needs: { consent: 'page' },
    effect: changed('authorize', (response) =>
      response.status === 303 ? altered(response, { status: 307 }) : response,
    ),
  },
  'basic-unsupported': {
    rule: 'TOK-02',
    title: 'client_secret_basic is advertised and not understood',
    needs: { registration: { known: [KNOWN_CLIENT] } },
    effect: {
      before: ({ place, request }) =>
        place === 'token' && request.headers.get('Authorization')?.startsWith('Basic ') === true
          ? oauthError('invalid_client', 'Missing client_id')
          : undefined,
    },
  },
  'machine-methods-unlisted': {
    rule: 'ECC-03',
    title: 'The metadata names no method by which a machine could authenticate',
    needs: {
      grants: ['authorization_code', 'refresh_token', 'client_credentials'],
      registration: { known: [KNOWN_CLIENT] },
    },
    effect: {
      issuerMetadata: sets({ token_endpoint_auth_methods_supported: ['tls_client_auth'] }),
    },
  },
  'token-redirect-elsewhere': {
    rule: 'RED-01',
    title: 'The token endpoint sends on to another host, with all that was posted',
    effect: instead('token', () =>
      empty(307, { Location: 'https://token.practice.example/token' }),
    ),
  },
  'token-scope-empty': {
    rule: 'SCO-08',
    title: 'The token answer says that no scope was granted',
    effect: { granted: sets({ scope: '' }) },
  },
  'token-expiry-zero': {
    rule: 'TOK-06',
    title: 'expires_in is 0',
    effect: { granted: sets({ expires_in: 0 }) },
  },
  'scope-narrowed': {
    rule: 'SCO-12',
    legal: true,
    title: 'The issuer never grants more than tools, and the server demands more',
    needs: {
      scopes: {
        challenge: ['tools'],
        resource: ['tools'],
        required: { 'tools/list': ['tools', 'vault'], 'tools/call': ['tools'] },
      },
    },
    effect: { claims: sets({ scope: 'tools' }), granted: sets({ scope: 'tools' }) },
  },
  'version-header-demanded': {
    rule: 'VER-04',
    title: 'A request without MCP-Protocol-Version is refused instead of taken as 2025-03-26',
    needs: { eras: 'legacy' },
    effect: withoutVersionHeader(),
  },
  'handshake-demanded': {
    rule: 'VER-09',
    title: 'tools/list is refused unless server/discover came before it',
    needs: { eras: 'modern' },
    effect: handshake(),
  },
  'initialize-demanded': {
    rule: 'VER-09',
    title: 'The server names 2026-07-28 and refuses its calls for want of initialize',
    effect: changed('mcp', (response, { request }) => {
      const isModern = request.headers.get('MCP-Protocol-Version') === '2026-07-28'
      const isDiscovery = request.headers.get('Mcp-Method') === 'server/discover'
      if (response.status !== 200 || !isModern || isDiscovery) return response
      const error = { code: -32000, message: 'Bad Request: Server not initialized' }
      return json({ jsonrpc: '2.0', id: null, error }, 400)
    }),
  },
  'legacy-refusal-404': {
    rule: 'VER-03',
    title: 'A legacy server answers the stateless revision with 404',
    needs: { eras: 'legacy' },
    effect: changed('mcp', (response, { request }) =>
      response.status === 400 && request.headers.get('MCP-Protocol-Version') === '2026-07-28'
        ? altered(response, { status: 404 })
        : response,
    ),
  },
} as const satisfies { readonly [name: string]: Fault }

function isMetadata(place: Place): boolean {
  return place === 'resource-metadata' || place === 'issuer-metadata'
}

function withoutVersionHeader(): Effect {
  return {
    before: async (visit) => {
      const method = await methodCalled(visit)
      const isLater = method !== undefined && method !== 'initialize'
      if (!isLater || visit.request.headers.has('MCP-Protocol-Version')) return undefined
      const error = { code: -32000, message: 'The MCP-Protocol-Version header is missing' }
      return json({ jsonrpc: '2.0', id: null, error }, 400)
    },
  }
}

function handshake(): Effect {
  return {
    // Counted as requests come in: answers to two of them overtake each other.
    before: (visit) => {
      const isDiscovery = visit.request.headers.get('Mcp-Method') === 'server/discover'
      if (isDiscovery && hasToken(visit)) countUp(visit, 'discoveries')
      return undefined
    },
    reply: ({ message, method }, visit) => {
      const isMet = visit.scene.memory.counts.has('discoveries')
      if (method !== 'tools/list' || isMet) return message
      const error = { code: -32000, message: 'Server not initialized' }
      return { jsonrpc: '2.0', id: message['id'], error }
    },
  }
}
