import type { Exchange } from './http/exchange.ts'
import type { DocumentClient } from './run/document.ts'
import type { RunEvent } from './run/events.ts'
import type { FileReading } from './run/file.ts'

/**
 * The heavy half of the front door: what a page needs once a walk begins or a run is opened. A page loads it after its
 * start screen is usable; `index.ts` has the rest.
 */
export { loadClient } from './clients/loaded.ts'
export { redactRun } from './export/redact.ts'
export { serializeRun } from './run/serialize.ts'
export type { Rule } from './run/rule.ts'
export { RULES } from './rules/index.ts'
export { rewindRun } from './run/rewind.ts'
export { documentOfLog, surveyOn, waitingOf, walkOn } from './walk.ts'

/** Reads a run file. Its schema is loaded with the first one. */
export async function readRunFile(text: string): Promise<FileReading> {
  const { parseRun } = await import('./run/file.ts')
  return parseRun(text)
}

/** Which clients would get in, from what a run has seen. Loaded when the first run has ended. */
export async function foretellClients(
  events: readonly RunEvent[],
): Promise<readonly DocumentClient[]> {
  const { forecast } = await import('./forecast.ts')
  return forecast(events)
}

/** One exchange as a command line. */
export async function toCurl(exchange: Exchange): Promise<string> {
  const curl = await import('./export/curl.ts')
  return curl.toCurl(exchange)
}
