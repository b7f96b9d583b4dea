/**
 * The front door for a folder of published runs: what its index is, and how one is made and read. A page loads it with
 * the wall of runs.
 */
export type { PublishedIndex, PublishedRun, PublishedTarget } from './published/index-schema.ts'
export type { IndexReading } from './published/read-index.ts'
export { readEntry, readIndex } from './published/read-index.ts'
export { toIndex, toPublishedRun, toPublishedTarget } from './published/to-published.ts'
export { parseRun } from './run/file.ts'
