import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { type Call, callsIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const needsNoHandshake: Rule = {
  id: 'VER-09',
  name: 'needs-no-handshake',
  title: 'A server that names 2026-07-28 serves requests without a handshake',
  level: 'must',
  spec: ['mcp-statelessness-2026-07-28'],
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const calls = callsIn(run)
    const discover = calls.find(namesModern)
    if (discover === undefined) return notApplicable('The server does not name 2026-07-28')
    const refused = calls.find(
      ({ method, rpc, answer }) =>
        method === 'tools/list' && rpc.kind !== 'result' && answer.status === 400,
    )
    const initialized = calls.some(
      ({ method, rpc }) => method === 'initialize' && rpc.kind === 'result',
    )
    if (refused === undefined || !initialized) return PASS
    return fail({
      says: 'The server names 2026-07-28 in server/discover, but answers tools/list with 400 before initialize: that revision knows no handshake.',
      fix: 'Serve each request of 2026-07-28 on its own, or do not name that version.',
      evidence: [inBody(refused.exchange.id), inBody(discover.exchange.id)],
    })
  },
}

function namesModern({ method, rpc }: Call): boolean {
  return (
    method === 'server/discover' &&
    rpc.kind === 'result' &&
    (stringsMember(rpc.result, 'supportedVersions') ?? []).includes('2026-07-28')
  )
}
