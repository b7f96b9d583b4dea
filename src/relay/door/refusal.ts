import type { RelayRefusal } from '../wire.ts'

const STATUS: Record<RelayRefusal['error'], number> = {
  'wrong-host': 403,
  'foreign-origin': 403,
  'wrong-method': 405,
  'missing-secret': 403,
  'wrong-secret': 403,
  'over-limit': 429,
  'too-busy': 503,
  'too-large': 413,
  'bad-request': 400,
  'forbidden-header': 400,
}

/** An answer whose whole text is known. */
export type ShortAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The answer that tells a caller why the relay does not try. */
export function toRefusal(refusal: RelayRefusal): ShortAnswer {
  const { error, retryAfter } = refusal
  return {
    status: STATUS[error],
    headers: {
      'Content-Type': 'application/json',
      ...(error === 'wrong-method' && { Allow: 'POST, OPTIONS' }),
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
    body: JSON.stringify(refusal),
  }
}

/** A value as it may stand in a sentence: quoted, and cut when it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
