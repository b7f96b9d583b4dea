import type { DocumentFinding, RunDocument } from '../../protocol/index.ts'

/** What a cell says of its run. */
export type CellWords = {
  readonly getsIn: boolean
  /** The step that the walk came to: its last one, or the one where it stopped. */
  readonly at: string
  /** Which rule stopped it, and the earliest step at which a rule that must hold was broken. */
  readonly line: string
  /** The whole sentence on how it ended. */
  readonly says: string
}

/** A run in the few words that a cell has room for. */
export function toCellWords(document: RunDocument): CellWords {
  const { outcome, steps } = document
  const getsIn = outcome.status === 'passed'
  const at = titleOf(document, getsIn ? steps.at(-1)?.id : outcome.step)
  return { getsIn, at, line: toLine(document), says: outcome.summary }
}

function toLine(document: RunDocument): string {
  const { outcome, exchanges } = document
  const first = findFirstBroken(document)
  const broken = first && `First broken: ${titleOf(document, first.step)}, ${first.rule}.`
  if (outcome.cause !== null)
    return first?.rule === outcome.cause
      ? `By ${outcome.cause}.`
      : [`By ${outcome.cause}.`, broken].join(' ')
  const requests = exchanges.filter(({ via }) => via !== 'navigation').length
  return broken ?? `${requests} ${requests === 1 ? 'request' : 'requests'}, nothing broken.`
}

function titleOf({ steps }: RunDocument, id: string | null | undefined): string {
  return steps.find((step) => step.id === id)?.title ?? 'the start'
}

function findFirstBroken({ findings, steps }: RunDocument): DocumentFinding | undefined {
  const turn = ({ step }: DocumentFinding) => steps.findIndex(({ id }) => id === step)
  return findings
    .filter(({ verdict, severity }) => verdict === 'fail' && severity === 'error')
    .toSorted((one, other) => turn(one) - turn(other))[0]
}
