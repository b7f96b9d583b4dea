import * as fc from 'fast-check'
import type { Json } from '../http/json.ts'

/** Members that some step, rule or parser asks for. */
const MEMBERS = `
  resource authorization_servers scopes_supported bearer_methods_supported issuer
  authorization_endpoint token_endpoint registration_endpoint jwks_uri
  response_types_supported grant_types_supported code_challenge_methods_supported
  token_endpoint_auth_methods_supported protected_resources client_id client_secret
  client_secret_expires_at redirect_uris client_name access_token token_type expires_in
  scope refresh_token error jsonrpc id result method params tools inputSchema nextCursor
  _meta protocolVersion capabilities serverInfo supportedVersions ttlMs code data __proto__
  constructor toString`.split(/\s+/)

/** One short piece, many times: what makes a careless pattern go back and forth. */
const repeated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      ' ',
      ',',
      '"',
      '\\',
      '=',
      'a',
      'a ',
      'a="',
      '="",',
      '\\"',
      '[',
      '{"":',
      '\n',
      '\r',
      'data:\n',
      '.',
      '/',
      '%',
      '\uD800',
    ),
    fc.integer({ min: 1, max: 4_000 }),
    fc.constantFrom('', '"', '!', '\n\n', 'x'),
  )
  .map(([piece, times, end]) => piece.repeat(times) + end)

/** Any text: odd characters, texts that look like something, and very long ones. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'https://a.example',
      'http://[',
      'javascript:alert(1)',
      '//',
      'localhost',
      'Bearer',
      '2026-07-28',
      '-1',
    ),
  },
  { weight: 2, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 1, arbitrary: repeated },
)

/** Any JSON, often with members that somebody looks for. */
export const json: fc.Arbitrary<Json> = fc.letrec<{ readonly value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true }), text),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...MEMBERS), tie('value'), { maxKeys: 6, noNullPrototype: true }),
    fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

/** A `WWW-Authenticate` value as a parser may meet it. */
export const challenge: fc.Arbitrary<string> = fc.oneof(
  text,
  fc
    .array(
      fc.constantFrom(
        'Bearer',
        'Basic',
        ' ',
        ', ',
        ',',
        '=',
        '"',
        '\\',
        'scope',
        'error=',
        'resource_metadata="',
        'https://a.example',
        'realm="a, b"',
        'é',
        '\t',
      ),
    )
    .map((pieces) => pieces.join('')),
)

/** A stream of events as a parser may meet it. */
export const stream: fc.Arbitrary<string> = fc.oneof(
  text,
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'data: ',
          'data:',
          'id: 1',
          'event: message',
          ': x',
          '\n',
          '\r\n',
          '\r',
          '\uFEFF',
          'retry: x',
        ),
        json.map((value) => `data: ${JSON.stringify(value)}\n\n`),
      ),
    )
    .map((pieces) => pieces.join('')),
)
