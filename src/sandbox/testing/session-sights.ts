import type { Sandbox } from '../sandbox.ts'
import { bearer, looks } from './look.ts'
import { callLegacy, initialize } from './practice-client.ts'

/** What the revisions with `initialize` show. */
export const SESSION_SIGHTS = looks({
  initialize: (sandbox, { token }) => initialize(sandbox, '2025-11-25', { token }),
  'initialize of an unknown version': (sandbox, { token }) =>
    initialize(sandbox, '1900-01-01', { token }),
  'unknown session': (sandbox, { token }) =>
    callLegacy(sandbox, 'tools/list', inSession(token, 'session-of-nobody')),
  notification: (sandbox, { token, session }) =>
    callLegacy(sandbox, 'notifications/initialized', inSession(token, session)),
  'legacy list': (sandbox, { token, session }) =>
    callLegacy(sandbox, 'tools/list', inSession(token, session)),
  'legacy list without version': (sandbox, { token, session }) =>
    callLegacy(sandbox, 'tools/list', { token, headers: { 'Mcp-Session-Id': session } }),
  'unknown legacy version': (sandbox, { token, session }) =>
    callLegacy(sandbox, 'tools/list', {
      token,
      headers: { 'Mcp-Session-Id': session, 'MCP-Protocol-Version': '1900-01-01' },
    }),
  'no session': (sandbox, { token }) =>
    callLegacy(sandbox, 'tools/list', {
      token,
      headers: { 'MCP-Protocol-Version': '2025-11-25' },
    }),
  'no token in a session': (sandbox, { session }) =>
    callLegacy(sandbox, 'tools/list', { headers: { 'Mcp-Session-Id': session } }),
  'end of session': (sandbox, { token, session }) => endSession(sandbox, token, session),
  'ended session': async (sandbox, { token, session }) => {
    await endSession(sandbox, token, session)
    return callLegacy(sandbox, 'tools/list', inSession(token, session))
  },
})

function inSession(token: string, session: string) {
  return { token, headers: { 'Mcp-Session-Id': session, 'MCP-Protocol-Version': '2025-11-25' } }
}

function endSession(sandbox: Sandbox, token: string, session: string) {
  const headers = { ...bearer(token), 'Mcp-Session-Id': session }
  return sandbox.fetch(new Request(sandbox.options.server, { method: 'DELETE', headers }))
}
