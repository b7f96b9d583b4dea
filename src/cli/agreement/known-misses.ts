import type { FaultName } from '../../sandbox/faults.ts'
import type { Miss } from './agreement.ts'

/** What is known to be said wrongly of the real clients at one fault, and why it stays so. */
export type KnownMiss = { readonly misses: readonly string[]; readonly why: string }

type Of = Miss['of']

/** Everything that hangs on not coming so far. */
const ALL: readonly Of[] = ['requests', 'scope', 'resource', 'outcome', 'forecast']

const ONE_READER =
  'A walk reads the challenge with one tolerant reader; these libraries cut the value out by a pattern.'
const NEVER_TO_HTTP =
  'A walk sends nobody and no code to an endpoint that is no clean https address, whoever it imitates.'
const NO_REDIRECT =
  'A walk never sends a POST again to where a redirect points; the fetch of Node does.'
const OTHER_ERA =
  'The run spoke 2026-07-28; of the versions that a client speaks a forecast only makes a remark.'
const CUT_OFF =
  'Where a connection is cut, v1 asks again without its header and v2 gives up; a walk looks on.'
const SCHEMA = 'The schema of the library asks for members that no field of a policy names.'

/** Exact: a miss that is not here, and an entry that is no miss any more, fail the test. */
export const KNOWN_MISSES: { readonly [fault in FaultName]?: KnownMiss } = {
  'no-token-404': both('A walk looks for the transport of 2024-11-05 besides.', 'requests'),
  'challenge-scope-double-space': both(ONE_READER, 'scope'),
  'challenge-scope-characters': both(ONE_READER, 'scope'),
  'challenge-single-quotes': both(ONE_READER, 'scope', 'outcome', 'forecast'),
  'prm-names-metadata-url': second(
    'It compares iss with the issuer of the metadata, a walk with the one that was named.',
    'outcome',
  ),
  'prm-names-endpoint': second(
    'It compares iss with the issuer of the metadata, a walk with the one that was named.',
    'outcome',
  ),
  'asm-no-code-response': both(
    'They look for code in response_types_supported; no field of a policy does.',
    'scope',
    'resource',
    'outcome',
    'forecast',
  ),
  'asm-plain-only': both('They look for S256 only after the registration.', 'requests'),
  'asm-http-endpoint': both(NEVER_TO_HTTP, 'requests', 'scope', 'resource'),
  'asm-http-authorization-endpoint': both(NEVER_TO_HTTP, 'requests', 'scope', 'resource'),
  'asm-endpoint-fragment': both(NEVER_TO_HTTP, ...ALL),
  'asm-openid-incomplete': both(SCHEMA, ...ALL),
  'dcr-without-metadata': both(SCHEMA, 'scope', 'resource', 'outcome', 'forecast'),
  'proxy-without-consent': first(
    'The record has an answer to a like request, and does not show that it leads nowhere.',
    'forecast',
  ),
  'step-up-one-by-one': first(
    'It gives up after one wider scope; a forecast does not.',
    'forecast',
  ),
  'moves-issuer': both(
    'They keep what they discovered; a walk reads the challenge of the second 401 anew.',
    'outcome',
    'forecast',
  ),
  'notification-400': both(
    'They refuse a notification that was answered with an error; the rule behind it covers milder answers too.',
    'outcome',
    'forecast',
  ),
  'stream-carries-request': both(OTHER_ERA, 'forecast'),
  'stream-may-be-buffered': both(OTHER_ERA, 'forecast'),
  'modern-get-404': both(OTHER_ERA, 'forecast'),
  'initialize-refusal-unhelpful': both(OTHER_ERA, 'forecast'),
  'modern-session-id': both(OTHER_ERA, 'forecast'),
  'handshake-demanded': both(OTHER_ERA, 'forecast'),
  'initialize-old-version': both(
    'They accept the old version, and are refused with it; a walk asks once more.',
    'outcome',
    'forecast',
  ),
  'resource-metadata-breaks-off': second(
    'It gives up where the resource metadata breaks off; a walk goes on without.',
    'requests',
  ),
  'resource-metadata-drops': both(CUT_OFF, 'requests'),
  'issuer-metadata-drops': {
    why: CUT_OFF,
    misses: [
      ...first(CUT_OFF, 'requests').misses,
      ...second(CUT_OFF, 'requests', 'scope', 'resource', 'outcome').misses,
    ],
  },
  'mcp-redirect-307': both(NO_REDIRECT, ...ALL),
  'mcp-redirect-308': both(NO_REDIRECT, ...ALL),
  'token-redirect-307': both(NO_REDIRECT, 'outcome', 'forecast'),
  'token-redirect-308': both(NO_REDIRECT, 'outcome', 'forecast'),
  'dcr-redirect-308': both(NO_REDIRECT, ...ALL),
  'tool-schema-null': both(
    'They refuse the whole list for one schema; the walk has its tools by then.',
    'outcome',
    'forecast',
  ),
  'tool-schema-string': both(
    'They refuse the whole list for one schema; the walk has its tools by then.',
    'outcome',
    'forecast',
  ),
}

function first(why: string, ...ofs: readonly Of[]): KnownMiss {
  return { why, misses: ofs.map((of) => `mcp-ts-sdk-v1 ${of}`) }
}

function second(why: string, ...ofs: readonly Of[]): KnownMiss {
  return { why, misses: ofs.map((of) => `mcp-ts-sdk-v2 ${of}`) }
}

function both(why: string, ...ofs: readonly Of[]): KnownMiss {
  return { why, misses: [...first(why, ...ofs).misses, ...second(why, ...ofs).misses] }
}
