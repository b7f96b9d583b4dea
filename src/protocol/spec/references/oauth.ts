import type { References } from './reference.ts'

const rfc = (number: number, section: string): string =>
  `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`

/** OAuth: the drafts and the RFCs that MCP builds on. */
export const OAUTH = {
  'oauth21-endpoint-parameters': {
    title: 'OAuth 2.1, Authorization endpoint',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.1',
  },
  'oauth21-code-response': {
    title: 'OAuth 2.1, Authorization response',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2',
  },
  'oauth21-token-response': {
    title: 'OAuth 2.1, Token response',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.3',
  },
  'oauth21-token-error': {
    title: 'OAuth 2.1, Token error response',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.4',
  },
  'oauth21-bearer-challenge': {
    title: 'OAuth 2.1, The WWW-Authenticate response header field',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-5.3.1',
  },
  'oauth21-code-request': {
    title: 'OAuth 2.1, Authorization request',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.1',
  },
  'oauth21-https': {
    title: 'OAuth 2.1, Communication security',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-1.5',
  },
  'oauth21-endpoint-cors': {
    title: 'OAuth 2.1, Token endpoint',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2',
  },
  'oauth21-loopback': {
    title: 'OAuth 2.1, Loopback interface redirection',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-8.4.2',
  },
  'cimd-3': {
    title: 'OAuth Client ID Metadata Document, section 3',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-3',
  },
  'cimd-4.1': {
    title: 'OAuth Client ID Metadata Document, section 4.1',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-4.1',
  },
  'cimd-6.6': {
    title: 'OAuth Client ID Metadata Document, section 6.6',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-6.6',
  },
  'rfc6749-5.1': { title: 'RFC 6749 §5.1', url: rfc(6749, '5.1') },
  'rfc6749-5.2': { title: 'RFC 6749 §5.2', url: rfc(6749, '5.2') },
  'rfc6750-3': { title: 'RFC 6750 §3', url: rfc(6750, '3') },
  'rfc6750-3.1': { title: 'RFC 6750 §3.1', url: rfc(6750, '3.1') },
  'rfc7009-2': { title: 'RFC 7009 §2', url: rfc(7009, '2') },
  'rfc7591-2': { title: 'RFC 7591 §2', url: rfc(7591, '2') },
  'rfc7591-3': { title: 'RFC 7591 §3', url: rfc(7591, '3') },
  'rfc7591-3.1': { title: 'RFC 7591 §3.1', url: rfc(7591, '3.1') },
  'rfc7591-3.2.1': { title: 'RFC 7591 §3.2.1', url: rfc(7591, '3.2.1') },
  'rfc7591-3.2.2': { title: 'RFC 7591 §3.2.2', url: rfc(7591, '3.2.2') },
  'rfc8414-2': { title: 'RFC 8414 §2', url: rfc(8414, '2') },
  'rfc8414-3.1': { title: 'RFC 8414 §3.1', url: rfc(8414, '3.1') },
  'rfc8414-3.2': { title: 'RFC 8414 §3.2', url: rfc(8414, '3.2') },
  'rfc8414-3.3': { title: 'RFC 8414 §3.3', url: rfc(8414, '3.3') },
  'rfc8414-5': { title: 'RFC 8414 §5', url: rfc(8414, '5') },
  'rfc8707-2': { title: 'RFC 8707 §2', url: rfc(8707, '2') },
  'rfc9068-3': { title: 'RFC 9068 §3', url: rfc(9068, '3') },
  'rfc9110-11.6.1': { title: 'RFC 9110 §11.6.1', url: rfc(9110, '11.6.1') },
  'rfc9207-2': { title: 'RFC 9207 §2', url: rfc(9207, '2') },
  'rfc9207-2.3': { title: 'RFC 9207 §2.3', url: rfc(9207, '2.3') },
  'rfc9207-2.4': { title: 'RFC 9207 §2.4', url: rfc(9207, '2.4') },
  'rfc9728-1.2': { title: 'RFC 9728 §1.2', url: rfc(9728, '1.2') },
  'rfc9728-2': { title: 'RFC 9728 §2', url: rfc(9728, '2') },
  'rfc9728-3': { title: 'RFC 9728 §3', url: rfc(9728, '3') },
  'rfc9728-3.1': { title: 'RFC 9728 §3.1', url: rfc(9728, '3.1') },
  'rfc9728-3.2': { title: 'RFC 9728 §3.2', url: rfc(9728, '3.2') },
  'rfc9728-3.3': { title: 'RFC 9728 §3.3', url: rfc(9728, '3.3') },
  'rfc9728-4': { title: 'RFC 9728 §4', url: rfc(9728, '4') },
  'rfc9728-5.1': { title: 'RFC 9728 §5.1', url: rfc(9728, '5.1') },
} as const satisfies References
