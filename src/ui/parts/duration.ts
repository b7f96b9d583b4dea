/** A span of time in the fewest characters that still tell: `84 ms`, `1.2 s`, `3 min 4 s`. */
export function toDuration(milliseconds: number): string {
  if (milliseconds < 1) return '<1 ms'
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  if (seconds < 59.5) return `${Math.round(seconds)} s`
  return toLongDuration(Math.round(seconds))
}

function toLongDuration(seconds: number): string {
  const units: readonly (readonly [name: string, length: number])[] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ]
  const first = units.findIndex(([, length]) => seconds >= length)
  let rest = seconds
  const words: string[] = []
  for (const [name, length] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0) words.push(`${count} ${name}`)
  }
  return words.join(' ')
}

/** An amount of bytes: `812 B`, `1.4 kB`, `2.0 MB`. */
export function toBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** When something was, seen from now: `just now`, `5 min ago`. */
export function toAge(at: number, now: number): string {
  const seconds = Math.round((now - at) / 1000)
  if (seconds < 45) return 'just now'
  if (seconds < 3570) return `${Math.max(1, Math.round(seconds / 60))} min ago`
  if (seconds < 84_600) return `${Math.max(1, Math.round(seconds / 3600))} h ago`
  return new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })
}
