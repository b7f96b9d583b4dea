import type { TRANSPORT_FAULTS } from '../faults/transport.ts'
import {
  ALONE,
  type Culprit,
  type Expected,
  NEEDS_PROBE,
  type Row,
  failed,
  passed,
  row,
  unseen,
  when,
} from './ending.ts'

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
  'get-404': row(NEEDS_PROBE),
  'get-200-json': row(NEEDS_PROBE),
  'modern-get-404': row(NEEDS_PROBE),
  'any-origin-accepted': row(NEEDS_PROBE),
  'wrong-accept-500': row(NEEDS_PROBE),
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
  'mcp-hangs': row(failed('challenge', 'NET-03', 'server')),
  'resource-metadata-hangs': row(failed('resource-metadata', 'NET-03', 'server')),
  'issuer-metadata-hangs': row(failed('server-metadata', 'NET-03', 'issuer')),
  'registration-hangs': row(failed('registration', 'NET-03', 'issuer')),
  'token-hangs': row(failed('token', 'NET-03', 'issuer')),
  'mcp-30-mb': row(failed('session', 'NET-04', 'server', NO_TOOLS)),
  'resource-metadata-30-mb': row(failed('resource-metadata', 'NET-04', 'server')),
  'issuer-metadata-30-mb': row(failed('server-metadata', 'NET-04', 'issuer')),
  'token-30-mb': row(failed('token', 'NET-04', 'issuer')),
  'mcp-breaks-off': row(failed('session', 'NET-04', 'server', NO_TOOLS)),
  'resource-metadata-breaks-off': row(failed('resource-metadata', 'NET-04', 'server')),
  'issuer-metadata-breaks-off': row(failed('server-metadata', 'NET-04', 'issuer')),
  'token-breaks-off': row(failed('token', 'NET-04', 'issuer')),
  'mcp-redirect-301': row(failed('challenge', 'RED-01', 'server')),
  'mcp-redirect-302': row(failed('challenge', 'RED-01', 'server')),
  'mcp-redirect-307': row(failed('challenge', 'RED-01', 'server')),
  'mcp-redirect-308': row(failed('challenge', 'RED-01', 'server')),
  'resource-metadata-redirect-301': followed('resource-metadata', 'server'),
  'resource-metadata-redirect-302': followed('resource-metadata', 'server'),
  'resource-metadata-redirect-307': followed('resource-metadata', 'server'),
  'resource-metadata-redirect-308': followed('resource-metadata', 'server'),
  'issuer-metadata-redirect-301': followed('server-metadata', 'issuer'),
  'issuer-metadata-redirect-302': followed('server-metadata', 'issuer'),
  'issuer-metadata-redirect-307': followed('server-metadata', 'issuer'),
  'issuer-metadata-redirect-308': followed('server-metadata', 'issuer'),
  'token-redirect-301': row(failed('token', 'RED-01', 'issuer')),
  'token-redirect-302': row(failed('token', 'RED-01', 'issuer')),
  'token-redirect-307': row(failed('token', 'RED-01', 'issuer')),
  'token-redirect-308': row(failed('token', 'RED-01', 'issuer')),
}

/** A document at the end of a redirect is read all the same. */
function followed(step: string, culprit: Culprit): Row {
  return row(passed('RED-01'), when(ALONE, failed(step, 'RED-01', culprit)))
}
