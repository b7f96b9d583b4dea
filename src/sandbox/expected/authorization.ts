import type { AUTHORIZATION_FAULTS } from '../faults/authorization.ts'
import {
  type Expected,
  NEEDS_PROBE,
  PROBES,
  PROBES_BY_DOCUMENT,
  failed,
  passed,
  row,
  unseen,
  waits,
  when,
} from './ending.ts'

const AT = 'callback'
const DEAD_END = waits('the page of the authorization server is closed to other pages')

export const AUTHORIZATION_EXPECTED: Expected<keyof typeof AUTHORIZATION_FAULTS> = {
  'state-missing': row(failed(AT, 'AUR-02', 'issuer')),
  'state-changed': row(failed(AT, 'AUR-02', 'issuer')),
  'state-truncated': row(failed(AT, 'AUR-02', 'issuer')),
  'callback-neither': row(failed(AT, 'AUR-03', 'issuer')),
  'callback-both': row(failed(AT, 'AUR-03', 'issuer')),
  'callback-fragment': row(failed(AT, 'AUR-03', 'issuer')),
  'callback-code-twice': row(failed(AT, 'AUR-04', 'issuer')),
  'callback-state-twice': row(failed(AT, 'AUR-04', 'issuer')),
  'callback-error-characters': row(
    failed(AT, 'AUZ-20', 'issuer', { 'AUR-05': 'how the refusal is written, not that it is one' }),
  ),
  'callback-echoes-challenge': row(passed('PKCE-06')),
  'iss-absent': row(passed('ISS-02')),
  'iss-unpromised': row(passed('ISS-03')),
  'iss-promised-absent': row(failed(AT, 'ISS-04', 'issuer')),
  'iss-other-host': row(failed(AT, 'ISS-05', 'issuer')),
  'iss-other-host-on-error': row(failed(AT, 'ISS-05', 'issuer')),
  'iss-slash': row(failed(AT, 'ISS-05', 'issuer')),
  'iss-query': row(
    failed(AT, 'ISS-05', 'issuer', {
      'ISS-08': 'the string is illegal in itself; that it is another one ends the walk',
    }),
  ),
  'authorize-access-denied': row(failed(AT, 'AUZ-20', 'person')),
  'authorize-invalid-scope': row(failed(AT, 'AUZ-20', 'server')),
  'authorize-invalid-target': row(failed(AT, 'RES-05', 'issuer')),
  'authorize-server-error': row(failed(AT, 'AUZ-20', 'issuer')),
  'authorize-unavailable': row(failed(AT, 'AUZ-20', 'issuer')),
  'authorize-login-required': row(failed(AT, 'AUZ-20', 'person')),
  'authorize-unauthorized-client': row(failed(AT, 'AUZ-20', 'issuer')),
  'authorize-dead-end': row(DEAD_END),
  'client-forgotten': row(DEAD_END),
  'pkce-not-demanded': row(NEEDS_PROBE, when(PROBES, passed('PKCE-04'))),
  'pkce-not-verified': row(NEEDS_PROBE, when(PROBES, passed('PKCE-05'))),
  'redirect-uri-unchecked': row(
    NEEDS_PROBE,
    when(PROBES, passed('URI-03')),
    when(
      PROBES_BY_DOCUMENT,
      passed('CIMD-11', { 'URI-03': 'what a document lists is what is registered' }),
    ),
  ),
  'loopback-port-fixed': row(
    NEEDS_PROBE,
    when(PROBES, unseen('the page is at localhost; the rule is about IP addresses')),
  ),
}
