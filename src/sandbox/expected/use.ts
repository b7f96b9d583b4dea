import type { USE_FAULTS } from '../faults/use.ts'
import { type Expected, NEEDS_PROBE, PROBES, failed, passed, row, unseen, when } from './ending.ts'

const CALL = { call: 'open_vault' } as const
const LATER = unseen('a list of tools needs no further scope')
const REFUSAL = 'the refusal in itself'
/** A client cannot know what to ask for. */
const NO_STEP_UP = when(CALL, failed('tools', 'SCO-09', 'server', { 'SCO-20': REFUSAL }))

export const USE_EXPECTED: Expected<keyof typeof USE_FAULTS> = {
  'bad-token-500': row(NEEDS_PROBE, when(PROBES, passed('USE-04'))),
  'bad-token-403': row(NEEDS_PROBE, when(PROBES, passed('USE-04'))),
  'bad-token-400': row(NEEDS_PROBE, when(PROBES, passed('USE-04'))),
  'bad-token-200': row(NEEDS_PROBE, when(PROBES, passed('USE-04'))),
  'fresh-token-refused': row(failed('session', 'USE-05', 'server')),
  'other-audience-demanded': row(
    failed('session', 'AUD-02', 'issuer', { 'USE-05': 'the refusal that the audience led to' }),
  ),
  'any-token-accepted': row(NEEDS_PROBE, when(PROBES, passed('USE-04'))),
  'other-audience-accepted': row(NEEDS_PROBE, when(PROBES, passed('USE-03'))),
  'expired-token-accepted': row(
    NEEDS_PROBE,
    when(PROBES, unseen('no test waits until a token expires')),
  ),
  'session-only-auth': row(NEEDS_PROBE, when(PROBES, passed('USE-06'))),
  'query-token-accepted': row(NEEDS_PROBE, when(PROBES, passed('USE-09'))),
  'step-up-without-challenge': row(
    LATER,
    when(CALL, failed('tools', 'SCO-20', 'server')),
    when(
      { ...CALL, transport: 'relay' },
      failed('tools', 'SCO-09', 'server', { 'SCO-20': REFUSAL }),
    ),
  ),
  'step-up-without-error': row(LATER, NO_STEP_UP),
  'step-up-without-scope': row(LATER, NO_STEP_UP),
  'step-up-without-pointer': row(LATER, when(CALL, passed('SCO-09'))),
  'step-up-other-pointer': row(LATER, when(CALL, passed('CHL-14'))),
  'step-up-forever': row(failed('authorization', 'SCO-12', 'server', { 'SCO-20': REFUSAL })),
  'step-up-one-by-one': row(passed('SCO-10')),
  'step-up-401': row(LATER, when(CALL, failed('tools', 'SCO-15', 'server'))),
  'step-up-404': row(LATER, when(CALL, failed('tools', 'TRN-21', 'server'))),
  'step-up-tool-error': row(LATER, when(CALL, passed('TRN-06'))),
  'moves-issuer': row(unseen('the walk follows to the other issuer, as it must')),
}
