import { type ResponseOutcome, findHeader } from '../../http/exchange.ts'
import { stringsMember } from '../../http/json.ts'
import { asksForHandshake } from '../../run/behaviour/session-refusal.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { clipped, shownStatus } from '../shown.ts'
import { type Call, callsIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'

export const needsNoHandshake: Rule = {
  id: 'VER-09',
  name: 'needs-no-handshake',
  title: 'A server that names 2026-07-28 serves requests without a handshake',
  level: 'must',
  spec: ['mcp-statelessness-2026-07-28'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const calls = callsIn(run)
    const discover = calls.find(namesModern)
    if (discover === undefined) return notApplicable('The server does not name 2026-07-28')
    const alone = calls.filter(isAlone)
    const refused = alone.find(
      ({ rpc, answer }) =>
        rpc.kind !== 'result' && (asksForHandshake(answer) || isMended(calls, answer)),
    )
    if (refused === undefined) {
      return alone.some(({ rpc }) => rpc.kind === 'result')
        ? PASS
        : notReached('a request without a handshake')
    }
    const told = clipped(refused.answer.body.text) || 'an empty body'
    return fail({
      says: `The server names 2026-07-28 in server/discover, but refuses ${refused.method} before initialize, with ${shownStatus(refused.answer.status)} and ${told}: that revision knows no handshake.`,
      fix: 'Serve each request of 2026-07-28 on its own, or do not name that version.',
      evidence: [inBody(refused.exchange.id), inBody(discover.exchange.id)],
    })
  },
}

/** A request of 2026-07-28 with all that it needs, as each of that revision has. */
function isAlone({ method, exchange }: Call): boolean {
  const version = findHeader(exchange.request.headers, 'mcp-protocol-version')
  return version === '2026-07-28' && method !== 'server/discover' && exchange.step !== 'challenge'
}

/** Refused with 400, and served after `initialize`. */
function isMended(calls: readonly Call[], { status }: ResponseOutcome): boolean {
  const isMet = calls.some(({ method, rpc }) => method === 'initialize' && rpc.kind === 'result')
  return status === 400 && isMet
}

function namesModern({ method, rpc }: Call): boolean {
  return (
    method === 'server/discover' &&
    rpc.kind === 'result' &&
    (stringsMember(rpc.result, 'supportedVersions') ?? []).includes('2026-07-28')
  )
}
