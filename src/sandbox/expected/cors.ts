import type { CORS_FAULTS } from '../faults/cors.ts'
import {
  ALONE,
  AS_KNOWN_CLIENT,
  type Besides,
  type Expected,
  NEEDS_PROBE,
  PROBES,
  type Row,
  failed,
  passed,
  row,
  unseen,
  when,
} from './ending.ts'

const OTHER_ENDPOINT = 'the same lack at another address'
const LET_PASS = unseen('the Fetch standard leaves Authorization out of *, browsers do not')
const BY_RELAY = unseen('what cannot be repeated goes through the relay at once')

/** No rule of MCP is broken: what a page may not read is never the fault of the server. */
export const CORS_EXPECTED: Expected<keyof typeof CORS_FAULTS> = {
  'cors-none': closed('challenge', 'CORS-01', {
    'CORS-06': OTHER_ENDPOINT,
    'CORS-08': OTHER_ENDPOINT,
    'CORS-09': OTHER_ENDPOINT,
  }),
  'cors-none-on-mcp': closed('challenge', 'CORS-01'),
  'cors-none-on-401': closed('challenge', 'CORS-01'),
  'cors-none-on-errors': closed('challenge', 'CORS-01', { 'CORS-09': OTHER_ENDPOINT }),
  'cors-hides-challenge': row(
    passed('CORS-02'),
    when(ALONE, unseen('a page cannot tell a hidden header from a missing one')),
  ),
  'cors-hides-session': row(passed('CORS-03'), when(ALONE, failed('tools', 'CORS-03', 'browser'))),
  'cors-refuses-authorization': closed('session', 'CORS-04'),
  'cors-wildcard-headers': row(LET_PASS, when(ALONE, LET_PASS), when(PROBES, passed('CORS-04'))),
  'cors-refuses-mcp-headers': closed('tools', 'CORS-05'),
  'cors-refuses-content-type': closed('challenge', 'CORS-06'),
  'preflight-401': closed('challenge', 'CORS-06'),
  'preflight-403': closed('challenge', 'CORS-06'),
  'preflight-404': closed('challenge', 'CORS-06'),
  'preflight-405': closed('challenge', 'CORS-06'),
  'preflight-redirect': closed('challenge', 'CORS-06'),
  'cors-refuses-delete': row(passed('CORS-07')),
  'cors-none-on-resource-metadata': closed('resource-metadata', 'CORS-08'),
  'cors-none-on-issuer-metadata': closed('server-metadata', 'CORS-08'),
  'cors-metadata-preflight-404': row(unseen('metadata is asked for without a preflight')),
  'cors-none-on-token': closed('token', 'CORS-09'),
  'cors-none-for-confidential-clients': row(
    unseen('a client that registers here is public'),
    when({ ...ALONE, ...AS_KNOWN_CLIENT }, failed('token', 'CORS-09', 'browser')),
  ),
  'cors-none-on-registration': closed('registration', 'CORS-09'),
  'cors-registration-preflight-404': row(
    BY_RELAY,
    when(ALONE, failed('registration', 'CORS-09', 'browser')),
  ),
  'cors-other-origin': row(
    passed('CORS-10', { 'CORS-08': OTHER_ENDPOINT, 'CORS-09': OTHER_ENDPOINT }),
    when(ALONE, failed('challenge', 'CORS-01', 'browser')),
  ),
  'cors-on-authorize': row(NEEDS_PROBE, when(PROBES, passed('SEC-05'))),
}

/** The relay gets through where a page alone stops. */
function closed(step: string, rule: string, besides: Besides = {}): Row {
  return row(passed(rule, besides), when(ALONE, failed(step, rule, 'browser')))
}
