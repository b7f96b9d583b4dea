import type { CHALLENGE_FAULTS } from '../faults/challenge.ts'
import {
  ALONE,
  type Expected,
  NEEDS_PROBE,
  PROBES,
  failed,
  passed,
  row,
  unseen,
  when,
} from './ending.ts'

const OLD = { revision: '2025-06-18' } as const

export const CHALLENGE_EXPECTED: Expected<keyof typeof CHALLENGE_FAULTS> = {
  'no-token-403': row(passed('CHL-01')),
  'no-token-404': row(failed('challenge', 'CHL-01', 'server')),
  'no-token-500': row(failed('challenge', 'CHL-01', 'server')),
  'no-token-200-error': row(failed('challenge', 'CHL-01', 'server')),
  'no-token-login-redirect': row(
    failed('challenge', 'CHL-01', 'server', { 'RED-01': 'the redirect in itself' }),
    when(ALONE, failed('challenge', 'RED-01', 'server')),
  ),
  'nothing-leads-to-issuer': row(failed('resource-metadata', 'CHL-03', 'server')),
  'challenge-without-pointer': row(
    unseen('later revisions need no pointer where a well-known address has the document'),
    when(OLD, failed('resource-metadata', 'CHL-02', 'server')),
  ),
  'no-challenge': row(
    passed('CHL-04'),
    when(ALONE, unseen('a page cannot tell a hidden header from a missing one')),
    when(OLD, failed('resource-metadata', 'CHL-04', 'server')),
  ),
  'challenge-of-other-scheme': row(
    passed('CHL-05'),
    when(OLD, failed('resource-metadata', 'CHL-05', 'server')),
  ),
  'challenge-bare': row(
    passed('CHL-05', { 'CHL-10': 'without parameters there is no scope either' }),
    when(
      OLD,
      failed('resource-metadata', 'CHL-02', 'server', { 'CHL-05': 'and nothing else is there' }),
    ),
  ),
  'challenge-scope-twice': row(passed('CHL-06')),
  'challenge-pointer-twice': row(passed('CHL-06', { 'CHL-12': 'the first of the two is wrong' })),
  'challenge-scope-double-space': row(passed('CHL-07')),
  'challenge-scope-characters': row(
    failed('callback', 'CHL-07', 'server', { 'AUZ-20': 'the refusal that the bad scope led to' }),
  ),
  'challenge-spaced': row(passed('CHL-05')),
  'challenge-single-quotes': row(passed('CHL-05')),
  'challenge-unquoted-url': row(passed('CHL-05')),
  'challenge-missing-comma': row(passed('CHL-05')),
  'challenge-unterminated': row(passed('CHL-05')),
  'challenge-error-without-token': row(passed('CHL-08')),
  'bad-token-without-error': row(NEEDS_PROBE, when(PROBES, passed('CHL-09'))),
  'challenge-without-scope': row(passed('CHL-10')),
  'challenge-inconsistent': row(unseen('a plain walk is challenged once')),
  'pointer-to-nothing': row(
    passed('CHL-12'),
    when(OLD, failed('resource-metadata', 'CHL-12', 'server')),
  ),
  'pointer-relative': row(
    passed('CHL-12'),
    when(OLD, failed('resource-metadata', 'CHL-12', 'server')),
  ),
  'pointer-to-html': row(
    passed('CHL-12'),
    when(OLD, failed('resource-metadata', 'CHL-12', 'server')),
  ),
  'pointer-to-resource': row(
    passed('CHL-12'),
    when(OLD, failed('resource-metadata', 'CHL-12', 'server')),
  ),
  'challenge-offers-offline-access': row(passed('PRM-13')),
  'forbidden-without-token': row(
    passed('CHL-01', { 'ERR-02': 'which error the wrong status came with' }),
  ),
}
