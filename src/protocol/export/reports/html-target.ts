import { toBaselineLines } from './baseline-lines.ts'
import { escapeMarkup, toPlainText, toSeconds } from './plain-text.ts'
import type { ReportedFinding, ReportedTarget } from './report.ts'

/** One target of the HTML report: a row that opens. What is not as expected is open from the beginning. */
export function toTargetHtml(target: ReportedTarget): string {
  const { asExpected } = target
  const kind = asExpected ? 'expected' : 'different'
  return `<details class="target ${kind}"${asExpected ? '' : ' open'}>
<summary>${toHead(target)}</summary>
<div class="body">
${toBody(target).join('\n')}
</div>
</details>`
}

function toHead(target: ReportedTarget): string {
  const { name, asExpected, status, cause, milliseconds, server, tools } = target
  const state = status ?? 'no run'
  const count = status === 'passed' ? `${tools} ${tools === 1 ? 'tool' : 'tools'}` : ''
  return [
    `<span class="mark ${asExpected ? 'pass' : 'error'}">${asExpected ? '✓' : '✗'}</span>`,
    `<span class="name"><b>${escapeMarkup(name)}</b> <span class="meta">${escapeMarkup(server ?? '')}</span></span>`,
    toPath(target),
    `<span class="state"><span class="pill ${STATE[state]}">${state}</span></span>`,
    `<code class="cause">${escapeMarkup(cause ?? '')}</code>`,
    `<span class="meta number">${count}</span>`,
    `<span class="meta number">${toSeconds(milliseconds)}</span>`,
  ].join('')
}

const STATE = { passed: 'pass', failed: 'error', stopped: 'warning', 'no run': 'unknown' } as const

/** The steps of the walk as a row of small marks. */
function toPath({ steps }: ReportedTarget): string {
  const asked = steps.filter(({ status }) => status !== 'pending' && status !== 'skipped')
  const reached = asked.at(-1)?.id ?? 'nothing'
  const marks = steps
    .filter(({ id, status }) => !ON_DEMAND.has(id) || status !== 'pending')
    .map(({ id, status }) => `<i class="step ${status}" title="${id}: ${status}"></i>`)
  return `<span class="path" role="img" aria-label="Got to ${reached}">${marks.join('')}</span>`
}

const ON_DEMAND: ReadonlySet<string> = new Set(['refresh', 'step-up', 'revoke', 'probes'])

function toBody(target: ReportedTarget): readonly string[] {
  const { summary, differences, fix, known, hint, findings } = target
  const kept = toBaselineLines(target)
  return [
    ...(differences.length > 0 ? [toList('differences', differences)] : []),
    ...(summary === null ? [] : [`<p>${escapeMarkup(summary)}</p>`]),
    ...(fix === null ? [] : [`<p class="fix"><b>Fix</b> ${escapeMarkup(fix)}</p>`]),
    ...(kept.length > 0 ? [toList('known', kept)] : []),
    ...(known.length > 0 ? [toList('known', known)] : []),
    ...(hint === null ? [] : [`<p class="meta">${escapeMarkup(hint)}</p>`]),
    ...(findings.length > 0 ? [toFindings(findings)] : []),
    toClients(target),
    toFiles(target),
  ].filter((part) => part !== '')
}

function toList(kind: string, lines: readonly string[]): string {
  return `<ul class="${kind}">${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`
}

function toFindings(findings: readonly ReportedFinding[]): string {
  return `<ul class="findings">${findings.map(toFinding).join('')}</ul>`
}

function toFinding({ rule, title, severity, says, at, spec, expected }: ReportedFinding): string {
  const sections = spec
    .filter(({ url }) => url.startsWith('https://'))
    .map((each) => `<a href="${escapeMarkup(each.url)}">${escapeMarkup(each.title)}</a>`)
  const place = at === null ? [] : [`<code>${escapeMarkup(at)}</code>`]
  const note = expected ? ' <span class="pill unknown">expected</span>' : ''
  return `<li><span class="pill ${severity}">${severity}</span> <code>${escapeMarkup(rule)}</code>${note}
<div><b>${escapeMarkup(title)}</b><br>${escapeMarkup(says)}<div class="meta">${[...place, ...sections].join(' · ')}</div></div></li>`
}

function toClients({ clients }: ReportedTarget): string {
  const kinds = [
    ['pass', 'Get in', clients.works],
    ['error', 'Do not', clients.fails],
    ['unknown', 'Unknown', clients.unknown],
  ] as const
  const rows = kinds
    .filter(([, , names]) => names.length > 0)
    .map(([kind, says, names]) => {
      const list = names.map((name) => `<span class="chip">${escapeMarkup(name)}</span>`)
      return `<dt><span class="dot ${kind}"></span>${says}</dt><dd>${list.join(' ')}</dd>`
    })
  return rows.length === 0
    ? ''
    : `<details class="clients"><summary>${clients.works.length} of ${count(clients)} clients will get in</summary><dl>${rows.join('')}</dl>${toChange(clients.change)}</details>`
}

function toChange(change: ReportedTarget['clients']['change']): string {
  if (change === null) return ''
  return `<p class="fix"><b>Lets in ${change.lets.length} more</b> ${escapeMarkup(change.says)}</p>`
}

function count({ works, fails, unknown }: ReportedTarget['clients']): number {
  return works.length + fails.length + unknown.length
}

function toFiles({ file, files }: ReportedTarget): string {
  const links = [...(file === null ? [] : [file]), ...files].map(
    (name) =>
      `<a href="./${escapeMarkup(encodeURIComponent(toPlainText(name)))}">${escapeMarkup(name)}</a>`,
  )
  return links.length === 0 ? '' : `<p class="files meta">${links.join(' · ')}</p>`
}
