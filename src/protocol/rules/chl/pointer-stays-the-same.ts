import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { parametersOf, refusalsWithToken } from '../sco/refusal-with-token.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const pointerStaysTheSame: Rule = {
  id: 'CHL-14',
  name: 'pointer-stays-the-same',
  title: 'A 403 names the same resource metadata as the 401',
  level: 'should',
  spec: ['mcp-insufficient-scope-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const pointers = refusalsWithToken(run).flatMap((refusal) => {
      const pointer = parametersOf(refusal)['resource_metadata']
      return pointer === undefined ? [] : [{ pointer, exchange: refusal.exchange.id }]
    })
    const [first] = pointers
    if (first === undefined) return notApplicable('No 403 named resource metadata')
    const challenge = run.facts.challenge
    const expected = challenge?.resourceMetadata
    if (challenge === undefined || expected === undefined) return cannotTell('The 401 names none')
    const other = pointers.find(({ pointer }) => pointer !== expected)
    if (other === undefined) return PASS
    return fail({
      says: `A 403 should name the same resource metadata as the 401, ${expected}; it names ${other.pointer}.`,
      fix: 'Use one address for the resource metadata in every challenge.',
      evidence: [
        inHeader(other.exchange, 'www-authenticate'),
        inHeader(challenge.exchange, 'www-authenticate'),
      ],
      compare: [
        { label: 'resource_metadata of the 401', value: expected },
        { label: 'resource_metadata of the 403', value: other.pointer },
      ],
    })
  },
}
