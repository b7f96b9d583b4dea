import { STEP_IDS, type StepId } from '../http/exchange.ts'
import type { RunOutcome } from './document.ts'
import type { AbandonReason } from './events.ts'
import type { Finding } from './rule.ts'
import type { Run } from './run.ts'

/** Errors that no change of mind can go past: there is nothing to go on with. */
const CANNOT_CONTINUE = new Set([
  'unreachable',
  'timeout',
  'not-streamable-http',
  'unexpected-status',
  'redirected',
  'unsafe-url',
  'no-endpoint',
  'registration-refused',
  'authorization-refused',
  'no-code',
  'token-refused',
  'bad-token-answer',
  'token-rejected',
  'insufficient-scope',
  'too-many-authorizations',
  'bad-mcp-answer',
  'bad-key',
  'defect',
])

/** How the run stands, in one sentence. `live` is true while a walk is under way. */
export function outcomeOf(run: Run, findings: readonly Finding[], live: boolean): RunOutcome {
  // Some clients refuse a list that others take.
  if (run.facts.tools && run.stopped?.step !== 'tools') return passed(run, findings)
  if (live) return plain('running', currentStep(run), 'The walk is under way.')
  return (
    stoppedByRule(run, findings) ?? waiting(run) ?? interrupted(run) ?? failedStep(run, findings)
  )
}

function passed(run: Run, findings: readonly Finding[]): RunOutcome {
  const count = run.facts.tools?.tools.length ?? 0
  const called = run.facts.tools?.call
  const open = run.facts.challenge?.required === false && !run.facts.tokens
  const broken = brokenRules(run, findings)
  const parts = [
    `Connected: ${count} ${count === 1 ? 'tool' : 'tools'}`,
    called && `${called.tool} ${called.isError ? 'answered with an error' : 'answered'}`,
    open && 'the server asks for no authorization',
    run.continued.length > 0 &&
      `you went on past ${run.continued.join(', ')}, where a conforming client stops`,
    broken !== '' && `broken all the same: ${broken}`,
  ]
  const says = parts.filter((part) => typeof part === 'string').join('; ')
  return plain('passed', null, `${says}.`)
}

/** Errors that this walk got past, though others may not; those that the person chose to go past are named before. */
function brokenRules(run: Run, findings: readonly Finding[]): string {
  return findings
    .filter(({ severity, verdict }) => severity === 'error' && verdict.kind === 'fail')
    .map(({ rule }) => rule.id)
    .filter((id) => !run.continued.includes(id))
    .join(', ')
}

function stoppedByRule(run: Run, findings: readonly Finding[]): RunOutcome | undefined {
  const { stopped } = run
  if (!stopped) return undefined
  const finding = findings.find((each) => each.rule.id === stopped.rule)
  if (finding?.verdict.kind !== 'fail') return undefined
  const person = personNeed(run)
  return {
    status: person ? 'stopped' : 'failed',
    step: stopped.step,
    cause: stopped.rule,
    summary: finding.verdict.says,
    fix: finding.verdict.fix,
    culprit: finding.verdict.culprit ?? finding.rule.culprit,
    canContinue: !person && canContinue(run, stopped.step),
    waiting: person ? { on: 'person', field: person.field, says: person.says } : null,
  }
}

function canContinue(run: Run, step: StepId): boolean {
  const { result } = run.steps[step]
  return result?.kind !== 'failed' || !CANNOT_CONTINUE.has(result.error.code)
}

function personNeed(run: Run) {
  for (const id of STEP_IDS) {
    const { result } = run.steps[id]
    if (result?.kind === 'waiting' && result.on === 'person') return { ...result.need, step: id }
  }
  return undefined
}

function waiting(run: Run): RunOutcome | undefined {
  const need = personNeed(run)
  if (need) {
    return {
      ...plain('stopped', need.step, need.says),
      culprit: 'person',
      waiting: { on: 'person', field: need.field, says: need.says },
    }
  }
  if (run.paused) {
    return {
      ...plain('stopped', run.paused, `Halted before ${run.paused}.`),
      waiting: { on: 'step', step: run.paused },
    }
  }
  const { result } = run.steps.authorization
  if (result?.kind !== 'waiting' || result.on !== 'authorization' || run.arrival) return undefined
  const says = run.abandoned ? ABANDONED[run.abandoned] : `Waits for you: ${result.says}.`
  return {
    ...plain('stopped', 'authorization', says),
    culprit: 'person',
    waiting: { on: 'authorization', url: result.url },
  }
}

const ABANDONED: { readonly [reason in AbandonReason]: string } = {
  'popup-blocked':
    'The browser blocked the pop-up. Open it with the button, or go there in this tab.',
  'popup-closed': 'The pop-up was closed before the authorization server sent you back.',
  cancelled: 'You stopped waiting for the authorization server to send you back.',
  timeout: 'Nothing came back from the authorization server in time.',
}

function interrupted(run: Run): RunOutcome | undefined {
  if (!run.cancelled) return undefined
  return {
    ...plain('stopped', run.cancelled, `You stopped the walk at ${run.cancelled}.`),
    culprit: 'person',
  }
}

function failedStep(run: Run, findings: readonly Finding[]): RunOutcome {
  const step = STEP_IDS.find((id) => run.steps[id].result?.kind === 'failed')
  const result = step && run.steps[step].result
  if (!step || result?.kind !== 'failed') {
    return plain('failed', currentStep(run), 'The walk ended before the tools were listed.')
  }
  const finding = findings.find(
    (each) => each.rule.step === step && each.severity === 'error' && each.verdict.kind === 'fail',
  )
  return {
    ...plain('failed', step, result.error.message),
    cause: finding?.rule.id ?? null,
    culprit: finding?.rule.culprit ?? null,
  }
}

function currentStep(run: Run): StepId | null {
  return STEP_IDS.find((id) => run.steps[id].running) ?? null
}

function plain(status: RunOutcome['status'], step: StepId | null, summary: string): RunOutcome {
  return {
    status,
    step,
    cause: null,
    summary,
    fix: null,
    culprit: null,
    canContinue: false,
    waiting: null,
  }
}
