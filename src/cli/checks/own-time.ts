import type { RunEvent } from '../../protocol/index.ts'
import type { Measurement } from './measurement.ts'
import { medianOf, walkInPage } from './page-walks.ts'

const WALKS = 7
const BUDGET = 5

/** What a step takes beside waiting for the network. */
export const ownTime: Measurement = {
  name: 'Own time per step, network excluded',
  async measure() {
    const walks = await walkInPage(WALKS)
    const steps = walks.flatMap(({ events }) => toOwnTimes(events))
    const times = steps.map(({ own }) => own)
    const slowest = steps.toSorted((a, b) => b.own - a.own)[0]
    return [
      {
        what: `median of ${times.length} steps`,
        value: medianOf(times),
        unit: 'ms',
        budget: BUDGET,
      },
      { what: `slowest, ${slowest?.step ?? 'none'}`, value: slowest?.own ?? 0, unit: 'ms' },
    ]
  },
}

/** From the beginning of each step to its end, less the time in which any exchange was open. */
export function toOwnTimes(
  events: readonly RunEvent[],
): readonly { readonly step: string; readonly own: number }[] {
  const waits = toWaits(events)
  return events.flatMap((event, index) => {
    if (event.type !== 'step-started') return []
    const end = events.slice(index).find((later) => later.type === 'step-settled')
    if (end?.type !== 'step-settled' || end.result.kind === 'skipped') return []
    return [{ step: event.step, own: end.at - event.at - overlapOf(waits, event.at, end.at) }]
  })
}

type Span = readonly [from: number, to: number]

/** The times in which at least one exchange was open, apart from each other and in order. */
function toWaits(events: readonly RunEvent[]): readonly Span[] {
  const ends = new Map(
    events.flatMap((event) => (event.type === 'exchange-settled' ? [[event.id, event.at]] : [])),
  )
  const spans = events.flatMap((event): readonly Span[] => {
    if (event.type !== 'exchange-started' || event.exchange.via === 'navigation') return []
    return [[event.at, ends.get(event.exchange.id) ?? event.at]]
  })
  return merge(spans)
}

function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last === undefined || last[1] < from) merged.push([from, to])
    else merged.splice(-1, 1, [last[0], Math.max(last[1], to)])
  }
  return merged
}

function overlapOf(spans: readonly Span[], from: number, to: number): number {
  return spans
    .map(([start, end]) => Math.max(0, Math.min(end, to) - Math.max(start, from)))
    .reduce((sum, part) => sum + part, 0)
}
