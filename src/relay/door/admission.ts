import type { RelayRefusal } from '../wire.ts'

/** How much a relay carries. */
export type Pace = {
  /** Requests of one person within a minute; as many may come at once. */
  readonly perMinute?: number
  /** Requests of all people that are under way together. */
  readonly atOnce?: number
}

export type Admitted = { readonly kind: 'admitted'; leave(): void }
export type Admission = (
  person: string,
) => Admitted | { readonly kind: 'refused'; readonly refusal: RelayRefusal }

const MINUTE = 60_000

/** Lets people in as long as their bucket holds a token; it fills evenly. `now` is in milliseconds. */
export function makeAdmission({ perMinute, atOnce }: Pace, now: () => number): Admission {
  const take = perMinute === undefined ? undefined : makeBuckets(perMinute, now)
  let inside = 0
  return (person) => {
    if (atOnce !== undefined && inside >= atOnce) return tooBusy(atOnce)
    const wait = take?.(person) ?? 0
    if (perMinute !== undefined && wait > 0) return overLimit(perMinute, wait)
    inside += 1
    let isInside = true
    return {
      kind: 'admitted',
      leave() {
        if (isInside) inside -= 1
        isInside = false
      },
    }
  }
}

/** Takes a token out of a person's bucket; gives the milliseconds to wait when there is none. */
function makeBuckets(perMinute: number, now: () => number): (person: string) => number {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>()
  return (person) => {
    const at = now()
    const last = buckets.get(person) ?? { tokens: perMinute, at }
    const gained = ((at - last.at) * perMinute) / MINUTE
    const tokens = Math.min(perMinute, last.tokens + gained)
    buckets.set(person, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
    return tokens >= 1 ? 0 : ((1 - tokens) * MINUTE) / perMinute
  }
}

function overLimit(perMinute: number, wait: number) {
  const retryAfter = Math.ceil(wait / 1000)
  const message = `You may send ${perMinute} requests a minute through this relay; the next one may go in ${retryAfter} s.`
  return { kind: 'refused', refusal: { error: 'over-limit', message, retryAfter } } as const
}

function tooBusy(atOnce: number) {
  const message = `This relay carries ${atOnce} requests at a time, and as many are under way; try again in 1 s.`
  return { kind: 'refused', refusal: { error: 'too-busy', message, retryAfter: 1 } } as const
}
