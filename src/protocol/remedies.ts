import type { Change } from './remedies/change.ts'
import { changesFor } from './remedies/changes.ts'
import { type Stack, type StackText, textsFor } from './remedies/stack.ts'
import { STACKS } from './remedies/stacks.ts'
import type { DocumentFinding, RunDocument } from './run/document.ts'

export type { StackText } from './remedies/stack.ts'

/** What an owner does about a finding in one product, in the order in which it is done. */
export type Remedy = {
  readonly stack: string
  readonly name: string
  readonly texts: readonly [StackText, ...StackText[]]
}

/**
 * A broken rule mended in each product that has a part in it, with the values of the run. None where the mending is
 * no configuration. This is a door of its own, as a page loads it when a person looks at a finding.
 */
export function remediesFor(finding: DocumentFinding, document: RunDocument): readonly Remedy[] {
  if (finding.verdict !== 'fail') return []
  const changes = changesFor({ finding, document })
  return STACKS.flatMap((stack) => toRemedy(stack, changes))
}

function toRemedy(stack: Stack, changes: readonly Change[]): readonly Remedy[] {
  const [first, ...others] = changes.flatMap((change) => textsFor(stack, change))
  return first ? [{ stack: stack.id, name: stack.name, texts: [first, ...others] }] : []
}
