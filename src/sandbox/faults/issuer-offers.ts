import { endpointUrl } from '../routes.ts'
import type { Effect, Fault } from '../scene.ts'
import { drops, sets } from './effects.ts'

/** What can be wrong with what an issuer's metadata offers: endpoints, methods, grants. */
export const ISSUER_OFFER_FAULTS = {
  'asm-without-authorization-endpoint': {
    rule: 'ASM-06',
    title: 'The issuer metadata has no authorization_endpoint',
    effect: { issuerMetadata: drops('authorization_endpoint') },
  },
  'asm-without-token-endpoint': {
    rule: 'ASM-06',
    title: 'The issuer metadata has no token_endpoint',
    effect: { issuerMetadata: drops('token_endpoint') },
  },
  'asm-without-response-types': {
    rule: 'ASM-06',
    title: 'The issuer metadata has no response_types_supported',
    effect: { issuerMetadata: drops('response_types_supported') },
  },
  'asm-relative-endpoints': {
    rule: 'ASM-11',
    title: 'The endpoints are paths, not absolute URLs',
    effect: {
      issuerMetadata: sets({ authorization_endpoint: '/authorize', token_endpoint: '/token' }),
    },
  },
  'asm-no-code-response': {
    rule: 'ASM-07',
    title: 'response_types_supported does not contain code',
    effect: { issuerMetadata: sets({ response_types_supported: ['token'] }) },
  },
  'asm-no-code-grant': {
    rule: 'ASM-08',
    title: 'grant_types_supported does not contain authorization_code',
    effect: { issuerMetadata: sets({ grant_types_supported: ['implicit', 'refresh_token'] }) },
  },
  'asm-offers-password': {
    rule: 'ASM-08',
    title: 'grant_types_supported lists password and implicit, which OAuth 2.1 dropped',
    effect: {
      issuerMetadata: sets({
        grant_types_supported: ['authorization_code', 'refresh_token', 'password', 'implicit'],
      }),
    },
  },
  'asm-without-pkce-methods': {
    rule: 'ASM-09',
    title: 'The issuer metadata has no code_challenge_methods_supported',
    effect: { issuerMetadata: drops('code_challenge_methods_supported') },
  },
  'asm-plain-only': {
    rule: 'ASM-10',
    title: 'code_challenge_methods_supported lists plain alone',
    effect: { issuerMetadata: sets({ code_challenge_methods_supported: ['plain'] }) },
  },
  'asm-plain-too': {
    rule: 'ASM-10',
    legal: true,
    title: 'code_challenge_methods_supported lists plain beside S256',
    effect: { issuerMetadata: sets({ code_challenge_methods_supported: ['plain', 'S256'] }) },
  },
  'asm-http-endpoint': {
    rule: 'ASM-11',
    title: 'The token endpoint is plain http on a public host',
    effect: { issuerMetadata: sets({ token_endpoint: 'http://issuer.practice.example/token' }) },
  },
  'asm-http-authorization-endpoint': {
    rule: 'SEC-20',
    title: 'The authorization endpoint is plain http on a public host',
    effect: {
      issuerMetadata: sets({ authorization_endpoint: 'http://issuer.practice.example/authorize' }),
    },
  },
  'asm-endpoint-fragment': {
    rule: 'ASM-11',
    title: 'The authorization endpoint carries a fragment',
    effect: {
      issuerMetadata: (document, { issuer: own }) => ({
        ...document,
        authorization_endpoint: `${endpointUrl(own, 'authorize')}#start`,
      }),
    },
  },
  'asm-javascript-endpoint': {
    rule: 'SEC-20',
    title: 'The authorization endpoint is a javascript: address',
    effect: {
      issuerMetadata: sets({ authorization_endpoint: 'javascript:alert(document.domain)' }),
    },
  },
  'asm-data-endpoint': {
    rule: 'SEC-20',
    title: 'The authorization endpoint is a data: address',
    effect: {
      issuerMetadata: sets({ authorization_endpoint: 'data:text/html,<h1>Sign in</h1>' }),
    },
  },
  'asm-no-documents': {
    rule: 'ASM-12',
    title: 'The issuer takes no client ID metadata documents',
    effect: registration({ documents: false }),
  },
  'asm-no-dynamic-registration': {
    rule: 'ASM-13',
    legal: true,
    title: 'The issuer offers no dynamic registration',
    effect: registration({ dynamic: false }),
  },
  'asm-no-registration': {
    rule: 'ASM-14',
    legal: true,
    title: 'The issuer knows only clients that its owner entered',
    effect: registration({ documents: false, dynamic: false }),
  },
  'asm-no-public-clients': {
    rule: 'ASM-16',
    title: 'token_endpoint_auth_methods_supported does not contain none',
    effect: {
      issuerMetadata: sets({
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      }),
    },
  },
  'asm-without-auth-methods': {
    rule: 'ASM-16',
    title: 'token_endpoint_auth_methods_supported is missing, which means client_secret_basic',
    effect: { issuerMetadata: drops('token_endpoint_auth_methods_supported') },
  },
  'asm-no-offline-access': {
    rule: 'ASM-17',
    legal: true,
    title: 'The scopes of the issuer do not contain offline_access',
    effect: { issuerMetadata: sets({ scopes_supported: ['tools', 'vault'] }) },
  },
  'asm-openid-incomplete': {
    rule: 'ASM-18',
    title: 'The OpenID document lacks jwks_uri and subject_types_supported',
    needs: { issuerMetadataAt: 'openid-appended' },
    effect: { issuerMetadata: drops('jwks_uri', 'subject_types_supported') },
  },
  'asm-documents-disagree': {
    rule: 'ASM-19',
    title: 'The OpenID document names another token endpoint and no registration',
    needs: { issuerMetadataAt: 'both' },
    effect: {
      issuerMetadata: (document, { form, issuer: own }) =>
        form === 'oauth'
          ? document
          : drops('registration_endpoint')({
              ...document,
              token_endpoint: endpointUrl(own, 'other-token'),
            }),
    },
  },
  'asm-wrong-types': {
    rule: 'ASM-24',
    title: 'response_types_supported is a string, and a list is empty',
    effect: {
      issuerMetadata: sets({ response_types_supported: 'code', response_modes_supported: [] }),
    },
  },
} as const satisfies { readonly [name: string]: Fault }

function registration(change: { documents?: boolean; dynamic?: boolean }): Effect {
  return {
    settings: (settings) => ({
      ...settings,
      registration: { ...settings.registration, ...change },
    }),
  }
}
