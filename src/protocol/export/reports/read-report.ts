import { isJsonArray, isJsonObject, type Json, parseJson } from '../../http/json.ts'
import type { Report } from './report.ts'

/** A `summary.json` as read, or one sentence that says why it is none. */
export type ReportReading =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'refused'; readonly says: string }

/** The members of a target without which no report can be made. */
const LISTS = ['differences', 'steps', 'findings', 'known', 'files'] as const

/** Reads the text of a `summary.json`. Never throws. */
export function readReport(text: string): ReportReading {
  const reading = parseJson(text)
  if (reading.kind === 'not-json') return refuse(`it is no JSON: ${reading.message}`)
  const { value } = reading
  if (!isJsonObject(value) || value['format'] !== 'mcp-flow-summary') {
    return refuse('it is no summary: it has no member "format" with the value "mcp-flow-summary"')
  }
  const { version } = value
  if (typeof version === 'number' && version > 1) {
    return refuse(`it is version ${version}; this program reads version 1`)
  }
  const parsed: unknown = value
  return isReport(parsed, value) ? { kind: 'report', report: parsed } : refuse('it is damaged')
}

function refuse(says: string): ReportReading {
  return { kind: 'refused', says }
}

/** Whether it has what the reports are made of; what is inside of a finding was written by this program. */
function isReport(_: unknown, value: { readonly [name: string]: Json | undefined }): _ is Report {
  const { version, app, startedAt, milliseconds, targets, notRun } = value
  return (
    version === 1 &&
    isJsonObject(app ?? null) &&
    typeof startedAt === 'number' &&
    typeof milliseconds === 'number' &&
    isJsonArray(notRun ?? null) &&
    isJsonArray(targets ?? null) &&
    Array.isArray(targets) &&
    targets.every(isTarget)
  )
}

function isTarget(value: Json): boolean {
  if (!isJsonObject(value)) return false
  const { name, asExpected, clients } = value
  return (
    typeof name === 'string' &&
    typeof asExpected === 'boolean' &&
    isJsonObject(clients ?? null) &&
    LISTS.every((member) => isJsonArray(value[member] ?? null))
  )
}
