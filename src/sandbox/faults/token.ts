import { altered, html, json, oauthError, text, withoutHeader } from '../answers.ts'
import { readBody } from '../body.ts'
import type { Effect, Fault } from '../scene.ts'
import { changed, drops, instead, remade, sets } from './effects.ts'

/** What a token endpoint can do wrong. */
export const TOKEN_FAULTS = {
  'token-without-access-token': {
    rule: 'TOK-02',
    title: 'The token answer has no access_token',
    effect: { granted: drops('access_token') },
  },
  'token-nested': {
    rule: 'TOK-02',
    title: 'The token is inside another object',
    effect: { granted: (document) => ({ ok: true, authed_user: document }) },
  },
  'token-form-encoded': {
    rule: 'TOK-02',
    title: 'The token answer is form-encoded',
    effect: granted(async (response) => formEncoded(response)),
  },
  'token-cut-off': {
    rule: 'TOK-02',
    title: 'The JSON of the token answer ends in its middle',
    effect: granted(async (response) =>
      altered(response, { body: (await response.text()).slice(0, 20) }),
    ),
  },
  'token-cacheable': {
    rule: 'TOK-03',
    title: 'The token answer lacks Cache-Control: no-store',
    effect: changed('token', (response) => withoutHeader(response, 'Cache-Control')),
  },
  'token-html-error': {
    rule: 'TOK-04',
    title: 'Errors of the token endpoint are pages in HTML',
    effect: changed('token', (response) =>
      response.status >= 400 ? html('<h1>Bad Request</h1>', 400) : response,
    ),
  },
  'token-html': {
    rule: 'TOK-04',
    title: 'The token endpoint refuses each request with a page in HTML',
    effect: instead('token', () => html('<h1>Bad Request</h1>', 400)),
  },
  'token-error-200': {
    rule: 'TOK-04',
    title: 'The token endpoint sends each error with status 200',
    effect: instead('token', () => json({ error: 'bad_verification_code' })),
  },
  'token-500': {
    rule: 'TOK-04',
    title: 'The token endpoint answers 500',
    effect: instead('token', () => json({ error: 'server_error' }, 500)),
  },
  'token-empty-400': {
    rule: 'TOK-04',
    title: 'The token endpoint refuses with 400 and an empty body',
    effect: instead('token', () => text('', 400)),
  },
  'token-problem-json': {
    rule: 'TOK-04',
    title: 'The token endpoint refuses with a problem document instead of an OAuth error',
    effect: instead('token', () =>
      altered(json({ type: 'about:blank', title: 'Bad Request', status: 400 }, 400), {
        headers: { 'Content-Type': 'application/problem+json' },
      }),
    ),
  },
  'token-type-mac': {
    rule: 'TOK-05',
    title: 'token_type is mac',
    effect: { granted: sets({ token_type: 'mac' }) },
  },
  'token-type-missing': {
    rule: 'TOK-02',
    title: 'The token answer has no token_type',
    effect: { granted: drops('token_type') },
  },
  'token-expiry-string': {
    rule: 'TOK-06',
    title: 'expires_in is a string',
    effect: {
      granted: (document) => ({ ...document, expires_in: String(document['expires_in']) }),
    },
  },
  'token-without-expiry': {
    rule: 'TOK-06',
    title: 'The token answer has no expires_in',
    effect: { granted: drops('expires_in') },
  },
  'token-long-lived': {
    rule: 'TOK-07',
    title: 'Access tokens live for ninety days',
    effect: { settings: (settings) => ({ ...settings, lifetime: 90 * 24 * 3600 }) },
  },
  'code-refused': {
    rule: 'TOK-20',
    legal: true,
    title: 'The token endpoint answers invalid_grant to each code',
    effect: forGrant('authorization_code', () =>
      oauthError('invalid_grant', 'The code has expired or was used'),
    ),
  },
  'client-refused': {
    rule: 'TOK-20',
    legal: true,
    title: 'The token endpoint answers invalid_client to each client',
    effect: instead('token', () => oauthError('invalid_client', 'Client authentication failed')),
  },
  'grant-refused-with-401': {
    rule: 'TOK-04',
    title: 'The token endpoint answers invalid_grant with status 401',
    effect: forGrant('authorization_code', () =>
      oauthError('invalid_grant', 'The code has expired or was used', 401),
    ),
  },
  'token-refuses-resource': {
    rule: 'RES-05',
    title: 'The token endpoint answers invalid_target to a rightful resource',
    effect: withResource(() => oauthError('invalid_target', 'No such resource')),
  },
  'token-chokes-on-resource': {
    rule: 'RES-05',
    title: 'The token endpoint refuses resource as an unknown parameter',
    effect: withResource(() => oauthError('invalid_request', 'Unknown parameter: resource')),
  },
  'code-reusable': {
    rule: 'TOK-08',
    title: 'A code can be exchanged again and again',
    effect: { leaves: 'code-once' },
  },
  'code-unbound': {
    rule: 'TOK-10',
    title: 'A code can be exchanged with another redirect URI',
    effect: { leaves: 'code-binding' },
  },
  'audience-other': {
    rule: 'AUD-02',
    title: 'The token names another audience than the resource that was asked for',
    effect: { leaves: 'audience', claims: sets({ aud: 'https://elsewhere.example/api' }) },
  },
  'audience-missing': {
    rule: 'AUD-02',
    title: 'The token names the client as its audience',
    effect: {
      leaves: 'audience',
      claims: (claims) => ({ ...claims, aud: claims['client_id'] }),
    },
  },
  'scope-silently-narrowed': {
    rule: 'SCO-08',
    title: 'Fewer scopes are granted than asked for, and the answer does not say so',
    needs: { scopes: { challenge: ['tools', 'vault'], resource: ['tools', 'vault'] } },
    effect: { claims: sets({ scope: 'tools' }), granted: drops('scope') },
  },
  'refresh-not-rotated': {
    rule: 'REF-01',
    title: 'A refresh gives no new refresh token to a public client',
    effect: { leaves: 'refresh-rotation' },
  },
  'refresh-reusable': {
    rule: 'REF-02',
    title: 'A rotated refresh token still works',
    effect: { leaves: 'refresh-once' },
  },
  'refresh-500': {
    rule: 'TOK-04',
    title: 'A refresh answers 500',
    effect: forGrant('refresh_token', () => json({ error: 'server_error' }, 500)),
  },
  'refresh-refused': {
    rule: 'REF-03',
    legal: true,
    title: 'A refresh answers invalid_grant',
    effect: forGrant('refresh_token', () => oauthError('invalid_grant', 'Grant not found')),
  },
  'refresh-never-issued': {
    rule: 'REF-05',
    legal: true,
    title: 'The grant refresh_token is advertised, and no refresh token is issued',
    effect: { settings: (settings) => ({ ...settings, refresh: 'none' }) },
  },
} as const satisfies { readonly [name: string]: Fault }

/** Changes the token endpoint's answers that grant something. */
function granted(change: (response: Response) => Promise<Response>): Effect {
  return changed('token', (response) => (response.status === 200 ? change(response) : response))
}

async function formEncoded(response: Response): Promise<Response> {
  const fields: string[][] = []
  await remade(response, (document) => {
    fields.push(...Object.entries(document).map(([name, value]) => [name, String(value)]))
    return document
  })
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return altered(response, { headers, body: new URLSearchParams(fields).toString() })
}

function forGrant(type: string, build: () => Response): Effect {
  return forForm((form) => form.get('grant_type') === type, build)
}

function withResource(build: () => Response): Effect {
  return forForm((form) => form.has('resource'), build)
}

/** Answers the token requests whose form fits, in the endpoint's stead. */
function forForm(fits: (form: URLSearchParams) => boolean, build: () => Response): Effect {
  return {
    before: async ({ place, request }) => {
      if (place !== 'token' || request.method !== 'POST') return undefined
      const form = new URLSearchParams((await readBody(request.clone())) ?? '')
      return fits(form) ? build() : undefined
    },
  }
}
