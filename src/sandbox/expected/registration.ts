import type { REGISTRATION_FAULTS } from '../faults/registration.ts'
import {
  type Expected,
  NEEDS_PROBE,
  PROBES,
  PROBES_BY_DOCUMENT,
  failed,
  passed,
  row,
  unseen,
  when,
} from './ending.ts'

const AT = 'registration'
const BY_DOCUMENT = unseen('this page has no document of its own, and registers')

export const REGISTRATION_EXPECTED: Expected<keyof typeof REGISTRATION_FAULTS> = {
  'dcr-refuses-json': row(failed(AT, 'DCR-01', 'issuer')),
  'dcr-needs-token': row(failed(AT, 'DCR-20', 'issuer')),
  'dcr-200': row(passed('DCR-02')),
  'dcr-without-client-id': row(failed(AT, 'DCR-02', 'issuer')),
  'dcr-cacheable': row(unseen('RFC 7591 shows the header in its examples alone')),
  'dcr-without-metadata': row(
    passed('DCR-02', { 'DCR-10': 'redirect_uris are among what is missing' }),
  ),
  'dcr-secret-without-expiry': row(passed('DCR-03', { 'DCR-05': 'there should be no secret' })),
  'dcr-html-error': row(failed(AT, 'DCR-04', 'issuer')),
  'dcr-error-without-code': row(failed(AT, 'DCR-04', 'issuer')),
  'dcr-500': row(failed(AT, 'DCR-04', 'issuer')),
  'dcr-secret-for-public': row(passed('DCR-05')),
  'dcr-secret-beside-none': row(passed('DCR-05')),
  'dcr-method-unsaid': row(passed('DCR-02')),
  'dcr-404': row(failed(AT, 'DCR-06', 'issuer')),
  'dcr-405': row(failed(AT, 'DCR-06', 'issuer')),
  'dcr-501': row(failed(AT, 'DCR-06', 'issuer')),
  'dcr-refuses-redirect-uri': row(failed(AT, 'DCR-21', 'issuer')),
  'dcr-allow-list': row(failed(AT, 'DCR-20', 'issuer')),
  'dcr-other-redirect-uri': row(passed('DCR-10')),
  'cimd-unknown': row(BY_DOCUMENT),
  'proxy-without-consent': row(NEEDS_PROBE, when(PROBES, passed('DCR-13'))),
  'cimd-unchecked': row(NEEDS_PROBE, when(PROBES_BY_DOCUMENT, passed('CIMD-10'))),
}
