import type { ServerResponse } from 'node:http'
import type { RelayRefusal } from './wire.ts'

const STATUS: Record<RelayRefusal['error'], number> = {
  'wrong-host': 403,
  'foreign-origin': 403,
  'wrong-method': 405,
  'missing-secret': 403,
  'wrong-secret': 403,
  'too-large': 413,
  'bad-request': 400,
  'forbidden-header': 400,
}

export function refuse(response: ServerResponse, refusal: RelayRefusal): void {
  if (refusal.error === 'wrong-method') response.setHeader('Allow', 'POST, OPTIONS')
  response.writeHead(STATUS[refusal.error], { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(refusal))
}

/** A value as it may stand in a sentence: quoted, and cut when it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
