import type { Callback, Effect, Fault, Scene } from '../scene.ts'
import { sets } from './effects.ts'

/** What can be wrong with the answer that comes back through the browser. */
export const AUTHORIZATION_FAULTS = {
  'state-missing': {
    rule: 'AUR-02',
    title: 'The authorization response has no state',
    effect: edited((list) => list.filter(([name]) => name !== 'state')),
  },
  'state-changed': {
    rule: 'AUR-02',
    title: 'The authorization response has another state than the request',
    effect: replaced('state', () => 'another-state'),
  },
  'state-truncated': {
    rule: 'AUR-02',
    title: 'The state comes back cut off',
    effect: replaced('state', (value) => value.slice(0, Math.max(1, value.length - 4))),
  },
  'callback-neither': {
    rule: 'AUR-03',
    title: 'The authorization response has neither code nor error',
    effect: edited((list) => list.filter(([name]) => name !== 'code' && name !== 'error')),
  },
  'callback-both': {
    rule: 'AUR-03',
    title: 'The authorization response has code and error',
    effect: edited((list) => [...list, ['error', 'server_error']]),
  },
  'callback-fragment': {
    rule: 'AUR-03',
    title: 'The authorization response is in the fragment, not in the query',
    effect: { callback: (callback) => ({ ...callback, part: 'fragment' }) },
  },
  'callback-code-twice': {
    rule: 'AUR-04',
    title: 'The authorization response has code twice',
    effect: edited((list) => [...list, ...list.filter(([name]) => name === 'code')]),
  },
  'callback-state-twice': {
    rule: 'AUR-04',
    title: 'The authorization response has state twice',
    effect: edited((list) => [...list, ...list.filter(([name]) => name === 'state')]),
  },
  'callback-error-characters': {
    rule: 'AUR-05',
    title: 'The error code of the authorization response holds a quotation mark',
    effect: {
      refusesWith: 'server_error',
      ...replaced('error', () => 'server "error"'),
    },
  },
  'callback-echoes-challenge': {
    rule: 'PKCE-06',
    title: 'The authorization response gives back a code_challenge',
    effect: edited((list) => [...list, ['code_challenge', 'echo']]),
  },
  'iss-absent': {
    rule: 'ISS-02',
    title: 'The authorization response has no iss, and none was promised',
    effect: { settings: (settings) => ({ ...settings, issuerParameter: false }) },
  },
  'iss-unpromised': {
    rule: 'ISS-03',
    title: 'The authorization response has iss, which the metadata does not promise',
    effect: { issuerMetadata: sets({ authorization_response_iss_parameter_supported: false }) },
  },
  'iss-promised-absent': {
    rule: 'ISS-04',
    title: 'The metadata promises iss, and the authorization response has none',
    effect: edited((list) => list.filter(([name]) => name !== 'iss')),
  },
  'iss-other-host': {
    rule: 'ISS-05',
    title: 'iss names another host than the issuer',
    effect: replaced('iss', () => 'https://elsewhere.example'),
  },
  'iss-other-host-on-error': {
    rule: 'ISS-05',
    title: 'An error response comes with the iss of another host',
    effect: {
      refusesWith: 'access_denied',
      ...replaced('iss', () => 'https://elsewhere.example'),
    },
  },
  'iss-slash': {
    rule: 'ISS-05',
    title: 'iss has a slash at its end that the issuer has not',
    effect: replaced('iss', (value) => `${value}/`),
  },
  'iss-query': {
    rule: 'ISS-08',
    title: 'iss carries a query',
    effect: replaced('iss', (value) => `${value}?tenant=practice`),
  },
  'authorize-access-denied': refusal('access_denied', 'AUZ-20', 'The person says no'),
  'authorize-invalid-scope': refusal('invalid_scope', 'AUZ-20', 'The issuer refuses the scopes'),
  'authorize-invalid-target': refusal('invalid_target', 'RES-05', 'The issuer refuses resource'),
  'authorize-server-error': refusal('server_error', 'AUZ-20', 'The issuer breaks down'),
  'authorize-unavailable': refusal('temporarily_unavailable', 'AUZ-20', 'The issuer is busy'),
  'authorize-login-required': refusal('login_required', 'AUZ-20', 'Nobody is signed in'),
  'authorize-unauthorized-client': refusal(
    'unauthorized_client',
    'AUZ-20',
    'The client may not ask',
  ),
  'authorize-dead-end': {
    rule: 'AUR-03',
    title: 'The authorization endpoint shows an error page and never redirects',
    effect: { deadEnd: 'Something went wrong. Please contact your administrator.' },
  },
  'client-forgotten': {
    rule: 'AUR-03',
    title: 'The issuer no longer knows a client that it registered, and shows a page about it',
    effect: { deadEnd: 'Unrecognized client_id' },
  },
  'pkce-not-demanded': {
    rule: 'PKCE-04',
    title: 'An authorization request without code_challenge is answered',
    effect: { leaves: 'pkce-demanded' },
  },
  'pkce-not-verified': {
    rule: 'PKCE-05',
    title: 'The token endpoint does not look at code_verifier',
    effect: { leaves: 'pkce-verified' },
  },
  'redirect-uri-unchecked': {
    rule: 'URI-03',
    title: 'The answer goes to any redirect URI, registered or not',
    effect: { leaves: 'redirect-match' },
  },
  'loopback-port-fixed': {
    rule: 'URI-06',
    title: 'A loopback redirect URI is refused when its port differs',
    effect: { leaves: 'loopback-port' },
  },
} as const satisfies { readonly [name: string]: Fault }

type Parameters = Callback['parameters']

function edited(change: (parameters: Parameters, scene: Scene) => Parameters): Effect {
  return {
    callback: (callback, scene) => ({
      ...callback,
      parameters: change(callback.parameters, scene),
    }),
  }
}

function replaced(name: string, change: (value: string) => string): Effect {
  return edited((list) =>
    list.map(([own, value]) => [own, own === name ? change(value) : value] as const),
  )
}

/** An error response that is well formed: the flow ends, and nobody has broken a rule. */
function refusal(error: string, rule: string, title: string): Fault {
  return {
    rule,
    legal: true,
    title: `${title}: error=${error} comes back`,
    effect: { refusesWith: error },
  }
}
