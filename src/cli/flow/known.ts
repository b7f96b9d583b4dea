import type { RunDocument } from '../../protocol/index.ts'
import { quirksBeside } from '../../protocol/quirks.ts'

/** What others have met before of the rule that stopped a run, and what to do about it. */
export function toKnownLines(document: RunDocument): readonly string[] {
  const { cause } = document.outcome
  if (cause === null) return []
  return quirksBeside(document, cause).map(
    ({ provider, advice }) =>
      `${provider === null ? 'known from elsewhere' : `known of ${provider}`}: ${advice}`,
  )
}
