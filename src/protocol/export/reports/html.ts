import { STYLE } from './html-style.ts'
import { toTargetHtml } from './html-target.ts'
import { escapeMarkup, toSeconds } from './plain-text.ts'
import type { Report } from './report.ts'

/**
 * A report as one HTML file that loads nothing and runs nothing: it can be mailed, and opened from a CI system's
 * artifacts. All that a server said is text in it.
 */
export function toHtml(report: Report): string {
  const { app, startedAt, milliseconds, notRun, counts } = report
  const different = report.targets.filter(({ asExpected }) => !asExpected)
  const targets = [...different, ...report.targets.filter(({ asExpected }) => asExpected)]
  const day = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${counts.asExpected} of ${counts.targets} as expected · MCP Flow Debugger</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="meta">MCP Flow Debugger ${escapeMarkup(app.version)} · ${day} UTC · ${toSeconds(milliseconds)}</p>
<h1>${counts.asExpected} of ${counts.targets} as expected</h1>
${toBar(report)}
</header>
<main>
${toFilter(report)}
<div class="targets">
${targets.map((target) => toTargetHtml(target)).join('\n')}
${notRun.map((name) => `<p class="not-run"><span class="mark">–</span> ${escapeMarkup(name)} <span class="meta">not run</span></p>`).join('\n')}
</div>
</main>
</body>
</html>
`
}

function toBar({ counts }: Report): string {
  const parts = [
    ['pass', counts.asExpected, 'as expected'],
    ['error', counts.different, 'not as expected'],
    ['unknown', counts.notRun, 'not run'],
  ] as const
  const shown = parts.filter(([, count]) => count > 0)
  const bars = shown.map(([kind, count]) => `<span class="${kind}" style="flex:${count}"></span>`)
  const words = shown.map(
    ([kind, count, says]) => `<li><span class="dot ${kind}"></span>${count} ${says}</li>`,
  )
  return `<div class="bar" aria-hidden="true">${bars.join('')}</div>\n<ul class="counts">${words.join('')}</ul>`
}

/** Two radio buttons and a style sheet are all that a filter needs. */
function toFilter({ counts }: Report): string {
  if (counts.different === 0 || counts.asExpected === 0) return ''
  return `<fieldset class="filter"><legend>Show</legend>
<label><input type="radio" name="show" id="all" checked> all</label>
<label><input type="radio" name="show" id="different"> not as expected</label>
</fieldset>`
}
