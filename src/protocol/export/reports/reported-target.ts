import { toClientChanges } from '../../run/behaviour/client-changes.ts'
import type { DocumentClient, DocumentFinding, RunDocument } from '../../run/document.ts'
import type { Evidence, EvidencePlace } from '../../run/rule.ts'
import type { ReportedFinding, ReportedTarget } from './report.ts'

/** What is to be told of a target beside its run. */
export type Circumstances = Pick<
  ReportedTarget,
  | 'name'
  | 'differences'
  | 'problem'
  | 'hint'
  | 'milliseconds'
  | 'known'
  | 'baseline'
  | 'file'
  | 'files'
> & {
  /** Rules of which it was said beforehand that they are broken. */
  readonly expectedRules: readonly string[]
}

/** Boils a redacted run down to what reports say of it; without a run, to what was around it. */
export function toReportedTarget(
  document: RunDocument | undefined,
  { expectedRules, ...around }: Circumstances,
): ReportedTarget {
  const asExpected = around.differences.length === 0
  if (!document) return { ...around, ...NO_RUN, asExpected }
  const { config, outcome, startedAt, revision } = document
  const { status, step, cause, culprit, summary, fix } = outcome
  return {
    ...around,
    asExpected,
    server: config.server,
    status: status === 'running' ? 'stopped' : status,
    step,
    cause,
    culprit,
    summary,
    fix,
    startedAt,
    revision,
    client: config.client,
    steps: document.steps.map(({ id, status: state }) => ({ id, status: state })),
    tools: document.tools.length,
    findings: document.findings
      .filter(({ verdict }) => verdict === 'fail')
      .map((finding) => toReportedFinding(document, finding, expectedRules)),
    clients: toClients(document.clients),
  }
}

const NO_RUN = {
  server: null,
  status: null,
  step: null,
  cause: null,
  culprit: null,
  summary: null,
  fix: null,
  startedAt: null,
  revision: null,
  client: null,
  steps: [],
  tools: 0,
  findings: [],
  clients: { works: [], fails: [], unknown: [], change: null },
} as const

function toReportedFinding(
  document: RunDocument,
  finding: DocumentFinding,
  expectedRules: readonly string[],
): ReportedFinding {
  const { rule, name, title, severity, culprit, says, fix, evidence, spec } = finding
  const [first] = evidence
  const at = first ? sayPlace(document, first) : null
  const expected = expectedRules.includes(rule)
  return { rule, name, title, severity, culprit, says, fix, at, spec, expected }
}

function sayPlace({ exchanges }: RunDocument, { exchange, at }: Evidence): string | null {
  const found = exchanges.find(({ id }) => id === exchange)
  return found ? `${sayPart(at)} of ${found.request.method} ${found.request.url}` : null
}

function sayPart(place: EvidencePlace): string {
  switch (place.part) {
    case 'url':
      return 'address'
    case 'request-header':
      return `request header ${place.name}`
    case 'request-body':
      return 'request body'
    case 'status':
      return 'status'
    case 'response-header':
      return `response header ${place.name}`
    case 'response-body':
      return place.pointer === undefined ? 'body' : `${place.pointer} in the body`
    case 'outcome':
      return 'outcome'
  }
}

function toClients(clients: readonly DocumentClient[]): ReportedTarget['clients'] {
  const named = (wanted: DocumentClient['verdict']) =>
    clients.filter(({ verdict }) => verdict === wanted).map(({ name }) => name)
  const [most] = toClientChanges(clients)
  return {
    works: named('works'),
    fails: named('fails'),
    unknown: named('unknown'),
    change: most ? { says: most.change, lets: most.names } : null,
  }
}
