import { escapeMarkdown } from '../markdown-text.ts'
import { toBaselineLines } from './baseline-lines.ts'
import { toSeconds } from './plain-text.ts'
import type { Report, ReportedTarget } from './report.ts'

/** What a CI system can show on its page: most cut a summary at a megabyte. */
const MOST_ROWS = 500

/** A report as Markdown, for the summary of a CI job: what is not as expected first, then a table of all. */
export function toMarkdown(report: Report): string {
  const { targets, counts } = report
  const kept = targets.filter(({ baseline }) => baseline?.state === 'kept').slice(0, MOST_ROWS)
  const different = targets.filter(({ asExpected }) => !asExpected).slice(0, MOST_ROWS)
  const rows = targets.slice(0, MOST_ROWS)
  const left = targets.length - rows.length
  return [
    `## MCP servers: ${sayCounts(counts)}`,
    '',
    ...different.flatMap(toSection),
    '| | Target | Status | Cause | Tools | Clients | Time | |',
    '|---|---|---|---|--:|--:|--:|---|',
    ...rows.map(toRow),
    ...toClients(rows),
    ...(left > 0 ? ['', `${left} more are in \`summary.json\`.`] : []),
    ...kept.flatMap(toKept),
    ...(report.notRun.length > 0
      ? ['', `Not run: ${report.notRun.map(escapeMarkdown).join(', ')}`]
      : []),
    '',
  ].join('\n')
}

/** "3 targets, 2 as expected, 1 not". */
export function sayCounts({ targets, asExpected, different, notRun }: Report['counts']): string {
  return [
    `${targets} ${targets === 1 ? 'target' : 'targets'}`,
    `${asExpected} as expected`,
    ...(different === 0 ? [] : [`${different} not`]),
    ...(notRun === 0 ? [] : [`${notRun} not run`]),
  ].join(', ')
}

function toSection(target: ReportedTarget): readonly string[] {
  const { name, server, differences, summary, fix, known, hint } = target
  const words = [
    ...differences.map(escapeMarkdown),
    ...(summary === null ? [] : [escapeMarkdown(summary)]),
    ...(fix === null ? [] : [`**Fix:** ${escapeMarkdown(fix)}`]),
    ...known.map(escapeMarkdown),
    ...(hint === null ? [] : [escapeMarkdown(hint)]),
  ]
  const address = server === null ? '' : ` – ${escapeMarkdown(server)}`
  return [`### ✗ ${escapeMarkdown(name)}${address}`, '', ...words.map((each) => `- ${each}`), '']
}

function toKept(target: ReportedTarget): readonly string[] {
  const lines = toBaselineLines(target).map((each) => `- ${escapeMarkdown(each)}`)
  return ['', `### Baseline of ${escapeMarkdown(target.name)}`, '', ...lines]
}

/** How many of the clients that can be told get in. */
function sayShare({ works, fails, unknown }: ReportedTarget['clients']): string {
  const all = works.length + fails.length + unknown.length
  return all === 0 ? '' : `${works.length}/${all}`
}

/** Which clients do not get in, and the change that lets most of them in. */
function toClients(targets: readonly ReportedTarget[]): readonly string[] {
  const told = targets.filter(({ clients }) => clients.fails.length > 0)
  if (told.length === 0) return []
  return ['', '### Clients that do not get in', '', ...told.map(toClientsLine)]
}

function toClientsLine({ name, clients }: ReportedTarget): string {
  const { fails, change } = clients
  const lets = change ? ` **Lets in ${change.lets.length}:** ${escapeMarkdown(change.says)}` : ''
  return `- ${escapeMarkdown(name)}: ${fails.map(escapeMarkdown).join(', ')}.${lets}`
}

function toRow(target: ReportedTarget): string {
  const { name, asExpected, status, cause, tools, milliseconds, summary } = target
  const cells = [
    asExpected ? '✓' : '✗',
    escapeMarkdown(name),
    status ?? 'no run',
    cause === null ? '' : `\`${cause}\``,
    status === 'passed' ? String(tools) : '',
    sayShare(target.clients),
    toSeconds(milliseconds),
    escapeMarkdown(summary ?? ''),
  ]
  return `| ${cells.join(' | ')} |`
}
