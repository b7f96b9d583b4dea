import { type Exchange, endedAt } from '../../protocol/index.ts'

/** A stretch without requests that is drawn as a mark of fixed width instead of at its length. */
export type Fold = {
  readonly from: number
  readonly to: number
  /** Where its mark begins and ends, 0 to 1. */
  readonly place: readonly [from: number, to: number]
  /** True when the person was at the authorization server meanwhile. */
  readonly person: boolean
}

/** Maps epoch milliseconds to a place between 0 and 1, with long silences folded. */
export type TimeScale = {
  readonly place: (at: number) => number
  readonly folds: readonly Fold[]
  /** The time that is drawn at its length, in milliseconds. */
  readonly length: number
}

/** A silence at least this long is folded; one in which the person was away already when this short. */
const LONG_SILENCE = 1500
const LONG_ABSENCE = 300
const FOLD_WIDTH = 0.09

type Span = readonly [from: number, to: number]

/** Makes the scale of a run. `now` ends what is still pending. */
export function toTimeScale(exchanges: readonly Exchange[], now: number): TimeScale {
  const busy = mergeSpans(exchanges.filter(isFetch).map((exchange) => toSpan(exchange, now)))
  const navigations = exchanges.filter((exchange) => !isFetch(exchange))
  const everything = mergeSpans(exchanges.map((exchange) => toSpan(exchange, now)))
  const from = everything[0]?.[0] ?? 0
  const to = everything.at(-1)?.[1] ?? 0
  const isPersons = (silence: Span): boolean =>
    navigations.some((exchange) => overlaps(toSpan(exchange, now), silence))
  const silences = toSilences(busy, [from, to]).filter((silence) => {
    const length = silence[1] - silence[0]
    return length >= LONG_SILENCE || (length >= LONG_ABSENCE && isPersons(silence))
  })
  return layOut([from, to], silences, isPersons)
}

function isFetch(exchange: Exchange): boolean {
  return exchange.via !== 'navigation'
}

function toSpan(exchange: Exchange, now: number): Span {
  return [exchange.startedAt, Math.max(exchange.startedAt, endedAt(exchange) ?? now)]
}

function overlaps([from, to]: Span, [start, end]: Span): boolean {
  return from < end && to > start
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1)
    if (last && span[0] <= last[1])
      merged[merged.length - 1] = [last[0], Math.max(last[1], span[1])]
    else merged.push(span)
  }
  return merged
}

function toSilences(busy: readonly Span[], [from, to]: Span): readonly Span[] {
  const edges: readonly Span[] = [[from, from], ...busy, [to, to]]
  return edges.slice(1).map((span, index): Span => [edges[index]?.[1] ?? from, span[0]])
}

function layOut(
  [from, to]: Span,
  silences: readonly Span[],
  isPersons: (silence: Span) => boolean,
): TimeScale {
  const silent = silences.reduce((sum, [start, end]) => sum + end - start, 0)
  const length = Math.max(1, to - from - silent)
  const foldWidth = Math.min(FOLD_WIDTH, 0.5 / Math.max(1, silences.length))
  const perMillisecond = (1 - foldWidth * silences.length) / length
  const folds: Fold[] = []
  let folded = 0
  for (const [start, end] of silences) {
    const place = (start - from - folded) * perMillisecond + folds.length * foldWidth
    folds.push({
      from: start,
      to: end,
      place: [place, place + foldWidth],
      person: isPersons([start, end]),
    })
    folded += end - start
  }
  return { folds, length, place: (at) => placeOf(at, { from, folds, perMillisecond }) }
}

function placeOf(
  at: number,
  scale: { from: number; folds: readonly Fold[]; perMillisecond: number },
): number {
  let begin = scale.from
  let place = 0
  for (const fold of scale.folds) {
    if (at <= fold.from) break
    const [start, end] = fold.place
    if (at < fold.to) return start + ((end - start) * (at - fold.from)) / (fold.to - fold.from)
    begin = fold.to
    place = end
  }
  return clamp(place + (at - begin) * scale.perMillisecond)
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place))
}
