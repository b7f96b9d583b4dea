import { expect, test } from 'vitest'
import type { ANYBODYS_IMITATIONS } from '../../../sandbox/providers/anybody.ts'
import { type Told, claimOf, observe, toRows } from '../../imitation-walk.ts'

const DOCUMENT = {
  client_id: 'https://client.example/client.json',
  client_name: 'Practice',
  redirect_uris: ['http://localhost:4280/callback.html'],
}

const BROWSER = { reach: 'browser' } as const

const TOLD: Readonly<Record<keyof typeof ANYBODYS_IMITATIONS, Told>> = {
  'anybodys-401-without-challenge': {
    of: null,
    beside: ['CHL-04'],
    words: 'The 401 has no WWW-Authenticate header.',
    walk: { reach: 'browser-and-relay', config: { transport: 'relay' } },
  },
  'anybodys-other-scheme': {
    of: null,
    beside: ['CHL-05'],
    words: 'puts Negotiate or Basic into the 401',
  },
  'anybodys-spaces': { of: null, beside: ['CHL-05'], words: 'spaces around the equals sign' },
  'anybodys-single-quotes': { of: null, beside: ['CHL-05'], words: 'single quotes' },
  'anybodys-bare-url': { of: null, beside: ['CHL-05'], words: 'no quotes' },
  'anybodys-missing-comma': { of: null, beside: ['CHL-05'], words: 'a missing comma' },
  'anybodys-pointer-to-resource': {
    of: null,
    beside: ['CHL-12'],
    words: 'Dibix pointed to its base URL',
  },
  'anybodys-session-first': { of: null, beside: ['CHL-01'], words: 'No valid session ID provided' },
  'anybodys-banner': {
    of: null,
    beside: ['PRM-04', 'PRM-01'],
    words: 'The answer is JSON with "name", "status" and no resource.',
  },
  'anybodys-login-page': {
    of: null,
    beside: ['CHL-01', 'RED-01'],
    words: 'Take the MCP endpoint and /.well-known/ out of the proxy',
  },
  'anybodys-slash': { of: null, beside: ['RED-01'], words: 'sends /mcp on to /mcp/' },
  'anybodys-guarded-path': {
    of: null,
    beside: [],
    words: '/.well-known/oauth-protected-resource/mcp was answered with 403.',
  },
  'anybodys-guarded-metadata': { of: null, beside: ['PRM-16'], words: 'was answered with 401.' },
  'anybodys-single-page-app': { of: null, beside: ['PRM-03'], words: 'its index.html and 200' },
  'anybodys-single-page-app-issuer': {
    of: null,
    beside: ['ASM-02'],
    words: 'its index.html and 200',
  },
  'anybodys-plain-text': { of: null, beside: ['PRM-03'], words: 'the framework sends text/plain' },
  'anybodys-plain-text-issuer': {
    of: null,
    beside: ['ASM-02'],
    words: 'with both metadata documents',
  },
  'anybodys-guarded-origin': {
    of: null,
    beside: ['ORG-02'],
    words: 'A page tells its Origin truthfully',
    walk: BROWSER,
  },
  'anybodys-no-token-type': {
    of: null,
    beside: ['TOK-02'],
    words: 'an access_token and no token_type',
  },
  'anybodys-first-revision': { of: null, beside: ['CHL-03'], words: 'made for 2025-03-26' },
  'anybodys-preflight-401': {
    of: null,
    beside: ['CORS-06'],
    words: 'let OPTIONS pass',
    walk: BROWSER,
  },
  'anybodys-unreadable-401': {
    of: null,
    beside: ['CORS-01'],
    words: 'to the 401 too',
    walk: BROWSER,
  },
  'anybodys-hidden-challenge': {
    of: null,
    beside: ['CORS-02'],
    words: 'Access-Control-Expose-Headers: WWW-Authenticate',
    walk: BROWSER,
  },
  'anybodys-hidden-session': {
    of: null,
    beside: ['CORS-03'],
    words: 'Mcp-Session-Id',
    walk: BROWSER,
  },
  'anybodys-closed-documents': {
    of: null,
    beside: ['CORS-08'],
    words: 'Asana served its authorization server metadata so',
    walk: BROWSER,
  },
  'anybodys-empty-document': {
    of: null,
    beside: ['PRM-01', 'PRM-04'],
    words: '/.well-known/oauth-protected-resource/mcp answered {}.',
    also: ['Q28'],
  },
  'anybodys-empty-issuer-document': {
    of: null,
    beside: ['ASM-03', 'ASM-06'],
    words: '/.well-known/oauth-authorization-server answered {}.',
  },
  'anybodys-mount': { of: null, beside: ['PRM-09'], words: 'at the root of the host' },
  'anybodys-bare-403': {
    of: null,
    beside: ['SCO-09'],
    words: 'A client cannot know that another scope would help',
    walk: {
      reach: 'browser-and-relay',
      config: { transport: 'relay', call: { tool: 'open_vault', arguments: '{}' } },
    },
  },
  'anybodys-all-scopes-at-first': {
    of: null,
    beside: [],
    words: 'The first challenge asks for "mcp:write".',
  },
  'anybodys-star-headers': {
    of: null,
    beside: ['CORS-04'],
    words: 'never covers Authorization',
    walk: { reach: 'browser-and-relay', config: { also: ['probes'] } },
  },
  'anybodys-old-headers': { of: null, beside: ['CORS-05'], words: 'Allow by name', walk: BROWSER },
  'anybodys-many-scopes': {
    of: null,
    beside: [],
    words: 'scopes_supported of the resource lists 48 scopes.',
    walk: { config: { scope: 'tools' } },
  },
  'anybodys-endpoint-elsewhere': {
    of: null,
    beside: [],
    words: 'its authorization endpoint at https://app.acme.example, and iss is not promised.',
  },
  'anybodys-unwanted-secret': { of: null, beside: ['DCR-05'], words: 'Make no secret where' },
  'anybodys-basic-unread': {
    of: null,
    beside: ['TOK-20'],
    words: 'An answer of the issuer says "Missing client_id".',
  },
  'anybodys-scope-at-registration': {
    of: null,
    beside: ['AUZ-20'],
    words: 'was registered for "email" and asked for tools',
  },
  'anybodys-unfetched-document': {
    of: null,
    beside: ['AUR-03'],
    words: 'do not fall back to registration',
    walk: {
      config: { clientDocument: DOCUMENT.client_id },
      sandbox: { fetchDocument: () => Promise.resolve(Response.json(DOCUMENT)) },
    },
  },
  'anybodys-expiry-in-quotes': {
    of: null,
    beside: ['TOK-06'],
    words: 'expires_in is the string "3600".',
  },
  'anybodys-bare-domain': { of: null, beside: ['RED-01'], words: 'turns the POST into a GET' },
  'anybodys-registration-moved': {
    of: null,
    beside: ['RED-01'],
    words: 'take /oauth/* out of the rule',
  },
  'anybodys-problem-document': { of: null, beside: ['TOK-04'], words: 'a problem document' },
  'anybodys-empty-refusal': { of: null, beside: ['TOK-04'], words: 'an empty body' },
  'anybodys-invalid-grant-401': { of: null, beside: ['TOK-04'], words: 'RFC 6749 wants 400' },
}

test.each(toRows(TOLD))('%s: known by its form, and nobody is named', async (name, told) => {
  expect(await observe(name, told)).toEqual(claimOf(told))
})
