import type { TRANSPORT_FAULTS } from '../faults/transport.ts'
import {
  ALONE,
  type Ending,
  type Expected,
  NEEDS_PROBE,
  PROBES,
  PROBES_OF_2025,
  failed,
  masked,
  passed,
  row,
  unseen,
  when,
} from './ending.ts'

/** A document at the end of a redirect is read all the same, by a page alone as well. */
const FOLLOWED = row(passed('RED-01'), when(ALONE, passed('RED-01')))
const NO_PREFLIGHT_SHOWN = 'a page alone cannot tell a cut connection from a refused preflight'
const NO_TOOLS = { 'TRN-21': 'that the walk ends without tools' }

export const TRANSPORT_EXPECTED: Expected<keyof typeof TRANSPORT_FAULTS> = {
  'mcp-text-plain': row(passed('TRN-02')),
  'mcp-html': row(failed('session', 'TRN-02', 'server')),
  'mcp-cut-off': row(failed('session', 'TRN-02', 'server')),
  'notification-200': row(passed('TRN-03')),
  'notification-204': row(passed('TRN-03')),
  'notification-400': row(passed('TRN-03')),
  'wrong-id': row(failed('session', 'TRN-06', 'server')),
  'without-jsonrpc': row(passed('TRN-06')),
  'stream-stays-open': row(unseen('the walk leaves a stream once it has its answer')),
  'stream-without-answer': row(failed('session', 'NET-04', 'server', NO_TOOLS)),
  'stream-ends-without-answer': row(failed('session', 'TRN-06', 'server')),
  'stream-carries-request': row(passed('TRN-08')),
  'stream-may-be-buffered': row(
    unseen('the header is hidden from pages'),
    when({ transport: 'relay' }, passed('TRN-09')),
  ),
  'get-404': row(NEEDS_PROBE, when(PROBES_OF_2025, passed('TRN-04'))),
  'get-200-json': row(NEEDS_PROBE, when(PROBES_OF_2025, passed('TRN-04'))),
  'modern-get-404': row(NEEDS_PROBE, when(PROBES, passed('TRN-05'))),
  'any-origin-accepted': row(NEEDS_PROBE, when(PROBES, passed('ORG-01'))),
  'wrong-accept-500': row(NEEDS_PROBE, when(PROBES, passed('TRN-22'))),
  'http-sse-only': row(failed('session', 'TRN-20', 'server')),
  'origin-refused': row(
    passed('ORG-02'),
    when(ALONE, failed('challenge', 'ORG-02', 'server')),
    when({ transport: 'relay' }, unseen('the relay names no origin')),
  ),
  'origin-refused-unreadable': row(
    passed('ORG-02'),
    when(ALONE, failed('challenge', 'CORS-01', 'browser')),
  ),
  'origin-refused-with-token': row(
    passed('ORG-02'),
    when(ALONE, failed('session', 'ORG-02', 'server')),
  ),
  'mcp-hangs': row(failed('challenge', 'NET-03', 'server')),
  'resource-metadata-hangs': row(failed('resource-metadata', 'NET-03', 'server')),
  'issuer-metadata-hangs': row(failed('server-metadata', 'NET-03', 'issuer')),
  'registration-hangs': row(failed('registration', 'NET-03', 'issuer')),
  'token-hangs': row(failed('token', 'NET-03', 'issuer')),
  'mcp-30-mb': row(failed('session', 'NET-04', 'server', NO_TOOLS)),
  'resource-metadata-30-mb': row(failed('resource-metadata', 'NET-04', 'server')),
  'issuer-metadata-30-mb': row(failed('server-metadata', 'NET-04', 'issuer')),
  'token-30-mb': row(failed('token', 'NET-04', 'issuer')),
  'mcp-drops': row(
    dropped('challenge'),
    when(ALONE, masked(failed('challenge', 'CORS-06', 'browser'), NO_PREFLIGHT_SHOWN)),
  ),
  'resource-metadata-drops': row(
    dropped('resource-metadata'),
    when(ALONE, dropped('resource-metadata')),
  ),
  'issuer-metadata-drops': row(dropped('server-metadata'), when(ALONE, dropped('server-metadata'))),
  'registration-drops': row(
    dropped('registration'),
    when(ALONE, masked(failed('registration', 'CORS-09', 'browser'), NO_PREFLIGHT_SHOWN)),
  ),
  'token-drops': row(dropped('token'), when(ALONE, dropped('token'))),
  'mcp-breaks-off': row(failed('session', 'NET-04', 'server', NO_TOOLS)),
  'resource-metadata-breaks-off': row(failed('resource-metadata', 'NET-04', 'server')),
  'issuer-metadata-breaks-off': row(failed('server-metadata', 'NET-04', 'issuer')),
  'token-breaks-off': row(failed('token', 'NET-04', 'issuer')),
  'mcp-redirect-301': row(failed('challenge', 'RED-01', 'server')),
  'mcp-redirect-302': row(failed('challenge', 'RED-01', 'server')),
  'mcp-redirect-307': row(failed('challenge', 'RED-01', 'server')),
  'mcp-redirect-308': row(failed('challenge', 'RED-01', 'server')),
  'resource-metadata-redirect-301': FOLLOWED,
  'resource-metadata-redirect-302': FOLLOWED,
  'resource-metadata-redirect-307': FOLLOWED,
  'resource-metadata-redirect-308': FOLLOWED,
  'issuer-metadata-redirect-301': FOLLOWED,
  'issuer-metadata-redirect-302': FOLLOWED,
  'issuer-metadata-redirect-307': FOLLOWED,
  'issuer-metadata-redirect-308': FOLLOWED,
  'token-redirect-301': row(failed('token', 'RED-01', 'issuer')),
  'token-redirect-302': row(failed('token', 'RED-01', 'issuer')),
  'token-redirect-307': row(failed('token', 'RED-01', 'issuer')),
  'token-redirect-308': row(failed('token', 'RED-01', 'issuer')),
}

/** No answer is no matter of permission; a page alone can tell that where no preflight is due. */
function dropped(step: string): Ending {
  return failed(step, 'NET-01', 'network')
}
