import { known } from '../run/behaviour/known.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpPythonSdkV2 } from './mcp-python-sdk-v2.ts'

/** FastMCP client, as known of 4.0.0b3 (+10 commits), commit 743ddffd (2026-08-21). */
export const fastmcpClient = {
  id: 'fastmcp-client',
  name: 'FastMCP client',
  asOf: '4.0.0b3 (+10 commits), commit 743ddffd (2026-08-21)',
  seenIn: '2026-08',
  confidence: 'source-code',
  sources: [
    'https://github.com/PrefectHQ/fastmcp fastmcp_slim/fastmcp/client/auth/oauth.py@743ddffd',
  ],
  differs: known({
    ...mcpPythonSdkV2.differs,
    metadataHeaders: null,
    versions: null,
  }),
  redirectUris: ['http://localhost:{port}/callback'],
  documents: null,
  tokenAuthentication: ['client_secret_post', 'client_secret_basic', 'none'],
  refresh: 'expiry',
  notes: [
    'Depends on mcp>=2.0.0,<3.0.0.',
    'Python SDK rule; a caller scope is only in the initial metadata.',
    'issuer: exact string when PRM named the AS',
  ],
} as const satisfies ClientProfile
