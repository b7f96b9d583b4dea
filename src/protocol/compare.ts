import type { Difference } from './compare/difference.ts'
import { compareEssences, essenceOf } from './compare/essence.ts'
import type { RunDocument } from './run/document.ts'

/**
 * The front door for comparing runs: what changed on a server, or what a changed setting changed. A page loads it when
 * it is asked to compare, a runner when there is a baseline.
 */
export type { Difference } from './compare/difference.ts'
export { type Essence, compareEssences, essenceOf } from './compare/essence.ts'
export { toShape } from './compare/request-shape.ts'
export { type Aligned, align } from './compare/sequence.ts'

/**
 * Compares two redacted runs by their meaning. Times, ids, nonces, ports of loopback and the way that a request went
 * (direct or by a relay) do not count: two runs of a server that has not changed have no difference.
 */
export function compareRuns(before: RunDocument, after: RunDocument): readonly Difference[] {
  return compareEssences(essenceOf(before), essenceOf(after))
}
