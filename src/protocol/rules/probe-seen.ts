import { type JsonObject, objectMember } from '../http/json.ts'
import type { Evidence, Verdict } from '../run/rule.ts'
import type { Run } from '../run/run.ts'
import { PROBES, type ProbeName } from '../spec/probes.ts'
import { inOutcome, inStatus } from './evidence.ts'
import { type Answered, findAnswered } from './record.ts'
import { shownStatus } from './shown.ts'
import { messagesIn } from './trn/rpc-calls.ts'
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
  /** The negative tests that decide it; the first wrong answer counts. */
  readonly names: readonly [ProbeName, ...ProbeName[]]
  isRight(seen: Answered): boolean
  /** What is required, as the start of a sentence. */
  readonly required: string
  readonly fix: string
  /** What was seen instead, where that is not the status. */
  readonly seen?: (seen: Answered) => Seen
}

/** What a negative test met, as the end of a sentence, and where it is. */
type Seen = { readonly says: string; readonly at: Evidence }

/** The verdict of a rule that negative tests decide. */
export function judgeProbe(run: Run, probe: Probe): Verdict {
  const seen = probe.names.map((name) => probeSeen(run, name))
  const answered = seen.filter((each) => each.kind === 'answered')
  const wrong = answered.filter((each) => !probe.isRight(each))
  const faulty = wrong.find(({ answer }) => answer.status !== 401)
  if (faulty) return failedProbe(probe, faulty)
  if (wrong.length > 0) return cannotTell('The server asked for a token before it looked further')
  if (answered.length > 0) return PASS
  const [first] = seen.flatMap((each) => (each.kind === 'unknown' ? [each.verdict] : []))
  return first ?? PASS
}

function failedProbe(probe: Probe, seen: Answered): Verdict {
  const { says, at } = probe.seen?.(seen) ?? seenStatus(probe, seen)
  return fail({
    says: `${probe.required}; ${says}.`,
    fix: probe.fix,
    evidence: [at, inOutcome(seen.exchange.id)],
  })
}

function seenStatus(probe: Probe, { exchange, answer }: Answered): Seen {
  const code = rpcErrorCode({ exchange, answer })
  const error = code === undefined ? '' : ` and error ${code}`
  const made = exchange.purpose.replace('Probe: ', '')
  const which = probe.names.length > 1 ? ` to ${made}` : ''
  return {
    says: `the answer${which} was ${shownStatus(answer.status)}${error}`,
    at: inStatus(exchange.id),
  }
}

/** True when the answer is a success. */
export function isSuccess({ answer }: Answered): boolean {
  return answer.status >= 200 && answer.status < 300
}

/** True when the server did what it was asked: a success with a JSON-RPC result, in whatever form. */
export function isServed(seen: Answered): boolean {
  return isSuccess(seen) && messagesIn(seen).some((message) => message['result'] !== undefined)
}

/** True when the authorization server gave a token. */
export function givesToken(seen: Answered): boolean {
  return isSuccess(seen) && seen.answer.body.text.includes('access_token')
}

/** The code of a JSON-RPC error that an answer carries. */
export function rpcErrorCode(seen: Answered): number | undefined {
  const code = rpcError(seen)?.['code']
  return typeof code === 'number' ? code : undefined
}

/** The JSON-RPC error that an answer carries, as an object or in an event stream. */
export function rpcError(seen: Answered): JsonObject | undefined {
  return messagesIn(seen)
    .map((message) => objectMember(message, 'error'))
    .find((error) => error !== undefined)
}

function unknown(why: string): ProbeSeen {
  return { kind: 'unknown', verdict: cannotTell(why) }
}
