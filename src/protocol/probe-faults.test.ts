import { expect, test } from 'vitest'
import { type FaultName, withFault } from '../sandbox/faults.ts'
import { openPractice } from './practice-walk.ts'
import type { RunConfig } from './run/config.ts'

/** Rows: a fault, the rules that its walk breaks once what must fail is tried, and how it is walked. */
const ROWS: readonly (readonly [FaultName, string, Partial<RunConfig>?])[] = [
  ['bad-token-500', 'USE-04'],
  ['bad-token-403', 'USE-04'],
  ['bad-token-400', 'USE-04'],
  ['bad-token-200', 'USE-04'],
  ['any-token-accepted', 'USE-04'],
  ['other-audience-accepted', 'USE-03'],
  ['session-only-auth', 'USE-06'],
  ['query-token-accepted', 'USE-09'],
  ['any-origin-accepted', 'ORG-01'],
  ['wrong-accept-500', 'TRN-22'],
  ['get-404', 'TRN-04', { revision: '2025-11-25' }],
  ['get-200-json', 'TRN-04', { revision: '2025-11-25' }],
  ['modern-get-404', 'TRN-05'],
  ['initialize-echoes-any-version', 'VER-20'],
  ['versions-unchecked', 'VER-03', { revision: '2025-11-25' }],
  ['versions-unchecked', 'VER-06'],
  ['version-header-demanded', 'VER-04'],
  ['version-error-without-data', 'VER-06'],
  ['initialize-refusal-unhelpful', 'VER-06 VER-08'],
  ['draft-error-codes', 'VER-06'],
  ['meta-unchecked', 'MET-02'],
  ['headers-unchecked', 'MET-04'],
  ['unknown-method-200', 'MET-05'],
  ['undefined-error-code', 'MET-05 MET-06'],
  ['session-undemanded', 'SES-03'],
  ['session-missing-500', 'SES-03'],
  ['session-outlives-end', 'SES-04'],
  ['ended-session-400', 'SES-04 SES-20'],
  ['unknown-session-400', 'SES-20'],
  ['cursor-unchecked', 'TLI-03'],
  ['prm-header-only', 'PRM-10'],
  ['asm-documents-disagree', 'ASM-19'],
  ['cors-on-authorize', 'SEC-05'],
  ['dcr-takes-any-redirect-uri', 'URI-01'],
  ['redirect-uri-unchecked', 'URI-03'],
  ['loopback-port-fixed', 'URI-06'],
  ['cimd-unchecked', 'CIMD-10', { clientDocument: 'https://client.example/c.json' }],
  ['redirect-uri-unchecked', 'CIMD-11 URI-03', { clientDocument: 'https://client.example/c.json' }],
  ['proxy-without-consent', 'DCR-13'],
  ['pkce-not-demanded', 'PKCE-04'],
  ['pkce-not-verified', 'PKCE-05'],
  ['code-unbound', 'TOK-10'],
  ['code-reusable', 'TOK-08'],
  ['token-html-error', 'TOK-04'],
  ['refresh-reusable', 'REF-02'],
]

const REDIRECT = 'http://127.0.0.1:4280/callback.html'
const SERVER = 'http://localhost:4281/mcp'

const WALKS = ROWS.map(([fault, rules, config = {}]) => ({ fault, rules, config }))

test.each(WALKS)('$fault breaks $rules, and nothing else', async ({ fault, rules, config }) => {
  const isProxy = fault === 'proxy-without-consent'
  const issuer = isProxy ? new URL(SERVER).origin : 'http://localhost:4282'
  const practice = openPractice({
    sandbox: { ...withFault({ server: SERVER, issuer }, fault), fetchDocument },
    reach: 'browser-and-relay',
    config: { also: ['probes'], redirectUri: REDIRECT, ...config },
  })
  await practice.go()
  await practice.comeBack()
  await practice.go()
  const { findings, outcome } = practice.document()
  const broken = findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)
  expect(broken.toSorted().join(' ')).toBe(rules)
  expect(outcome.status).toBe('passed')
})

/** The client's own document, which a host of files serves with any query. */
function fetchDocument(): Promise<Response> {
  return Promise.resolve(
    Response.json({
      client_id: 'https://client.example/c.json',
      client_name: 'Flow',
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code', 'refresh_token'],
    }),
  )
}
