import { toReference } from '../spec/references.ts'
import type {
  DocumentDecision,
  DocumentFinding,
  DocumentStep,
  RunDocument,
  StepStatus,
} from './document.ts'
import type { Decision } from './events.ts'
import { outcomeOf } from './outcome.ts'
import type { Finding } from './rule.ts'
import { type Run, type StepState, revisionOf } from './run.ts'
import type { Step } from './step.ts'

/** What a document is made of. */
export type DocumentParts = {
  readonly run: Run
  readonly findings: readonly Finding[]
  readonly steps: readonly Step[]
  readonly app: { readonly name: string; readonly version: string }
  /** True while the walk is under way. */
  readonly live: boolean
}

/** The run as one document. It still holds secrets: `redactRun` comes before anything that leaves the tab. */
export function toDocument(parts: DocumentParts): RunDocument {
  const { run, findings } = parts
  return {
    format: 'mcp-flow-run',
    version: 1,
    app: parts.app,
    id: run.id,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    config: run.config,
    revision: revisionOf(run),
    outcome: outcomeOf(run, findings, parts.live),
    steps: parts.steps.map((step) => toDocumentStep(step, run)),
    exchanges: run.exchanges,
    findings: findings.map(toDocumentFinding),
    decisions: run.decisions.map(toDocumentDecision),
    tools: (run.facts.tools?.tools ?? []).map((tool) => ({
      name: tool.name,
      title: tool.title ?? null,
      description: tool.description ?? null,
    })),
    clients: [],
    continued: run.continued,
    from: run.from ?? null,
  }
}

function toDocumentStep(step: Step, run: Run): DocumentStep {
  const state = run.steps[step.id]
  const status = statusOf(state, run)
  return {
    id: step.id,
    title: step.title,
    status,
    startedAt: state.startedAt ?? null,
    endedAt: state.endedAt ?? null,
    exchanges: state.exchanges,
    summary: summaryOf(step, state, run),
  }
}

function statusOf(state: StepState, run: Run): StepStatus {
  if (state.running) return 'running'
  const { result } = state
  if (run.stopped?.step === state.id) return result?.kind === 'waiting' ? 'waiting' : 'failed'
  switch (result?.kind) {
    case undefined:
    case 'back':
      return result ? 'passed' : 'pending'
    case 'done':
      return 'passed'
    case 'skipped':
      return 'skipped'
    case 'failed':
      return 'failed'
    case 'waiting':
      return result.on === 'authorization' && run.arrival ? 'passed' : 'waiting'
  }
}

function summaryOf(step: Step, { result }: StepState, run: Run): string {
  switch (result?.kind) {
    case undefined:
      return step.plan
    case 'done':
      return run.stopped?.step === step.id
        ? `${result.says}; stops at ${run.stopped.rule}`
        : result.says
    case 'back':
    case 'skipped':
      return result.why
    case 'failed':
      return result.error.message
    case 'waiting':
      if (result.on === 'person') return result.need.says
      return run.arrival ? 'came back' : result.says
  }
}

function toDocumentFinding({ rule, severity, verdict }: Finding): DocumentFinding {
  const isFail = verdict.kind === 'fail'
  return {
    rule: rule.id,
    name: rule.name,
    title: rule.title,
    step: rule.step,
    severity,
    verdict: verdict.kind,
    says: isFail ? verdict.says : verdict.kind === 'pass' ? '' : verdict.why,
    fix: isFail ? verdict.fix : null,
    culprit: (isFail && verdict.culprit) || rule.culprit,
    evidence: isFail ? verdict.evidence : [],
    paste: (isFail && verdict.paste) || null,
    compare: (isFail && verdict.compare) || [],
    spec: rule.spec.map(toReference),
  }
}

function toDocumentDecision(decision: Decision): DocumentDecision {
  return {
    step: decision.step,
    exchange: decision.exchange ?? null,
    says: decision.says,
    why: decision.why ?? null,
    spec: decision.spec === undefined ? null : toReference(decision.spec),
  }
}
