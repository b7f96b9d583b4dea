import type { References } from './reference.ts'

/** What browsers and OpenID providers keep to. */
export const WEB = {
  'openid-discovery-3': {
    title: 'OpenID Connect Discovery 1.0, section 3',
    url: 'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata',
  },
  'fetch-cors': {
    title: 'Fetch Standard, CORS protocol',
    url: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  },
  'fetch-cors-exposed': {
    title: 'Fetch Standard, CORS-safelisted response-header name',
    url: 'https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name',
  },
  'fetch-preflight': {
    title: 'Fetch Standard, CORS-preflight fetch',
    url: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
  },
  'fetch-bad-port': {
    title: 'Fetch Standard, Port blocking',
    url: 'https://fetch.spec.whatwg.org/#port-blocking',
  },
  'mixed-content': { title: 'Mixed Content', url: 'https://www.w3.org/TR/mixed-content/' },
} as const satisfies References
