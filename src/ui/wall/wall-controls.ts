import type { PublishedIndex } from '../../protocol/published.ts'
import type { Place } from '../../state/place.ts'
import type { Comparison, Opening } from '../../state/shown-store.ts'
import type { Refusal } from '../controls.ts'

/** A folder of published runs, as far as it is read. */
export type Published =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly says: string }
  | { readonly kind: 'index'; readonly index: PublishedIndex }

/** What the wall of runs needs from the rest of the page. Members named `use…` are hooks. */
export type WallControls = {
  usePlace(): Place
  usePublished(): Published
  useOpening(): Opening
  useComparison(): Comparison | null
  /** Goes there, so that the browser's Back comes from there again. */
  go(place: Place): void
  /** Reads the folder, or what could not be opened, once more. */
  retry(): void
  /** Holds the runs in two files against each other. */
  compareFiles(files: readonly File[]): Promise<Refusal>
  /** Holds the run on screen against another: one in a file, or one that this browser remembers, by its id. */
  compareWith(other: File | string): Promise<Refusal>
  /** Ends a comparison of files: what was on screen comes back. */
  leaveComparison(): void
}
