import { redactRun } from '../../protocol/engine.ts'
import { DEFAULT_CONFIG, type DocumentFinding, type RunOutcome } from '../../protocol/index.ts'
import type { RedactedRun } from '../../protocol/reports.ts'

const OUTCOME: RunOutcome = {
  status: 'passed',
  step: null,
  cause: null,
  summary: 'Connected: 1 tool.',
  fix: null,
  culprit: null,
  canContinue: false,
  waiting: null,
}

const FINDING: DocumentFinding = {
  rule: 'CHL-01',
  name: 'a-rule',
  title: 'A rule holds',
  step: 'challenge',
  severity: 'error',
  verdict: 'fail',
  says: 'It does not.',
  fix: null,
  culprit: 'server',
  evidence: [],
  paste: null,
  compare: [],
  spec: [],
}

/** A run document in which only the outcome and the findings matter. */
export function buildDocument(
  outcome: Partial<RunOutcome> = {},
  findings: readonly Partial<DocumentFinding>[] = [],
): RedactedRun {
  return redactRun({
    format: 'mcp-flow-run',
    version: 1,
    app: { name: 'test', version: '0' },
    id: 'run-1',
    startedAt: 0,
    endedAt: 1,
    config: {
      ...DEFAULT_CONFIG,
      server: 'https://a.example/mcp',
      redirectUri: 'http://localhost/callback.html',
      clientUri: 'http://localhost/',
    },
    revision: '2026-07-28',
    outcome: { ...OUTCOME, ...outcome },
    steps: [],
    exchanges: [],
    findings: findings.map((finding) => ({ ...FINDING, ...finding })),
    decisions: [],
    tools: [],
    clients: [],
    continued: [],
    from: null,
  })
}
