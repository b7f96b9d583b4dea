import type { ClientProfile } from '../run/client.ts'
import type { DocumentClient } from '../run/document.ts'
import type { Judged } from './conclusion.ts'

/** A forecast as a run document has it. */
export function toDocumentClient(
  { id, name, asOf, seenIn, confidence, confidenceOf = {} }: ClientProfile,
  { verdict, step, why, exchange, field }: Judged,
  flip: string | null,
): DocumentClient {
  const own = field === null ? undefined : confidenceOf[field]
  return {
    id,
    name,
    verdict,
    step,
    why,
    exchange,
    flip,
    confidence: own ?? confidence,
    asOf,
    seenIn,
  }
}
