import type { RunDocument, StepId } from '../../protocol/index.ts'
import type { RowId, View } from '../controls.ts'
import { findCause } from '../verdict/verdict-words.ts'

/**
 * The selected row: the person's choice as long as it is in the run, else what proves the cause,
 * else the last exchange of a run that ended. Null while a run goes on and nobody chose.
 */
export function toSelected(document: RunDocument, view: View): RowId | null {
  if (view.selected !== null && findById(document, view.selected)) return view.selected
  const proof = findCause(document)?.evidence[0]?.exchange
  if (proof !== undefined && findById(document, proof)) return proof
  if (document.outcome.status === 'running') return null
  const walked = document.exchanges.filter(({ diagnostic }) => diagnostic === undefined)
  return walked.at(-1)?.id ?? null
}

/** The step of the selected row. */
export function toSelectedStep(document: RunDocument, selected: RowId | null): StepId | null {
  return selected === null ? null : (findById(document, selected)?.step ?? null)
}

function findById(document: RunDocument, row: RowId) {
  const [id] = row.split(':')
  return document.exchanges.find((exchange) => exchange.id === id)
}
