import { createStore } from 'zustand/vanilla'
import type { EvidencePlace, ExchangeId } from '../protocol/index.ts'

/** A row of the timeline: an exchange, or the preflight inferred before it. */
export type RowId = ExchangeId | `${ExchangeId}:preflight`

/** What lies beside the walk. */
export type Panel = 'timeline' | 'tools' | 'findings' | 'clients' | 'identity' | 'scopes'

/** What the inspector shows of an exchange. */
export type Detail = 'explained' | 'request' | 'response' | 'raw'

/** What is selected, open and filtered. `selected` null: the page chooses what explains the outcome. */
export type View = {
  readonly panel: Panel
  readonly selected: RowId | null
  readonly detail: Detail
  /** The place in the selected exchange to scroll to and mark. */
  readonly evidence: EvidencePlace | null
  readonly filter: string
  /** The rule whose finding to scroll to, among the findings. */
  readonly finding: string | null
}

/** The view of a new run. */
export const FIRST_VIEW: View = {
  panel: 'timeline',
  selected: null,
  detail: 'explained',
  evidence: null,
  filter: '',
  finding: null,
}

export function createViewStore() {
  return createStore<View>(() => FIRST_VIEW)
}
