/**
 * The front door for what is made of runs that have ended: archives and reports. All of it takes redacted runs and
 * gives texts; a page loads it when it is asked for.
 */
export { toHar } from './export/har.ts'
export { toLinkText } from './export/link.ts'
export { toIssue } from './export/markdown.ts'
export { redactWords } from './export/redact-words.ts'
export { toBaselineLines } from './export/reports/baseline-lines.ts'
export { toAnnotations } from './export/reports/annotations.ts'
export { toHtml } from './export/reports/html.ts'
export { toJUnit } from './export/reports/junit.ts'
export { sayCounts, toMarkdown } from './export/reports/markdown.ts'
export type { Report, ReportedBaseline, ReportedTarget } from './export/reports/report.ts'
export { toReport } from './export/reports/report.ts'
export { toReportedTarget } from './export/reports/reported-target.ts'
export { mergeReports } from './export/reports/merge-reports.ts'
export { readReport } from './export/reports/read-report.ts'
export { toSarif } from './export/reports/sarif.ts'
export type { RedactedRun } from './run/serialize.ts'
