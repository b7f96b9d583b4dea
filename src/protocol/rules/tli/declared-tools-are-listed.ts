import { isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { hasLostSession, mayLackSession } from '../ses/session-refusal.ts'
import { clipped, quoted, shownJson, shownStatus } from '../shown.ts'
import { type Call, callsIn } from '../trn/rpc-calls.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'

export const declaredToolsAreListed: Rule = {
  id: 'TLI-01',
  name: 'declared-tools-are-listed',
  title: 'A server that declares tools answers tools/list with a list',
  level: 'must',
  spec: ['mcp-tools-2026-07-28'],
  step: 'tools',
  stops: true,
  culprit: 'server',
  check(run) {
    const session = run.facts.session
    if (session === undefined) return notReached('tools/list')
    const calls = callsIn(run).filter(
      ({ method, exchange }) => method === 'tools/list' && exchange.step !== 'challenge',
    )
    const last = calls.at(-1)
    if (last === undefined) return notReached('tools/list')
    if (last.rpc.kind === 'result' && isJsonArray(last.rpc.result['tools'])) return PASS
    if (last.answer.status === 401 || last.answer.status === 403) {
      return cannotTell(`tools/list was refused with ${last.answer.status}`)
    }
    if (hasLostSession(last)) return notApplicable('The session was lost: SES-21')
    if (mayLackSession(session, last)) {
      return cannotTell(
        'The page may not see whether there is a session id that it should send: CORS-03',
      )
    }
    if (session.capabilities === null)
      return cannotTell('The server did not declare what it can do')
    if (session.capabilities['tools'] === undefined) {
      return notApplicable('The server declares no tools')
    }
    return fail({
      says: `The server declares tools and must answer tools/list with a list; ${whatCame(last)}.`,
      fix: fixFor(last),
      evidence: [inBody(last.exchange.id)],
      paste: { title: 'Member of the result', text: '"tools": []' },
    })
  },
}

function fixFor({ rpc, answer }: Call): string {
  const isKnown = rpc.kind === 'error' ? rpc.error.code !== -32601 : answer.status >= 500
  return isKnown
    ? 'Find the error in the log of the MCP server.'
    : 'Answer tools/list with a result that has tools, or do not declare the capability.'
}

function whatCame({ rpc, answer }: Call): string {
  const status = shownStatus(answer.status)
  switch (rpc.kind) {
    case 'result':
      return `its tools are ${shownJson(rpc.result['tools'])}`
    case 'error':
      return `${status} came with error ${rpc.error.code}: ${quoted(rpc.error.message)}`
    case 'none':
      return `${status} came with ${clipped(answer.body.text) || 'an empty body'}`
  }
}
