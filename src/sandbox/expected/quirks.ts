import type { QUIRK_FAULTS } from '../faults/quirks.ts'
import {
  AS_KNOWN_CLIENT,
  type Expected,
  NEEDS_PROBE,
  PROBES,
  failed,
  passed,
  row,
  unseen,
  waits,
  when,
} from './ending.ts'

export const QUIRK_EXPECTED: Expected<keyof typeof QUIRK_FAULTS> = {
  'prm-several-issuers': row(unseen('a client chooses one of them')),
  'prm-path-forbidden': row(unseen('a client goes on to the root, whatever refused it before')),
  'prm-scope-unknown-to-issuer': row(
    failed('callback', 'AUZ-20', 'server', {
      'CHL-10': 'the challenge is silent, so that the document counts',
    }),
  ),
  'metadata-head-405': row(unseen('HEAD is no duty, and the walk sends GET')),
  'asm-slash-only': row(failed('server-metadata', 'ASM-01', 'issuer')),
  'dcr-takes-any-redirect-uri': row(NEEDS_PROBE, when(PROBES, passed('URI-01'))),
  'dcr-scope-needed': row(unseen('the walk registers with its scopes')),
  'dcr-redirect-308': row(failed('registration', 'RED-01', 'issuer')),
  'redirect-uri-refused-later': row(waits('the error page is closed to other pages')),
  'cimd-host-refused': row(unseen('this page has no document of its own, and registers')),
  'authorize-200-location': row(waits('a browser does not follow Location of a 200')),
  'consent-307': row(waits('a person has to answer the form first')),
  'basic-unsupported': row(
    unseen('a client that registers here is public'),
    when(AS_KNOWN_CLIENT, failed('token', 'TOK-20', 'person')),
  ),
  'machine-methods-unlisted': row(
    passed('ASM-16'),
    when({ ...AS_KNOWN_CLIENT, grant: 'client_credentials' }, passed('ECC-03')),
  ),
  'token-redirect-elsewhere': row(failed('token', 'RED-01', 'issuer')),
  'token-scope-empty': row(unseen('to say that nothing was granted is allowed')),
  'token-expiry-zero': row(passed('TOK-06')),
  'scope-narrowed': row(
    failed('authorization', 'SCO-12', 'issuer', { 'SCO-20': 'the last refusal in itself' }),
  ),
  'version-header-demanded': row(NEEDS_PROBE, when(PROBES, passed('VER-04'))),
  'handshake-demanded': row(unseen('the walk discovers first')),
  'initialize-demanded': row(passed('VER-09')),
  'legacy-refusal-404': row(unseen('a client asks again with initialize after 404')),
}
