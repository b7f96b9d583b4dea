import type { RunDocument } from '../../protocol/index.ts'

/** What a running walk waits for: the oldest request without an answer, or the step at work. */
export type WaitedFor = {
  readonly title: string
  readonly says: string | null
  readonly since: number
}

/** Finds what a running walk waits for. */
export function findWaitedFor(document: RunDocument): WaitedFor {
  const step = document.steps.find(({ status }) => status === 'running' || status === 'waiting')
  const pending = document.exchanges.filter(({ outcome }) => outcome.kind === 'pending')
  const oldest = pending[0]
  const title = step?.title ?? 'Starting'
  const since = oldest?.startedAt ?? step?.startedAt ?? document.startedAt
  return { title, says: oldest ? toSentence(oldest, pending.length - 1) : null, since }
}

function toSentence(exchange: RunDocument['exchanges'][number], others: number): string {
  const { url } = exchange.request
  const host = URL.canParse(url) ? new URL(url).host : url
  const more = others > 0 ? ` and ${others} more` : ''
  return `Waiting for ${host}: ${exchange.purpose}${more}.`
}
