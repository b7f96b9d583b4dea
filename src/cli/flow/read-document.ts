import type { RunDocument } from '../../protocol/index.ts'

/** Reads what the page tells of its run. It throws on anything else: the page is ours. */
export function readDocument(text: unknown): RunDocument {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  if (!isDocument(value)) throw new Error('The page told something that is no run document.')
  return value
}

function isDocument(value: unknown): value is RunDocument {
  return typeof value === 'object' && value !== null && 'format' in value && 'outcome' in value
}
