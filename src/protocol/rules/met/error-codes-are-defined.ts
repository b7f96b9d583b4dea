import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { callsIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const errorCodesAreDefined: Rule = {
  id: 'MET-06',
  name: 'error-codes-are-defined',
  title: 'Errors use defined codes only',
  level: 'must',
  spec: ['mcp-error-codes-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    for (const { rpc, exchange, method } of callsIn(run)) {
      if (rpc.kind !== 'error' || method === 'initialize' || isAllowed(rpc.error.code)) continue
      return fail({
        says: `Errors of 2026-07-28 must use defined codes; ${method} was answered with ${rpc.error.code}.`,
        fix: 'Use -32020, -32021 or -32022 for their cases, or a code outside -32020 to -32099.',
        evidence: [inBody(exchange.id, rpc.form === 'object' ? '/error/code' : undefined)],
      })
    }
    return PASS
  },
}

const DEFINED: ReadonlySet<number> = new Set([-32020, -32021, -32022])
const FORBIDDEN: ReadonlySet<number> = new Set([-32002, -32042])

function isAllowed(code: number): boolean {
  if (FORBIDDEN.has(code)) return false
  return code > -32020 || code < -32099 || DEFINED.has(code)
}
