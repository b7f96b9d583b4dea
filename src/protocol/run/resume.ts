import type { Wire } from '../http/wire.ts'
import type { RunLog } from './events.ts'
import { type Run, foldRun } from './run.ts'

/** Exchanges that a reload cut off, and the navigation that has just come back. */
export function settleLeftOver(log: RunLog, now: number): void {
  const run = foldRun(log.events())
  for (const { id, outcome, step } of run.exchanges) {
    if (outcome.kind !== 'pending') continue
    const isOpen = id === run.facts.authorization?.exchange
    if (isOpen && !run.arrival) continue
    const hasComeBack = isOpen || step === 'callback'
    log.append({
      type: 'exchange-settled',
      at: now,
      id,
      outcome: hasComeBack
        ? { kind: 'navigated', endedAt: run.arrival?.at ?? now }
        : { kind: 'aborted', endedAt: now, by: 'walk' },
    })
  }
}

/** Whatever comes back to the redirect URI after the first answer is shown, and not used. */
export function noteRepeatedArrivals(run: Run, wire: Wire): void {
  const { exchanges, facts, repeated } = run
  const after = facts.callback?.exchange
  if (after === undefined) return
  const isNoted = (url: string): boolean =>
    exchanges.some(
      (each) => each.step === 'callback' && each.after !== undefined && each.request.url === url,
    )
  for (const { url } of repeated.filter((each) => !isNoted(each.url))) {
    const purpose = 'The browser comes back once more; this answer is not used'
    wire.navigate({ step: 'callback', purpose, to: 'page', url, arrived: true, after })
  }
}
