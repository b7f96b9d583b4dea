import { altered, empty, html, json, oauthError, text, withoutHeader } from '../answers.ts'
import { without } from '../json.ts'
import { type Effect, type Fault, noteSecret } from '../scene.ts'
import { changed, drops, instead, sets } from './effects.ts'

/** What can go wrong when a client makes itself known. */
export const REGISTRATION_FAULTS = {
  'dcr-refuses-json': {
    rule: 'DCR-01',
    title: 'The registration endpoint does not take JSON',
    effect: instead('register', () => text('Unsupported media type', 415)),
  },
  'dcr-needs-token': {
    rule: 'DCR-20',
    title: 'Registration needs a token that only the owner of the issuer can give',
    effect: instead('register', () =>
      altered(oauthError('invalid_token', 'Registration needs an initial access token', 401), {
        headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      }),
    ),
  },
  'dcr-200': {
    rule: 'DCR-02',
    title: 'A registration that went well answers 200, not 201',
    effect: changed('register', (response) =>
      response.status === 201 ? altered(response, { status: 200 }) : response,
    ),
  },
  'dcr-without-client-id': {
    rule: 'DCR-02',
    title: 'The answer to a registration has no client_id',
    effect: { registered: drops('client_id') },
  },
  'dcr-cacheable': {
    rule: 'DCR-02',
    title: 'The answer to a registration lacks Cache-Control: no-store',
    effect: changed('register', (response) => withoutHeader(response, 'Cache-Control')),
  },
  'dcr-without-metadata': {
    rule: 'DCR-02',
    title: 'The answer to a registration holds client_id and nothing of what was registered',
    effect: { registered: (document) => ({ client_id: document['client_id'] }) },
  },
  'dcr-secret-without-expiry': {
    rule: 'DCR-03',
    title: 'A secret is issued without client_secret_expires_at',
    effect: {
      registersAs: 'client_secret_basic',
      registered: drops('client_secret_expires_at'),
    },
  },
  'dcr-html-error': {
    rule: 'DCR-04',
    title: 'Registration is refused with a page in HTML',
    effect: instead('register', () => html('<h1>Bad Request</h1>', 400)),
  },
  'dcr-error-without-code': {
    rule: 'DCR-04',
    title: 'Registration is refused with JSON that has no error code',
    effect: instead('register', () => json({ message: 'Registration failed' }, 400)),
  },
  'dcr-500': {
    rule: 'DCR-04',
    title: 'Registration answers 500',
    effect: instead('register', () => json({ error: 'server_error' }, 500)),
  },
  'dcr-secret-for-public': {
    rule: 'DCR-05',
    title: 'A client that asked for none gets a secret and must use it',
    effect: { registersAs: 'client_secret_basic' },
  },
  'dcr-secret-beside-none': {
    rule: 'DCR-05',
    title: 'A client that asked for none gets a secret, and is told none all the same',
    effect: {
      registered: (document, scene) => ({
        ...document,
        client_secret: noteSecret(scene, crypto.randomUUID()),
        client_secret_expires_at: 0,
      }),
    },
  },
  'dcr-method-unsaid': {
    rule: 'DCR-02',
    title: 'The answer to a registration does not say how the client authenticates',
    effect: { registered: (document) => without(document, 'token_endpoint_auth_method') },
  },
  'dcr-404': {
    rule: 'DCR-06',
    title: 'The advertised registration endpoint answers 404',
    effect: instead('register', () => text('Not found', 404)),
  },
  'dcr-405': {
    rule: 'DCR-06',
    title: 'The advertised registration endpoint does not take POST',
    effect: instead('register', () => text('Method not allowed', 405, { Allow: 'GET' })),
  },
  'dcr-501': {
    rule: 'DCR-06',
    title: 'The advertised registration endpoint answers 501',
    effect: instead('register', () => text('Not implemented', 501)),
  },
  'dcr-refuses-redirect-uri': {
    rule: 'DCR-21',
    legal: true,
    title: 'Registration refuses the redirect URI',
    effect: instead('register', () =>
      oauthError('invalid_redirect_uri', 'This issuer registers no such redirect URI'),
    ),
  },
  'dcr-allow-list': {
    rule: 'DCR-20',
    title: 'Registration answers 403 to clients that are not on a list',
    effect: instead('register', () => json({ error: 'access_denied' }, 403)),
  },
  'dcr-other-redirect-uri': {
    rule: 'DCR-10',
    title: 'The answer to a registration lists another redirect URI than the one asked for',
    effect: { registered: sets({ redirect_uris: ['https://elsewhere.example/callback'] }) },
  },
  'proxy-without-consent': {
    rule: 'DCR-13',
    title: 'Without prompt=consent each client is sent on to another issuer, under one client id',
    issuerAs: (_, server) => new URL(server).origin,
    effect: sendsOn(),
  },
  'cimd-unknown': {
    rule: 'CIMD-09',
    title: 'Client ID metadata documents are advertised and then refused as unknown clients',
    effect: { leaves: 'document-fetch' },
  },
  'cimd-unchecked': {
    rule: 'CIMD-10',
    title: 'A client metadata document that names another client_id is taken all the same',
    effect: { leaves: 'document-check' },
  },
} as const satisfies { readonly [name: string]: Fault }

/** The issuer is a front for another one. */
function sendsOn(): Effect {
  return {
    before: ({ place, url, request }) => {
      const asks = url.searchParams.get('prompt') === 'consent'
      if (place !== 'authorize' || request.method !== 'GET' || asks) return undefined
      const upstream = new URL('https://upstream.practice.example/authorize')
      upstream.searchParams.set('client_id', 'one-client-for-all')
      return empty(302, { Location: upstream.href })
    },
  }
}
