import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inBody } from '../evidence.ts'
import { probeSeen, rpcError } from '../probe-seen.ts'
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
    const refused = refusalIn(run)
    if (refused === undefined) return notApplicable('No initialize was refused')
    const isModern = calls.some(
      ({ rpc }) => rpc.kind === 'result' && rpc.result['resultType'] !== undefined,
    )
    if (!isModern) return notApplicable('The server does not show that it speaks 2026-07-28')
    if (namesOther(refused.error, refused.exchange.request.body?.text ?? '')) return PASS
    return fail({
      says: 'A server that knows no initialize should name its versions when it refuses it; the error names none.',
      fix: 'Put the versions into data.supported of the error.',
      evidence: [inBody(refused.exchange.id, '/error')],
      paste: { title: 'Member of the error', text: '"data": { "supported": ["2026-07-28"] }' },
    })
  },
}

/** An error that only repeats the version of the request names none. */
function namesOther(error: object, asked: string): boolean {
  const told = JSON.stringify(error).match(/\d{4}-\d{2}-\d{2}/g) ?? []
  return told.some((version) => !asked.includes(version))
}

/** The refusal of an `initialize` that the walk made, or a negative test. */
function refusalIn(run: Run) {
  for (const { method, rpc, exchange } of callsIn(run)) {
    if (method === 'initialize' && rpc.kind === 'error') {
      return { error: rpc.error, exchange }
    }
  }
  const probed = probeSeen(run, 'legacy-initialize')
  const error = probed.kind === 'answered' ? rpcError(probed) : undefined
  return error && probed.kind === 'answered' ? { error, exchange: probed.exchange } : undefined
}
