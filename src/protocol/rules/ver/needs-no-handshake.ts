import { type ResponseOutcome, findHeader } from '../../http/exchange.ts'
import { type JsonObject, isJsonObject, stringsMember } from '../../http/json.ts'
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
    const naming = calls.find(namesModern)
    if (naming === undefined) return notApplicable('The server does not name 2026-07-28')
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
    const where =
      naming.rpc.kind === 'result' ? 'server/discover' : `its refusal of ${naming.method}`
    const told = clipped(refused.answer.body.text) || 'an empty body'
    return fail({
      says: `The server names 2026-07-28 in ${where}, but refuses ${refused.method} on its own, with ${shownStatus(refused.answer.status)} and ${told}: that revision knows no handshake.`,
      fix: 'Serve each request of 2026-07-28 on its own, or do not name that version.',
      evidence: [inBody(refused.exchange.id), inBody(naming.exchange.id)],
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

/** In the answer to server/discover, or in the error that refuses another version (-32022). */
function namesModern({ method, rpc }: Call): boolean {
  if (rpc.kind === 'none') return false
  if (rpc.kind === 'result') {
    return method === 'server/discover' && isNamed(rpc.result, 'supportedVersions')
  }
  const { code, data } = rpc.error
  return code === -32022 && isJsonObject(data) && isNamed(data, 'supported')
}

function isNamed(object: JsonObject, member: string): boolean {
  return (stringsMember(object, member) ?? []).includes('2026-07-28')
}
