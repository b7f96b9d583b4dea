import type { Mark } from '../findings/evidence.ts'
import type { Stretch } from '../parts/difference.ts'

/** A header's value cut at the places that findings point at. Places that overlap become one. */
export function toHeaderStretches(value: string, marks: readonly Mark[]): readonly Stretch[] {
  const spans = marks
    .flatMap(({ at }) => (at.part === 'response-header' && at.span ? [at.span] : []))
    .toSorted((one, other) => one[0] - other[0])
  const stretches: Stretch[] = []
  let done = 0
  for (const [from, to] of spans) {
    const start = Math.max(done, from)
    if (to <= start) continue
    stretches.push({ text: value.slice(done, start), same: true })
    stretches.push({ text: value.slice(start, to), same: false })
    done = to
  }
  stretches.push({ text: value.slice(done), same: true })
  return stretches.filter(({ text }) => text !== '')
}
