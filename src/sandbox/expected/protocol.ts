import type { PROTOCOL_FAULTS } from '../faults/protocol.ts'
import { type Expected, NEEDS_PROBE, failed, passed, row, unseen } from './ending.ts'

export const PROTOCOL_EXPECTED: Expected<keyof typeof PROTOCOL_FAULTS> = {
  'initialize-other-version': row(failed('session', 'VER-01', 'server')),
  'initialize-old-version': row(unseen('that version may be the only one that the server knows')),
  'initialize-echoes-any-version': row(NEEDS_PROBE),
  'versions-unchecked': row(NEEDS_PROBE),
  'version-error-without-data': row(NEEDS_PROBE),
  'no-discover': row(passed('VER-07')),
  'discover-incomplete': row(passed('VER-07')),
  'initialize-refusal-unhelpful': row(NEEDS_PROBE),
  'meta-unchecked': row(NEEDS_PROBE),
  'headers-unchecked': row(NEEDS_PROBE),
  'unknown-method-200': row(NEEDS_PROBE),
  'undefined-error-code': row(NEEDS_PROBE),
  'draft-error-codes': row(NEEDS_PROBE),
  'without-result-type': row(
    passed('MET-07', { 'VER-07': 'the discovery is one of these results' }),
  ),
  'without-server-info': row(passed('MET-08')),
  'initialize-without-version': row(passed('INI-01')),
  'initialize-without-capabilities': row(passed('INI-01')),
  'initialize-without-server-info': row(passed('INI-01')),
  'session-id-unprintable': row(passed('SES-01')),
  'session-undemanded': row(NEEDS_PROBE),
  'session-missing-500': row(NEEDS_PROBE),
  'session-outlives-end': row(NEEDS_PROBE),
  'unknown-session-400': row(NEEDS_PROBE),
  'ended-session-400': row(NEEDS_PROBE),
  'modern-session-id': row(passed('SES-06')),
}
