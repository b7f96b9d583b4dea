import { broken, either } from '../looks.ts'
import { type Quirk, thread } from '../quirk.ts'

/** What keeps pages out where native clients get in. */
export const CORS_QUIRKS: readonly Quirk[] = [
  {
    id: 'Q09',
    rules: ['ORG-02', 'CORS-01'],
    sees: broken('ORG-02'),
    does: 'The SDKs guard local servers against DNS rebinding with a list of origins. A page tells its Origin truthfully and gets 403 before any sign-in, where a native client, which sends none, gets in.',
    advice:
      'Add the origin of this page to allowedOrigins (TypeScript) or allowed_origins (Python), beside the CORS headers, or go through the relay.',
    source: thread('modelcontextprotocol/modelcontextprotocol/issues/3370', '2026-09-18'),
  },
  {
    id: 'Q13',
    rules: ['CORS-06'],
    sees: broken('CORS-06'),
    does: 'Authentication runs before CORS: a preflight never carries a token, so it gets the 401 that was meant for the request. IBM Context Forge and many others had that order.',
    advice: 'Register the CORS middleware outermost, or let OPTIONS pass the authentication.',
    source: thread('IBM/mcp-context-forge/issues/2152', '2026-01-18'),
  },
  {
    id: 'Q14',
    rules: ['CORS-01'],
    sees: broken('CORS-01'),
    does: 'The 401 is written by another layer than the answers that carry CORS headers, as in the remote MCP client of Better Auth: the preflight passes, and the challenge cannot be read.',
    advice:
      'Add Access-Control-Allow-Origin and Access-Control-Expose-Headers: WWW-Authenticate to the 401 too.',
    source: thread('better-auth/better-auth/issues/10272', '2026-06-29'),
  },
  {
    id: 'Q15',
    rules: ['CORS-02', 'CORS-03'],
    sees: either(broken('CORS-02'), broken('CORS-03')),
    does: 'Access-Control-Allow-Origin alone shows a page seven plain headers and no others. Twenty sent the challenge and did not expose it, and connectors said "Couldn\'t reach the MCP server".',
    advice: 'Send Access-Control-Expose-Headers: WWW-Authenticate, Mcp-Session-Id.',
    source: thread('twentyhq/twenty/pull/19836', '2026-04-18'),
  },
  {
    id: 'Q16',
    rules: ['CORS-04', 'CORS-05'],
    sees: either(broken('CORS-04'), broken('CORS-05')),
    does: 'The list of allowed headers was written for an older revision, Content-Type, Authorization and Accept in OpenMetadata, or is *, which never covers Authorization.',
    advice:
      'Allow by name: Authorization, Content-Type, MCP-Protocol-Version, Mcp-Method, Mcp-Name, Mcp-Session-Id.',
    source: thread('open-metadata/OpenMetadata/issues/30673', '2026-07-30'),
  },
  {
    id: 'Q17',
    rules: ['CORS-08'],
    sees: broken('CORS-08'),
    does: 'The MCP endpoint was given CORS headers and the documents beside it were not. Asana served its authorization server metadata so, and pages had to fetch it through a proxy of their own.',
    advice:
      'Send Access-Control-Allow-Origin: * with everything below /.well-known/; these documents are public.',
    source: thread('MCPJam/inspector/pull/342', '2025-08-05'),
  },
]
