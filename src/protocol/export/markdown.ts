import { type Exchange, endedAt } from '../http/exchange.ts'
import type { DocumentFinding, RunDocument } from '../run/document.ts'
import type { Culprit } from '../run/rule.ts'
import type { RedactedRun } from '../run/serialize.ts'
import { escapeMarkdown } from './markdown-text.ts'

/** A run as Markdown, to be pasted into an issue or a message: verdict, findings with their fixes, steps, requests. */
export function toIssue(run: RedactedRun): string {
  const failed = run.findings.filter(({ verdict }) => verdict === 'fail')
  return [
    `## ${escapeMarkdown(run.config.server)}`,
    '',
    ...toVerdict(run),
    ...(failed.length > 0 ? ['### Findings', '', ...failed.map(toFinding), ''] : []),
    '### Steps',
    '',
    '| Step | | |',
    '|---|---|---|',
    ...run.steps.map(({ title, status, summary }) => toRow([title, status, summary])),
    '',
    '### Requests',
    '',
    '| # | Request | Answer | Through | ms |',
    '|--:|---|---|---|--:|',
    ...run.exchanges.map(toRequestRow),
    '',
    toFoot(run),
    '',
  ].join('\n')
}

const CULPRITS: { readonly [culprit in Culprit]: string } = {
  server: 'the MCP server',
  issuer: 'the authorization server',
  client: 'the client',
  browser: "the browser's policy",
  network: 'the network',
  person: 'the person',
}

function toVerdict({ outcome }: RunDocument): readonly string[] {
  const { status, summary, cause, culprit, fix } = outcome
  const by = [cause, culprit && CULPRITS[culprit]].filter((each) => each !== null)
  return [
    `**${status}**: ${escapeMarkdown(summary)}${by.length > 0 ? ` (${by.join(', ')})` : ''}`,
    '',
    ...(fix === null ? [] : [`**Fix:** ${escapeMarkdown(fix)}`, '']),
  ]
}

function toFinding({ rule, severity, culprit, says, fix, spec, paste }: DocumentFinding): string {
  const sources = spec.map(({ title, url }) => `[${escapeMarkdown(title)}](<${url}>)`)
  return [
    `- **${rule}** (${severity}, ${CULPRITS[culprit]}): ${escapeMarkdown(says)}`,
    ...(fix === null ? [] : [`  Fix: ${escapeMarkdown(fix)}`]),
    ...(paste === null ? [] : ['', ...toFence(paste.text).map((line) => `  ${line}`)]),
    ...(sources.length > 0 ? ['', `  ${sources.join(', ')}`] : []),
  ].join('\n')
}

/** A fence longer than any row of backticks inside. */
function toFence(text: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([row]) => row.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...text.split('\n'), fence]
}

function toRequestRow(exchange: Exchange, index: number): string {
  const { request, via, startedAt } = exchange
  const end = endedAt(exchange)
  const time = end === undefined || end === null ? '' : String(Math.round(end - startedAt))
  return toRow([
    String(index + 1),
    `${request.method} ${request.url}`,
    toAnswer(exchange),
    via,
    time,
  ])
}

function toAnswer({ outcome }: Exchange): string {
  return outcome.kind === 'response' ? String(outcome.status) : outcome.kind.replace('-', ' ')
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`
}

function toFoot({ app, revision, config, startedAt }: RunDocument): string {
  const day = new Date(startedAt).toISOString().slice(0, 10)
  return `Walked on ${day} by revision ${revision} as ${escapeMarkdown(config.client)}, ${app.name} ${app.version}. Secrets are replaced.`
}
