import type { FaultName } from '../faults.ts'
import type { WalkOptions } from './ending.ts'

/** A fault that shows once what must fail is tried: the rules that such a walk breaks, and how it is walked besides. */
export type Probed = {
  readonly fault: FaultName
  readonly rules: readonly [string, ...string[]]
  readonly walk?: WalkOptions
}

const LEGACY = { revision: '2025-11-25' } as const
/** The client shows a document of its own. */
const DOCUMENT = { document: 'client' } as const

export const PROBED: readonly Probed[] = [
  { fault: 'bad-token-without-error', rules: ['CHL-09'] },
  { fault: 'bad-token-500', rules: ['USE-04'] },
  { fault: 'bad-token-403', rules: ['USE-04'] },
  { fault: 'bad-token-400', rules: ['USE-04'] },
  { fault: 'bad-token-200', rules: ['USE-04'] },
  { fault: 'any-token-accepted', rules: ['USE-04'] },
  { fault: 'other-audience-accepted', rules: ['USE-03'] },
  { fault: 'session-only-auth', rules: ['USE-06'] },
  { fault: 'query-token-accepted', rules: ['USE-09'] },
  { fault: 'any-origin-accepted', rules: ['ORG-01'] },
  { fault: 'wrong-accept-500', rules: ['TRN-22'] },
  { fault: 'get-404', rules: ['TRN-04'], walk: LEGACY },
  { fault: 'get-200-json', rules: ['TRN-04'], walk: LEGACY },
  { fault: 'modern-get-404', rules: ['TRN-05'] },
  { fault: 'initialize-echoes-any-version', rules: ['VER-20'] },
  { fault: 'versions-unchecked', rules: ['VER-03'], walk: LEGACY },
  { fault: 'versions-unchecked', rules: ['VER-06'] },
  { fault: 'version-header-demanded', rules: ['VER-04'] },
  { fault: 'version-error-without-data', rules: ['VER-06'] },
  { fault: 'initialize-refusal-unhelpful', rules: ['VER-06', 'VER-08'] },
  { fault: 'draft-error-codes', rules: ['VER-06'] },
  { fault: 'meta-unchecked', rules: ['MET-02'] },
  { fault: 'headers-unchecked', rules: ['MET-04'] },
  { fault: 'unknown-method-200', rules: ['MET-05'] },
  { fault: 'undefined-error-code', rules: ['MET-05', 'MET-06'] },
  { fault: 'session-undemanded', rules: ['SES-03'] },
  { fault: 'session-missing-500', rules: ['SES-03'] },
  { fault: 'session-outlives-end', rules: ['SES-04'] },
  { fault: 'ended-session-400', rules: ['SES-04', 'SES-20'] },
  { fault: 'unknown-session-400', rules: ['SES-20'] },
  { fault: 'cursor-unchecked', rules: ['TLI-03'] },
  { fault: 'prm-header-only', rules: ['PRM-10'] },
  { fault: 'asm-documents-disagree', rules: ['ASM-19'] },
  { fault: 'cors-on-authorize', rules: ['SEC-05'] },
  { fault: 'dcr-takes-any-redirect-uri', rules: ['URI-01'] },
  { fault: 'redirect-uri-unchecked', rules: ['URI-03'] },
  { fault: 'loopback-port-fixed', rules: ['URI-06'] },
  { fault: 'cimd-unchecked', rules: ['CIMD-10'], walk: DOCUMENT },
  { fault: 'redirect-uri-unchecked', rules: ['CIMD-11', 'URI-03'], walk: DOCUMENT },
  { fault: 'proxy-without-consent', rules: ['DCR-13'] },
  { fault: 'pkce-not-demanded', rules: ['PKCE-04'] },
  { fault: 'pkce-not-verified', rules: ['PKCE-05'] },
  { fault: 'code-unbound', rules: ['TOK-10'] },
  { fault: 'code-reusable', rules: ['TOK-08'] },
  { fault: 'token-html-error', rules: ['TOK-04'] },
  { fault: 'refresh-reusable', rules: ['REF-02'] },
]
