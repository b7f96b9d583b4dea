import { objectMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { servedIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const resultsNameTheServer: Rule = {
  id: 'MET-08',
  name: 'results-name-the-server',
  title: 'Results name the server in _meta',
  level: 'should',
  spec: ['mcp-meta-2026-07-28'],
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
      const meta = objectMember(rpc.result, '_meta')
      if (objectMember(meta, 'io.modelcontextprotocol/serverInfo')) continue
      return fail({
        says: `Results should name the server in _meta["io.modelcontextprotocol/serverInfo"]; the one of ${method} does not.`,
        fix: 'Add name and version of the server to _meta of each result.',
        evidence: [inBody(exchange.id, rpc.form === 'object' ? '/result/_meta' : undefined)],
        paste: {
          title: 'Member of the result',
          text: '"_meta": { "io.modelcontextprotocol/serverInfo": { "name": "<server>", "version": "<version>" } }',
        },
      })
    }
    return PASS
  },
}
