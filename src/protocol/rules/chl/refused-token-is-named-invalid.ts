import { parseChallenges } from '../../http/challenge.ts'
import { findHeader, joinHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { probeSeen } from '../probe-seen.ts'
import { answeredIn } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { HIDDEN } from './challenge-header.ts'

export const refusedTokenIsNamedInvalid: Rule = {
  id: 'CHL-09',
  name: 'refused-token-is-named-invalid',
  title: 'A refused token is answered with error="invalid_token"',
  level: 'should',
  spec: ['oauth21-bearer-challenge', 'rfc6750-3.1'],
  since: '2025-06-18',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const probed = probeSeen(run, 'garbage-token')
    const refused = [
      ...(probed.kind === 'answered' ? [probed] : []),
      ...answeredIn(run, 'session'),
      ...answeredIn(run, 'tools'),
    ].findLast(
      ({ exchange, answer }) =>
        answer.status === 401 &&
        exchange.to === 'server' &&
        exchange.request.method !== 'DELETE' &&
        findHeader(exchange.request.headers, 'authorization') !== undefined,
    )
    if (refused === undefined) return notApplicable('No token was refused')
    const { exchange, answer } = refused
    const raw = joinHeader(answer.headers, 'www-authenticate')
    if (raw === undefined && !answer.headersComplete) return cannotTell(HIDDEN)
    const reading = raw === undefined ? undefined : parseChallenges(raw).lenient
    const error = reading?.kind === 'bearer' ? reading.parameters['error'] : undefined
    if (error === 'invalid_token') return PASS
    if (error === 'insufficient_scope') return notApplicable('The token lacks a scope: SCO-15')
    return fail({
      says: `A 401 to a token should say error="invalid_token"; it says ${error === undefined ? 'no error' : `error="${error}"`}.`,
      fix: 'Add error="invalid_token" to the challenge when a token came and was refused.',
      evidence: [inHeader(exchange.id, 'www-authenticate')],
      paste: {
        title: 'Header of that 401',
        text: 'WWW-Authenticate: Bearer error="invalid_token"',
      },
    })
  },
}
