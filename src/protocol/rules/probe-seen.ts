import { type JsonObject, objectMember, parseJsonObject } from '../http/json.ts'
import type { Verdict } from '../run/rule.ts'
import type { Run } from '../run/run.ts'
import { PROBES, type ProbeName } from '../spec/probes.ts'
import { inOutcome, inStatus } from './evidence.ts'
import { type Answered, findAnswered } from './record.ts'
import { shownStatus } from './shown.ts'
import { PASS, cannotTell, fail } from './verdict.ts'

/** The answer to a negative test, or the verdict of a rule that needs it. */
export type ProbeSeen =
  | (Answered & { readonly kind: 'answered' })
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The answer to the last negative test of that name. */
export function probeSeen(run: Run, name: ProbeName): ProbeSeen {
  const sent = run.exchanges.findLast(
    ({ diagnostic, purpose }) => diagnostic === 'probe' && purpose === PROBES[name],
  )
  if (sent === undefined) return unknown('This negative test was not made')
  const seen = findAnswered(run, sent.id)
  return seen ? { kind: 'answered', ...seen } : unknown('The negative test got no readable answer')
}

/** What a probe asks: the answer that is due, and the words for any other. */
export type Probe = {
  readonly name: ProbeName
  isRight(seen: Answered): boolean
  /** What is required, as the start of a sentence. */
  readonly required: string
  readonly fix: string
}

/** The verdict of a rule that one negative test decides. */
export function judgeProbe(run: Run, probe: Probe): Verdict {
  const seen = probeSeen(run, probe.name)
  if (seen.kind === 'unknown') return seen.verdict
  if (probe.isRight(seen)) return PASS
  const code = rpcErrorCode(seen)
  const error = code === undefined ? '' : ` and error ${code}`
  return fail({
    says: `${probe.required}; the answer was ${shownStatus(seen.answer.status)}${error}.`,
    fix: probe.fix,
    evidence: [inStatus(seen.exchange.id), inOutcome(seen.exchange.id)],
  })
}

/** True when the answer is a success. */
export function isSuccess({ answer }: Answered): boolean {
  return answer.status >= 200 && answer.status < 300
}

/** The code of a JSON-RPC error that an answer carries. */
export function rpcErrorCode(seen: Answered): number | undefined {
  const code = rpcError(seen)?.['code']
  return typeof code === 'number' ? code : undefined
}

/** The JSON-RPC error that an answer carries. */
export function rpcError({ answer }: Answered): JsonObject | undefined {
  return objectMember(parseJsonObject(answer.body.text), 'error')
}

function unknown(why: string): ProbeSeen {
  return { kind: 'unknown', verdict: cannotTell(why) }
}
