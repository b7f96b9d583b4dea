const MONTHS = 6

/** True when the newest evidence of a client (`2026-03`) was more than six months old at that time, in epoch milliseconds. */
export function isStale(seenIn: string, at: number): boolean {
  const [year = 0, month = 1] = seenIn.split('-').map(Number)
  return at >= Date.UTC(year, month + MONTHS, 1)
}
