import type { TOKEN_FAULTS } from '../faults/token.ts'
import { type Expected, NEEDS_PROBE, PROBES, failed, passed, row, unseen, when } from './ending.ts'

const AT = 'token'
const REFRESH = { refresh: true } as const
const AFTER_TOOLS = unseen('the walk does not refresh unless it is told to')
const FORM = { 'TOK-04': 'in which form the refusal came, not that it is one' }

export const TOKEN_EXPECTED: Expected<keyof typeof TOKEN_FAULTS> = {
  'token-without-access-token': row(failed(AT, 'TOK-02', 'issuer')),
  'token-nested': row(failed(AT, 'TOK-02', 'issuer')),
  'token-form-encoded': row(passed('TOK-02')),
  'token-cut-off': row(failed(AT, 'TOK-02', 'issuer')),
  'token-cacheable': row(passed('TOK-03')),
  'token-html-error': row(NEEDS_PROBE, when(PROBES, passed('TOK-04'))),
  'token-html': row(failed(AT, 'TOK-04', 'issuer')),
  'token-error-200': row(failed(AT, 'TOK-20', 'issuer', FORM)),
  'token-500': row(failed(AT, 'TOK-04', 'issuer')),
  'token-empty-400': row(failed(AT, 'TOK-04', 'issuer')),
  'token-problem-json': row(failed(AT, 'TOK-04', 'issuer')),
  'token-type-mac': row(passed('TOK-05')),
  'token-type-missing': row(passed('TOK-02')),
  'token-expiry-string': row(passed('TOK-06')),
  'token-without-expiry': row(passed('TOK-06')),
  'token-long-lived': row(passed('TOK-07')),
  'code-refused': row(failed(AT, 'TOK-20', 'issuer')),
  'client-refused': row(failed(AT, 'TOK-20', 'issuer')),
  'grant-refused-with-401': row(failed(AT, 'TOK-20', 'issuer', FORM)),
  'token-refuses-resource': row(failed(AT, 'RES-05', 'issuer')),
  'token-chokes-on-resource': row(
    failed(AT, 'RES-05', 'issuer', { 'TOK-09': 'why resource was refused' }),
  ),
  'code-reusable': row(NEEDS_PROBE, when(PROBES, passed('TOK-08'))),
  'code-unbound': row(NEEDS_PROBE, when(PROBES, passed('TOK-10'))),
  'audience-other': row(passed('AUD-02')),
  'audience-missing': row(passed('AUD-02')),
  'scope-silently-narrowed': row(passed('SCO-08')),
  'refresh-not-rotated': row(AFTER_TOOLS, when(REFRESH, passed('REF-01'))),
  'refresh-reusable': row(AFTER_TOOLS, when(PROBES, passed('REF-02'))),
  'refresh-500': row(
    AFTER_TOOLS,
    when(REFRESH, passed('TOK-04', { 'REF-20': 'that the refresh failed' })),
  ),
  'refresh-refused': row(AFTER_TOOLS, when(REFRESH, passed('REF-20'))),
  'refresh-never-issued': row(unseen('nobody has to issue one'), when(REFRESH, passed('REF-05'))),
}
