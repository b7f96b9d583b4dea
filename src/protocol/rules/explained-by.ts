import type { FlowErrorCode } from '../run/events.ts'

/** What only concerns pages. */
const PAGE_RULES = [
  'CORS-01',
  'CORS-04',
  'CORS-05',
  'CORS-06',
  'CORS-07',
  'CORS-08',
  'CORS-09',
  'CORS-10',
] as const

/** What concerns the way to a host. */
const NETWORK_RULES = ['NET-01', 'NET-02', 'NET-03', 'NET-04', 'NET-05', 'NET-06'] as const

/**
 * Why a step can fail, and the rules that name the root of it. Such a rule ends a walk only when a step failed that
 * way: a page may be unable to read an answer, say, and the walk goes on through the relay all the same. The other
 * rules with `stops` forbid a client to go on, whatever the walk could do.
 */
export const EXPLAINED_BY: { readonly [code in FlowErrorCode]: readonly string[] } = {
  unreachable: ['RED-01', 'ORG-02', ...PAGE_RULES, ...NETWORK_RULES],
  timeout: ['NET-03', 'NET-04'],
  'not-streamable-http': ['TRN-20'],
  'unexpected-status': ['CHL-01', 'ORG-02', 'ERR-02', 'NET-04'],
  redirected: ['CHL-01', 'RED-01'],
  'no-resource-metadata': [
    'CHL-02',
    'CHL-03',
    'CHL-04',
    'CHL-05',
    'CHL-12',
    'PRM-01',
    'PRM-03',
    'PRM-09',
    'PRM-16',
    'CORS-02',
    'CORS-08',
    'RED-01',
    ...NETWORK_RULES,
  ],
  'no-issuer': ['PRM-01', 'PRM-11'],
  'no-server-metadata': ['PRM-11', 'ASM-01', 'ASM-02', 'CORS-08', 'RED-01', ...NETWORK_RULES],
  'no-endpoint': ['ASM-20', 'ASM-06'],
  'unsafe-url': ['CHL-12', 'PRM-05', 'PRM-11', 'ASM-05', 'ASM-11', 'SEC-20'],
  'registration-refused': [
    'ASM-20',
    'DCR-01',
    'DCR-02',
    'DCR-04',
    'DCR-06',
    'DCR-20',
    'DCR-21',
    'RED-01',
    'NET-04',
  ],
  'no-client': ['ASM-20', 'ASM-14'],
  'issuer-changed': ['REG-04'],
  'authorization-refused': ['CHL-07', 'ASM-07', 'ASM-08', 'AUR-02', 'CIMD-09', 'RES-05', 'AUZ-20'],
  'bad-callback': ['AUR-02', 'AUR-03', 'AUR-04', 'ISS-04', 'ISS-05'],
  'no-code': ['ASM-20', 'AUR-03'],
  'token-refused': ['ASM-08', 'ASM-16', 'CIMD-09', 'RES-05', 'TOK-04', 'TOK-20', 'REF-20'],
  'bad-token-answer': ['ASM-20', 'TOK-02', 'TOK-04', 'TOK-05', 'RED-01', 'NET-04', 'REF-20'],
  'token-rejected': ['AUD-02', 'SCO-15', 'USE-05'],
  'insufficient-scope': ['ORG-02', 'SCO-09', 'SCO-12', 'SCO-20'],
  'too-many-authorizations': ['SCO-12'],
  'bad-mcp-answer': [
    'TRN-02',
    'TRN-06',
    'VER-01',
    'VER-09',
    'SES-21',
    'INI-01',
    'TLI-01',
    'CORS-03',
    'TRN-21',
    'RED-01',
    'NET-04',
  ],
  'no-refresh-token': ['REF-05'],
  'no-revocation-endpoint': ['ASM-30'],
  'bad-key': ['REG-20'],
  'unsafe-to-send': ['CORS-09', 'RED-01', 'NET-03'],
  defect: ['DBG-01'],
}
