import { toPlainText } from './plain-text.ts'
import type { Report, ReportedFinding, ReportedTarget } from './report.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
/** Stands for what no rule of the walk says: an expectation or a baseline that was not met. */
const EXPECTATION = 'as-expected'

/**
 * A report as SARIF 2.1.0, which code scanning reads: a result for each broken rule of each target, placed in the
 * target's run document. What was expected beforehand is there and suppressed.
 */
export function toSarif(report: Report): string {
  const rules = findRules(report)
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const results = report.targets.flatMap((target) => toResults(target, indexes))
  const { app, startedAt, milliseconds } = report
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'MCP Flow Debugger', version: app.version, rules } },
        automationDetails: { id: 'mcp-flow/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.counts.notRun === 0,
            startTimeUtc: new Date(startedAt).toISOString(),
            endTimeUtc: new Date(startedAt + milliseconds).toISOString(),
            toolExecutionNotifications: report.targets.flatMap(toNotification),
          },
        ],
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

type Rule = ReturnType<typeof toRule>

function findRules({ targets }: Report): readonly (Rule | typeof EXPECTATION_RULE)[] {
  const rules = new Map<string, Rule>()
  for (const finding of targets.flatMap(({ findings }) => findings)) {
    if (!rules.has(finding.rule)) rules.set(finding.rule, toRule(finding))
  }
  const sorted = [...rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [...sorted, EXPECTATION_RULE]
}

const EXPECTATION_RULE = {
  id: EXPECTATION,
  name: 'AsExpected',
  shortDescription: { text: 'The run is what was expected of it' },
  defaultConfiguration: { level: 'error' },
} as const

function toRule({ rule, name, title, severity, spec }: ReportedFinding) {
  const [section] = spec
  const sections = spec.map((each) => `- [${each.title}](${each.url})`).join('\n')
  return {
    id: rule,
    name,
    shortDescription: { text: toPlainText(title) },
    defaultConfiguration: { level: severity },
    ...(section && {
      helpUri: section.url,
      help: {
        text: spec.map((each) => `${each.title}: ${each.url}`).join('\n'),
        markdown: sections,
      },
    }),
  }
}

function toResults(target: ReportedTarget, indexes: ReadonlyMap<string, number>) {
  const { findings, differences, name } = target
  const broken = findings.map((finding) => ({
    ...toResult(target, indexes, finding.rule),
    level: finding.severity,
    message: { text: toMessage([finding.says, finding.fix && `Fix: ${finding.fix}`]) },
    ...(finding.expected && {
      suppressions: [
        { kind: 'external', justification: `${toPlainText(name)} is expected to break this rule.` },
      ],
    }),
    ...(finding.at !== null && { properties: { at: toPlainText(finding.at) } }),
  }))
  if (differences.length === 0) return broken
  const unexpected = {
    ...toResult(target, indexes, EXPECTATION),
    level: 'error',
    message: { text: toMessage([name, ...differences]) },
  }
  return [...broken, unexpected]
}

function toResult(target: ReportedTarget, indexes: ReadonlyMap<string, number>, rule: string) {
  const { name, server, file } = target
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(toPlainText(file ?? 'summary.json')) },
          region: { startLine: 1 },
        },
        logicalLocations: [
          {
            name: toPlainText(name),
            fullyQualifiedName: toPlainText(server ?? name),
            kind: 'resource',
          },
        ],
      },
    ],
    // The same trouble of the same target stays the same alert from run to run.
    partialFingerprints: { 'targetAndRule/v1': toPlainText(`${name}/${rule}`) },
  }
}

function toNotification({ name, problem }: ReportedTarget) {
  if (problem === null) return []
  return [{ level: 'error', message: { text: toMessage([name, problem]) } }]
}

function toMessage(parts: readonly (string | null)[]): string {
  return toPlainText(parts.filter((part) => part !== null && part !== '').join('\n'))
}
