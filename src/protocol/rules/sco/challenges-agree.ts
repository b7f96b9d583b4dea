import { parseChallenges } from '../../http/challenge.ts'
import { findHeader, joinHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { type Posted, postedIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const challengesAgree: Rule = {
  id: 'SCO-06',
  name: 'challenges-agree',
  title: 'The same request is challenged with the same scopes',
  level: 'should',
  spec: ['mcp-scopes-2026-07-28'],
  since: '2025-11-25',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = challengesIn(run)
    for (const one of seen) {
      const other = seen.find(({ method, scope }) => method === one.method && scope !== one.scope)
      if (other === undefined) continue
      return fail({
        says: `${one.method} without a token should be challenged with the same scopes each time; it was ${quoted(one.scope)}, then ${quoted(other.scope)}.`,
        fix: 'Name the same scopes for the same request.',
        evidence: [
          inHeader(one.exchange, 'www-authenticate'),
          inHeader(other.exchange, 'www-authenticate'),
        ],
      })
    }
    return seen.length > 1 ? PASS : notApplicable('There was one challenge at most')
  },
}

function challengesIn(run: Run) {
  return postedIn(run)
    .filter(({ answer }) => answer.status === 401)
    .flatMap((posted) => {
      const scope = scopeOf(posted)
      return scope === undefined
        ? []
        : [{ method: posted.method, scope, exchange: posted.exchange.id }]
    })
}

/** The scopes of a challenge to a request without a token, in one order. */
function scopeOf({ exchange, answer }: Posted): string | undefined {
  if (findHeader(exchange.request.headers, 'authorization') !== undefined) return undefined
  const raw = joinHeader(answer.headers, 'www-authenticate')
  const reading = raw === undefined ? undefined : parseChallenges(raw).lenient
  if (reading?.kind !== 'bearer') return undefined
  return (reading.parameters['scope'] ?? '').split(' ').toSorted().join(' ')
}
