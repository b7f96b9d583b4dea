import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { servedIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const resultsHaveAType: Rule = {
  id: 'MET-07',
  name: 'results-have-a-type',
  title: 'Every result has resultType',
  level: 'must',
  spec: ['mcp-result-type-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    for (const { rpc, exchange, method } of servedIn(run)) {
      if (rpc.kind !== 'result' || method === 'initialize') continue
      if (typeof rpc.result['resultType'] === 'string') continue
      return fail({
        says: `Every result of 2026-07-28 must have resultType; the one of ${method} has none.`,
        fix: 'Add resultType to each result.',
        evidence: [inBody(exchange.id, rpc.form === 'object' ? '/result/resultType' : undefined)],
        paste: { title: 'Member of the result', text: '"resultType": "complete"' },
      })
    }
    return PASS
  },
}
