import { json, oauthError } from '../answers.ts'
import { instead, sets } from '../faults/effects.ts'
import { type Imitation, refusal } from './imitation.ts'

const NO_SESSION = { code: -32000, message: 'Bad Request: No valid session ID provided' }

/** Habits that are known by their form alone; no provider is imitated. */
export const ANYBODYS_IMITATIONS = {
  'anybodys-401-without-challenge': { quirk: 'Q01', faults: ['no-challenge'] },
  'anybodys-other-scheme': { quirk: 'Q03', faults: ['challenge-of-other-scheme'] },
  'anybodys-spaces': { quirk: 'Q05', faults: ['challenge-spaced'] },
  'anybodys-single-quotes': { quirk: 'Q05', faults: ['challenge-single-quotes'] },
  'anybodys-bare-url': { quirk: 'Q05', faults: ['challenge-unquoted-url'] },
  'anybodys-missing-comma': { quirk: 'Q05', faults: ['challenge-missing-comma'] },
  'anybodys-pointer-to-resource': { quirk: 'Q06', faults: ['pointer-to-resource'] },
  'anybodys-session-first': {
    quirk: 'Q89',
    habits: [
      {
        before: ({ place, request, preflight }) =>
          place === 'mcp' && !preflight && !request.headers.has('Authorization')
            ? json({ jsonrpc: '2.0', id: null, error: NO_SESSION }, 400)
            : undefined,
      },
    ],
  },
  'anybodys-banner': {
    quirk: 'Q28',
    habits: [instead('resource-metadata', () => json({ name: 'Practice MCP', status: 'ok' }))],
  },
  'anybodys-login-page': { quirk: 'Q08', faults: ['no-token-login-redirect'] },
  'anybodys-slash': { quirk: 'Q10', faults: ['mcp-redirect-307'] },
  'anybodys-guarded-path': { quirk: 'Q25', faults: ['prm-path-forbidden'] },
  'anybodys-guarded-metadata': { quirk: 'Q25', faults: ['prm-needs-token'] },
  'anybodys-single-page-app': { quirk: 'Q26', faults: ['prm-html'] },
  'anybodys-single-page-app-issuer': { quirk: 'Q26', faults: ['asm-html'] },
  'anybodys-plain-text': { quirk: 'Q29', faults: ['prm-media-type'] },
  'anybodys-plain-text-issuer': { quirk: 'Q29', faults: ['asm-media-type'] },
  'anybodys-guarded-origin': { quirk: 'Q09', faults: ['origin-refused'] },
  'anybodys-no-token-type': { quirk: 'Q73', faults: ['token-type-missing'] },
  'anybodys-first-revision': { quirk: 'Q31', faults: ['nothing-leads-to-issuer'] },
  'anybodys-preflight-401': { quirk: 'Q13', faults: ['preflight-401'] },
  'anybodys-unreadable-401': { quirk: 'Q14', faults: ['cors-none-on-401'] },
  'anybodys-hidden-challenge': {
    quirk: 'Q15',
    needs: { resourceMetadataAt: 'header-only' },
    faults: ['cors-hides-challenge'],
  },
  'anybodys-hidden-session': { quirk: 'Q15', faults: ['cors-hides-session'] },
  'anybodys-closed-documents': { quirk: 'Q17', faults: ['cors-none-on-issuer-metadata'] },
  'anybodys-empty-document': { quirk: 'Q27', faults: ['prm-empty-object'] },
  'anybodys-empty-issuer-document': {
    quirk: 'Q27',
    habits: [instead('issuer-metadata', () => json({}))],
  },
  'anybodys-mount': { quirk: 'Q32', faults: ['prm-below-path'] },
  'anybodys-bare-403': { quirk: 'Q82', faults: ['step-up-without-challenge'] },
  'anybodys-all-scopes-at-first': {
    quirk: 'Q84',
    needs: {
      scopes: { challenge: ['mcp:read', 'mcp:write'], resource: ['mcp:read'], required: {} },
    },
  },
  'anybodys-star-headers': { quirk: 'Q16', faults: ['cors-wildcard-headers'] },
  'anybodys-old-headers': { quirk: 'Q16', faults: ['cors-refuses-mcp-headers'] },
  'anybodys-many-scopes': {
    quirk: 'Q33',
    habits: [
      {
        resourceMetadata: sets({
          scopes_supported: [
            'tools',
            ...Array.from({ length: 47 }, (_, index) => `scope:${index}`),
          ],
        }),
      },
    ],
  },
  'anybodys-endpoint-elsewhere': {
    quirk: 'Q44',
    needs: { issuerParameter: false },
    habits: [
      {
        request: (request) =>
          new Request(request.url.replace('//app.acme.', '//login.acme.'), request),
        issuerMetadata: sets({ authorization_endpoint: 'https://app.acme.example/authorize' }),
      },
    ],
  },
  'anybodys-unwanted-secret': { quirk: 'Q50', faults: ['dcr-secret-for-public'] },
  'anybodys-basic-unread': {
    quirk: 'Q51',
    habits: [instead('token', () => oauthError('invalid_client', 'Missing client_id'))],
  },
  'anybodys-scope-at-registration': {
    quirk: 'Q52',
    habits: [
      { registered: sets({ scope: 'email' }) },
      refusal('invalid_scope', 'The client may not ask for this scope'),
    ],
  },
  'anybodys-unfetched-document': { quirk: 'Q54', faults: ['cimd-unknown'] },
  'anybodys-expiry-in-quotes': { quirk: 'Q72', faults: ['token-expiry-string'] },
  'anybodys-bare-domain': { quirk: 'Q75', faults: ['token-redirect-302'] },
  'anybodys-registration-moved': { quirk: 'Q75', faults: ['dcr-redirect-308'] },
  'anybodys-problem-document': { quirk: 'Q74', faults: ['token-problem-json'] },
  'anybodys-empty-refusal': { quirk: 'Q74', faults: ['token-empty-400'] },
  'anybodys-invalid-grant-401': { quirk: 'Q80', faults: ['grant-refused-with-401'] },
} as const satisfies { readonly [name: string]: Imitation }
