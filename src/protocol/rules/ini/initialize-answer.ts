import type { ExchangeId } from '../../http/exchange.ts'
import type { RpcForm } from '../../http/json-rpc.ts'
import type { JsonObject } from '../../http/json.ts'
import type { Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { callsIn } from '../trn/rpc-calls.ts'
import { notApplicable, notReached } from '../verdict.ts'

/** The result of `initialize`, or the verdict of a rule that needs it. */
export type InitializeSeen =
  | {
      readonly kind: 'result'
      readonly exchange: ExchangeId
      readonly result: JsonObject
      readonly form: RpcForm
    }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The last result of `initialize` on this walk. */
export function initializeAnswer(run: Run): InitializeSeen {
  if (run.facts.session?.era === 'modern') {
    return { kind: 'unknown', verdict: notApplicable('The server is spoken to without initialize') }
  }
  const calls = callsIn(run).filter(({ method }) => method === 'initialize')
  const last = calls.findLast(({ rpc }) => rpc.kind === 'result')
  if (last?.rpc.kind !== 'result') {
    return { kind: 'unknown', verdict: notReached('a result of initialize') }
  }
  const { result, form } = last.rpc
  return { kind: 'result', exchange: last.exchange.id, result, form }
}
