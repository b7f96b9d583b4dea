import type { Fail } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { findAnswered } from '../record.ts'
import { messagesIn } from './rpc-calls.ts'

/** True when only the type of an answer is wrong (TRN-02): the message in it was read all the same. */
export function isMislabelled(run: Run, { evidence: [{ exchange, at }] }: Fail): boolean {
  const seen = at.part === 'response-header' ? findAnswered(run, exchange) : undefined
  return seen !== undefined && messagesIn(seen).length > 0
}
