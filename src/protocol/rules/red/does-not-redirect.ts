import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader, inOutcome } from '../evidence.ts'
import { asked, checksThatHeldBack, hasAnswer, wasRepeated } from '../net/ended-without-answer.ts'
import { endFirst } from '../record.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { isSameOrigin } from './redirect-target.ts'

export const doesNotRedirect: Rule = {
  id: 'RED-01',
  name: 'does-not-redirect',
  title: 'MCP endpoint, metadata, registration and token endpoint answer without a redirect',
  level: 'practice',
  spec: ['rfc9728-3.2', 'rfc8414-3.2'],
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    for (const exchange of endFirst(run, [...asked(run), ...checksThatHeldBack(run)])) {
      const verdict = judge(run, exchange)
      if (verdict) return verdict
    }
    return hasAnswer(run) ? PASS : notReached('any answer')
  },
}

function judge(run: Run, exchange: Exchange): Verdict | undefined {
  const { request, outcome } = exchange
  const owner = exchange.to === 'issuer' ? 'issuer' : 'server'
  if (outcome.kind === 'redirect-hidden' && !wasRepeated(run, exchange)) {
    return fail({
      says: `${request.url} redirects, and a browser does not show where to.`,
      fix: 'Enter the address that it leads to, or answer here.',
      evidence: [inOutcome(exchange.id)],
      culprit: owner,
    })
  }
  const answer = answerOf(exchange)
  if (!answer || answer.status < 300 || answer.status > 399) return undefined
  const location = findHeader(answer.headers, 'location')
  if (location === undefined) return undefined
  const lost = isSameOrigin(request.url, location)
    ? 'identifiers no longer match the address'
    : 'clients drop the token on the way to another origin'
  return fail({
    says: `${request.method} ${request.url} is redirected with ${answer.status} to ${quoted(location)}; ${lost}.`,
    fix: 'Answer at this address, or give people the address that it leads to.',
    evidence: [inHeader(exchange.id, 'location')],
    culprit: owner,
    compare: [
      { label: 'Address that was asked', value: request.url },
      { label: 'Location', value: location },
    ],
  })
}
