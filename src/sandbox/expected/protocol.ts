import type { PROTOCOL_FAULTS } from '../faults/protocol.ts'
import {
  type Expected,
  NEEDS_PROBE,
  PROBES,
  PROBES_OF_2025,
  failed,
  passed,
  row,
  unseen,
  when,
} from './ending.ts'

export const PROTOCOL_EXPECTED: Expected<keyof typeof PROTOCOL_FAULTS> = {
  'initialize-other-version': row(failed('session', 'VER-01', 'server')),
  'initialize-old-version': row(unseen('that version may be the only one that the server knows')),
  'initialize-echoes-any-version': row(NEEDS_PROBE, when(PROBES, passed('VER-20'))),
  'versions-unchecked': row(
    NEEDS_PROBE,
    when(PROBES_OF_2025, passed('VER-03')),
    when(PROBES, passed('VER-06')),
  ),
  'version-error-without-data': row(NEEDS_PROBE, when(PROBES, passed('VER-06'))),
  'no-discover': row(passed('VER-07')),
  'discover-incomplete': row(passed('VER-07')),
  'initialize-refusal-unhelpful': row(
    NEEDS_PROBE,
    when(PROBES, passed('VER-06', { 'VER-08': 'the same refusal, of initialize' })),
  ),
  'meta-unchecked': row(NEEDS_PROBE, when(PROBES, passed('MET-02'))),
  'headers-unchecked': row(NEEDS_PROBE, when(PROBES, passed('MET-04'))),
  'unknown-method-200': row(NEEDS_PROBE, when(PROBES, passed('MET-05'))),
  'undefined-error-code': row(
    NEEDS_PROBE,
    when(PROBES, passed('MET-05', { 'MET-06': 'the code itself, which no revision defines' })),
  ),
  'draft-error-codes': row(NEEDS_PROBE, when(PROBES, passed('VER-06'))),
  'without-result-type': row(
    passed('MET-07', { 'VER-07': 'the discovery is one of these results' }),
  ),
  'without-server-info': row(passed('MET-08')),
  'initialize-without-version': row(passed('INI-01')),
  'initialize-without-capabilities': row(passed('INI-01')),
  'initialize-without-server-info': row(passed('INI-01')),
  'session-id-unprintable': row(passed('SES-01')),
  'session-undemanded': row(NEEDS_PROBE, when(PROBES, passed('SES-03'))),
  'session-missing-500': row(NEEDS_PROBE, when(PROBES, passed('SES-03'))),
  'session-lost': row(failed('tools', 'SES-21', 'server')),
  'session-outlives-end': row(NEEDS_PROBE, when(PROBES, passed('SES-04'))),
  'unknown-session-400': row(NEEDS_PROBE, when(PROBES, passed('SES-20'))),
  'ended-session-400': row(
    NEEDS_PROBE,
    when(PROBES, passed('SES-04', { 'SES-20': 'a session that is ended is an unknown one' })),
  ),
  'modern-session-id': row(passed('SES-06')),
}
