/**
 * The heavy half of the front door: what a page needs once a walk begins or a run is opened. A page loads it after its
 * start screen is usable; `index.ts` has the rest.
 */
export { toCurl } from './export/curl.ts'
export { redactRun } from './export/redact.ts'
export { parseRun, serializeRun } from './run/file.ts'
export { rewindRun } from './run/rewind.ts'
export { documentOfLog, walkOn } from './walk.ts'
