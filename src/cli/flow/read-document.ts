import type { RedactedRun } from '../../protocol/reports.ts'

/** Reads what the page tells of its run, which it has redacted. It throws on anything else: the page is ours. */
export function readDocument(text: unknown): RedactedRun {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  if (!isDocument(value)) throw new Error('The page told something that is no run document.')
  return value
}

function isDocument(value: unknown): value is RedactedRun {
  return typeof value === 'object' && value !== null && 'format' in value && 'outcome' in value
}
