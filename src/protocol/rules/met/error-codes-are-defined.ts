import type { ExchangeId } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import type { ProbeName } from '../../spec/probes.ts'
import { inBody } from '../evidence.ts'
import { probeSeen, rpcErrorCode } from '../probe-seen.ts'
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
    const wrong = [...inCalls(run), ...inProbes(run)].find(({ code }) => !isAllowed(code))
    if (wrong === undefined) return PASS
    return fail({
      says: `Errors of 2026-07-28 must use defined codes; ${wrong.to} was answered with ${wrong.code}.`,
      fix: 'Use -32020, -32021 or -32022 for their cases, or a code outside -32020 to -32099.',
      evidence: [inBody(wrong.exchange, wrong.pointer)],
    })
  },
}

type SeenCode = {
  readonly code: number
  readonly to: string
  readonly exchange: ExchangeId
  readonly pointer?: string
}

function inCalls(run: Run): readonly SeenCode[] {
  return callsIn(run).flatMap(({ rpc, exchange, method }): readonly SeenCode[] => {
    if (rpc.kind !== 'error' || method === 'initialize') return []
    const pointer = rpc.form === 'object' ? { pointer: '/error/code' } : {}
    return [{ code: rpc.error.code, to: method, exchange: exchange.id, ...pointer }]
  })
}

/** Negative tests bring out errors that a walk does not meet. */
const PROVOKING: readonly ProbeName[] = [
  'modern-version',
  'other-version-header',
  'no-version',
  'other-method-header',
  'no-method-header',
  'other-name-header',
  'no-meta',
  'unknown-method',
  'bad-cursor',
]

function inProbes(run: Run): readonly SeenCode[] {
  return PROVOKING.flatMap((name): readonly SeenCode[] => {
    const seen = probeSeen(run, name)
    const code = seen.kind === 'answered' ? rpcErrorCode(seen) : undefined
    if (seen.kind === 'unknown' || code === undefined) return []
    const to = seen.exchange.purpose.replace('Probe: ', '')
    return [{ code, to, exchange: seen.exchange.id }]
  })
}

const DEFINED: ReadonlySet<number> = new Set([-32020, -32021, -32022])
const FORBIDDEN: ReadonlySet<number> = new Set([-32002, -32042])

function isAllowed(code: number): boolean {
  if (FORBIDDEN.has(code)) return false
  return code > -32020 || code < -32099 || DEFINED.has(code)
}
