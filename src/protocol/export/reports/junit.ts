import { toBaselineLines } from './baseline-lines.ts'
import { escapeMarkup } from './plain-text.ts'
import type { Report, ReportedTarget } from './report.ts'

/**
 * A report as the JUnit XML that CI systems read: a test case for each target. A difference is a failure, a target
 * without a run an error, one that was not walked is skipped. The form is the one that Jenkins takes.
 */
export function toJUnit(report: Report): string {
  const { counts, targets, notRun, milliseconds, startedAt } = report
  const errors = targets.filter(isError).length
  const sums = [
    ['tests', counts.targets],
    ['failures', counts.different - errors],
    ['errors', errors],
    ['time', seconds(milliseconds)],
  ] as const
  const suite = [
    ['name', 'MCP Flow Debugger'],
    ...sums,
    ['skipped', counts.notRun],
    ['timestamp', new Date(startedAt).toISOString().slice(0, 19)],
  ] as const
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mcp-flow"${attributes(sums)}>`,
    `  <testsuite${attributes(suite)}>`,
    ...targets.flatMap(toCase),
    ...notRun.flatMap(toSkipped),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function isError({ asExpected, status }: ReportedTarget): boolean {
  return !asExpected && status === null
}

function toCase(target: ReportedTarget): readonly string[] {
  const { name, milliseconds, differences, cause, asExpected } = target
  const head = `    <testcase${attributes([
    ['name', name],
    ['classname', 'mcp-flow'],
    ['time', seconds(milliseconds)],
  ])}>`
  const kind = isError(target) ? 'error' : 'failure'
  const type = cause ?? (isError(target) ? 'no-run' : 'difference')
  const message = attributes([
    ['message', differences.join('; ')],
    ['type', type],
  ])
  const failure = `      <${kind}${message}>${escapeMarkup(toDetails(target).join('\n'))}</${kind}>`
  const words = `      <system-out>${escapeMarkup(toOutput(target).join('\n'))}</system-out>`
  return [head, ...(asExpected ? [] : [failure]), words, '    </testcase>']
}

function toDetails({ differences, fix, known, hint }: ReportedTarget): readonly string[] {
  const fixes = fix === null ? [] : [`fix: ${fix}`]
  return [...differences, ...fixes, ...known, ...(hint === null ? [] : [hint])]
}

function toOutput(target: ReportedTarget): readonly string[] {
  const { server, status, summary, findings } = target
  const outcome = [server, status, summary].filter((each) => each !== null)
  return [
    outcome.join('  '),
    ...toBaselineLines(target),
    ...findings.map(({ rule, severity, says }) => `${severity} ${rule}: ${says}`),
  ]
}

function toSkipped(name: string): readonly string[] {
  const named = attributes([
    ['name', name],
    ['classname', 'mcp-flow'],
  ])
  return [`    <testcase${named}>`, '      <skipped message="not run"/>', '    </testcase>']
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

function attributes(pairs: readonly (readonly [string, string | number])[]): string {
  return pairs.map(([name, value]) => ` ${name}="${oneLine(String(value))}"`).join('')
}

/** A parser makes spaces of line breaks in attributes; written as a reference they stay. */
function oneLine(value: string): string {
  return escapeMarkup(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
