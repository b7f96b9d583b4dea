import type { Culprit, DocumentFinding, RunDocument, Severity } from '../../protocol/index.ts'
import type { Phase } from '../controls.ts'

/** A tag beside the verdict: a few words and how they are meant. */
export type VerdictTag = {
  readonly text: string
  readonly tone: Severity | 'pass' | 'plain'
}

/** What the verdict region says of a run. */
export type VerdictWords = {
  readonly tone: Severity | 'pass' | 'plain'
  readonly tags: readonly VerdictTag[]
  readonly title: string
  /** What to change, or what is to be done. */
  readonly text: string | null
  readonly cause: DocumentFinding | null
}

const SIDES: { readonly [culprit in Culprit]: string } = {
  server: "MCP server's side",
  issuer: "authorization server's side",
  client: "client's side",
  browser: 'a rule of browsers',
  network: "network's side",
  person: 'your side',
}

const LEVELS: { readonly [severity in Severity]: string } = {
  error: 'must',
  warning: 'should',
  note: 'practice',
}

/** Where a change has to be made, in words. */
export function toSide(culprit: Culprit): string {
  return SIDES[culprit]
}

/** The keyword behind a severity: must, should, practice. */
export function toLevel(severity: Severity): string {
  return LEVELS[severity]
}

/** The words of the verdict for a run as it stands. */
export function toVerdictWords(document: RunDocument, phase: Phase): VerdictWords {
  const { outcome } = document
  const cause = findCause(document)
  const said = { title: outcome.summary, text: outcome.fix, cause }
  if (phase === 'running')
    return { ...said, tone: 'plain', tags: [{ text: 'Running', tone: 'plain' }] }
  if (outcome.status === 'passed') return { ...said, tone: 'pass', tags: toPassedTags(document) }
  if (outcome.waiting) {
    return { ...toWaitingWords(document), cause, tone: 'note' }
  }
  const tone = cause?.severity ?? (outcome.status === 'failed' ? 'error' : 'warning')
  return { ...said, tone, tags: toStoppedTags(document, cause, tone) }
}

/** The finding that explains why the walk stopped, or null. */
export function findCause(document: RunDocument): DocumentFinding | null {
  const { cause } = document.outcome
  if (cause === null) return null
  return document.findings.find(({ rule, verdict }) => rule === cause && verdict === 'fail') ?? null
}

function toPassedTags(document: RunDocument): readonly VerdictTag[] {
  const tags: VerdictTag[] = [{ text: 'Connected', tone: 'pass' }]
  const failed = document.findings.filter(({ verdict }) => verdict === 'fail')
  for (const severity of ['error', 'warning', 'note'] as const) {
    const count = failed.filter((finding) => finding.severity === severity).length
    if (count > 0) tags.push({ text: toCount(count, severity), tone: severity })
  }
  const skipped = document.continued.length
  if (skipped > 0) tags.push({ text: `went past ${document.continued.join(', ')}`, tone: 'plain' })
  return tags
}

/** Whoever has walked asks next who else will get in. */
export function sayForecast({ clients }: RunDocument): string | null {
  const count = (wanted: string) => clients.filter(({ verdict }) => verdict === wanted).length
  if (clients.length === 0) return null
  const unknown = count('unknown')
  const rest = unknown > 0 ? `; of ${unknown} this run cannot tell` : ''
  return `${count('works')} of ${toCount(clients.length, 'client')} will get in${rest}.`
}

/** `1 error`, `2 errors`. */
export function toCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function toStoppedTags(
  document: RunDocument,
  cause: DocumentFinding | null,
  tone: Severity,
): readonly VerdictTag[] {
  const step = titleOf(document, document.outcome.step)
  const tags: VerdictTag[] = [{ text: step === null ? 'Stopped' : `Stopped at ${step}`, tone }]
  const { culprit } = document.outcome
  if (culprit !== null) tags.push({ text: toSide(culprit), tone: 'plain' })
  if (cause) tags.push({ text: `${cause.rule} · ${toLevel(cause.severity)}`, tone: 'plain' })
  return tags
}

function titleOf(document: RunDocument, step: string | null): string | null {
  const title = document.steps.find(({ id }) => id === step)?.title
  return title === undefined ? null : title.toLowerCase()
}

function toWaitingWords(document: RunDocument): Pick<VerdictWords, 'tags' | 'title' | 'text'> {
  const { waiting, step } = document.outcome
  const at = titleOf(document, step)
  const tags: readonly VerdictTag[] = [
    { text: at === null ? 'Your turn' : `Your turn at ${at}`, tone: 'note' },
  ]
  switch (waiting?.on) {
    case 'authorization':
      return { tags, title: toSignInTitle(waiting.url), text: document.outcome.summary }
    case 'person':
      return { tags, title: waiting.says, text: document.outcome.fix }
    case 'step': {
      const next = document.steps.find(({ id }) => id === waiting.step)
      const title = `Next: ${next?.title ?? waiting.step}`
      return {
        tags: [{ text: 'Step by step', tone: 'note' }],
        title,
        text: toSentence(next?.summary),
      }
    }
    case undefined:
      return { tags, title: document.outcome.summary, text: document.outcome.fix }
  }
}

function toSentence(words: string | undefined): string | null {
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.` : null
}

function toSignInTitle(url: string): string {
  return URL.canParse(url) ? `Sign in at ${new URL(url).host} to go on` : 'Sign in to go on'
}
