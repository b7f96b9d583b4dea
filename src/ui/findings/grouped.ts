import type { DocumentFinding, RunDocument, Severity } from '../../protocol/index.ts'

const WEIGHTS: { readonly [severity in Severity]: number } = { error: 0, warning: 1, note: 2 }

/** The findings of a run by verdict; of the failed ones the cause first, then the worst first. */
export function groupFindings(document: RunDocument): {
  readonly failed: readonly DocumentFinding[]
  readonly unknown: readonly DocumentFinding[]
  readonly passed: readonly DocumentFinding[]
  readonly notApplicable: readonly DocumentFinding[]
} {
  const of = (verdict: DocumentFinding['verdict']) =>
    document.findings.filter((finding) => finding.verdict === verdict)
  const weight = (finding: DocumentFinding) =>
    finding.rule === document.outcome.cause ? -1 : WEIGHTS[finding.severity]
  return {
    failed: of('fail').toSorted((one, other) => weight(one) - weight(other)),
    unknown: of('cannot-tell'),
    passed: of('pass'),
    notApplicable: of('not-applicable'),
  }
}
