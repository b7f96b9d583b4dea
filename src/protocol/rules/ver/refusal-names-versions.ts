import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { callsIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const refusalNamesVersions: Rule = {
  id: 'VER-08',
  name: 'refusal-names-versions',
  title: 'A server without initialize names its versions when it refuses it',
  level: 'should',
  spec: ['mcp-versioning-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const calls = callsIn(run)
    const refused = calls.find(({ method, rpc }) => method === 'initialize' && rpc.kind === 'error')
    if (refused?.rpc.kind !== 'error') return notApplicable('No initialize was refused')
    const isModern = calls.some(
      ({ rpc }) => rpc.kind === 'result' && rpc.result['resultType'] !== undefined,
    )
    if (!isModern) return notApplicable('The server does not show that it speaks 2026-07-28')
    const told = JSON.stringify(refused.rpc.error)
    if (/\d{4}-\d{2}-\d{2}/.test(told)) return PASS
    return fail({
      says: 'A server that knows no initialize should name its versions when it refuses it; the error names none.',
      fix: 'Put the versions into data.supported of the error.',
      evidence: [inBody(refused.exchange.id, '/error')],
      paste: { title: 'Member of the error', text: '"data": { "supported": ["2026-07-28"] }' },
    })
  },
}
