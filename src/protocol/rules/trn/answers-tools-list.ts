import type { StepId } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inBody, inOutcome } from '../evidence.ts'
import { endOf, errorOf } from '../record.ts'
import { sessionIsKept } from '../ses/session-is-kept.ts'
import { mayLackSession } from '../ses/session-refusal.ts'
import { clipped, quoted, shownStatus } from '../shown.ts'
import { needsNoHandshake } from '../ver/needs-no-handshake.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'
import { answerHasTheId } from './answer-has-the-id.ts'
import { answersJsonOrStream } from './answers-json-or-stream.ts'
import { isMislabelled } from './mislabelled.ts'
import { callsIn } from './rpc-calls.ts'

/** Rules that say more exactly what is wrong with an answer. */
const EXACT = [answersJsonOrStream, answerHasTheId, needsNoHandshake, sessionIsKept]

const STEPS: readonly StepId[] = ['session', 'tools']

export const answersToolsList: Rule = {
  id: 'TRN-21',
  name: 'answers-tools-list',
  title: 'The server answers initialize and tools/list with a result',
  level: 'practice',
  spec: ['mcp-tools-2026-07-28', 'mcp-lifecycle-2025-11-25'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run, client) {
    if (run.facts.tools) return PASS
    const step = STEPS.find((each) => errorOf(run, each)?.code === 'bad-mcp-answer')
    if (step === undefined) return notReached('an answer to tools/list')
    const told = EXACT.find((rule) => {
      const verdict = rule.check(run, client)
      return verdict.kind === 'fail' && !isMislabelled(run, verdict)
    })
    return told ? notApplicable(`The answer itself is wrong: ${told.id}`) : judgeEnd(run, step)
  },
}

function judgeEnd(run: Run, step: StepId): Verdict {
  const last = endOf(run, step)
  if (last === undefined) return notReached('an answer to tools/list')
  const call = callsIn(run).find(({ exchange }) => exchange.id === last.id)
  const fix = 'Find the error in the log of the MCP server; a client needs a JSON-RPC result here.'
  if (call === undefined) {
    const says = errorOf(run, step)?.message ?? 'The server gave no usable answer.'
    return fail({ says, fix, evidence: [inOutcome(last.id)] })
  }
  if (call.method === 'tools/list' && run.facts.session?.capabilities?.['tools'] !== undefined) {
    return notApplicable('The server declares tools: TLI-01')
  }
  if (run.facts.session && mayLackSession(run.facts.session, call)) {
    return cannotTell('The page may not see whether there is a session id: CORS-03')
  }
  const status = shownStatus(call.answer.status)
  const told =
    call.rpc.kind === 'error'
      ? `error ${call.rpc.error.code}: ${quoted(call.rpc.error.message)}`
      : `no usable JSON-RPC answer: ${clipped(call.answer.body.text) || 'an empty body'}`
  return fail({
    says: `${call.method} should be answered with a result; ${status} came with ${told}.`,
    fix,
    evidence: [inBody(last.id)],
  })
}
