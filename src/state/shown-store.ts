import { createStore } from 'zustand/vanilla'
import type { RunDocument } from '../protocol/index.ts'

/** How it stands with the run that the place names. */
export type Opening =
  | { readonly kind: 'settled' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly says: string }

/** Two runs to be held against each other, the earlier one first. */
export type Comparison = readonly [RunDocument, RunDocument]

/** What is on screen of runs that others made, beside a single run. */
export type Shown = { readonly opening: Opening; readonly comparison: Comparison | null }

export function createShownStore() {
  return createStore<Shown>(() => ({ opening: { kind: 'settled' }, comparison: null }))
}
