import type { FaultName } from '../../sandbox/faults.ts'
import type { Miss } from './agreement.ts'

/** What is known to be said wrongly of the real clients at one fault, and why it stays so. */
export type KnownMiss = { readonly misses: readonly string[]; readonly why: string }

type Of = Miss['of']

/** Everything that hangs on not coming so far. */
const ALL: readonly Of[] = ['requests', 'scope', 'resource', 'outcome', 'forecast']

const NEVER_TO_HTTP =
  'A walk sends nobody and no code to an endpoint that is no clean https address, whoever it imitates.'
const CUT_OFF =
  'Where a connection is cut it asks the same once more, without its header; a walk asks once.'
const SCHEMA =
  'Its schema asks the registration for redirect_uris; DCR-02 fails for milder lacks, too, that it takes.'

/** Of mcp-remote, at the faults where it was met. */
export const MCP_REMOTE_MISSES: { readonly [fault in FaultName]?: KnownMiss } = {
  'pointer-to-nothing': remote(
    'By itself it goes on from a pointer to nothing to the well-known address; the SDK in it, and a walk, do not.',
  ),
  'prm-resource-other-origin': remote(
    'The SDK in it ends at resource metadata for another origin; a walk has asked the issuer by then.',
  ),
  'mcp-redirect-307': remote(
    'Its own first request, a GET, follows a redirect, which a walk does of a POST alone.',
  ),
}

function remote(why: string): KnownMiss {
  return { why, misses: ['mcp-remote requests'] }
}

/** Exact: a miss that is not here, and an entry that is no miss any more, fail the test. */
export const KNOWN_MISSES: { readonly [fault in FaultName]?: KnownMiss } = {
  'prm-names-metadata-url': second(
    'It compares iss with the issuer of the metadata, a walk with the one that was named.',
    'outcome',
  ),
  'prm-names-endpoint': second(
    'It compares iss with the issuer of the metadata, a walk with the one that was named.',
    'outcome',
  ),
  'asm-http-endpoint': both(NEVER_TO_HTTP, 'requests', 'scope', 'resource'),
  'asm-http-authorization-endpoint': both(NEVER_TO_HTTP, 'requests', 'scope', 'resource'),
  'asm-endpoint-fragment': both(NEVER_TO_HTTP, ...ALL),
  'dcr-without-metadata': both(SCHEMA, 'scope', 'resource', 'outcome', 'forecast'),
  'proxy-without-consent': first(
    'The record has an answer to a like request, and does not show that it leads nowhere.',
    'forecast',
  ),
  'moves-issuer': both(
    'A forecast finds the later of two answers in the record, and so the issuer that was named last.',
    'forecast',
  ),
  'initialize-old-version': both(
    'They accept the old version, and are refused with it; a walk asks once more.',
    'outcome',
    'forecast',
  ),
  'resource-metadata-breaks-off': second(
    'It gives up where the resource metadata breaks off; a walk goes on without.',
    'requests',
  ),
  'resource-metadata-drops': first(CUT_OFF, 'requests'),
  'issuer-metadata-drops': first(CUT_OFF, 'requests'),
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
