import type { StepId } from '../http/exchange.ts'

/** What two runs can differ in. */
export type DifferenceKind =
  | 'setting'
  | 'revision'
  | 'status'
  | 'cause'
  | 'step'
  | 'rule'
  | 'request'
  | 'scope'
  | 'registration'
  | 'tool'
  | 'client'

/** One thing that two runs of a server do not have in common. */
export type Difference = {
  readonly kind: DifferenceKind
  /** The step it belongs to; null for the run as a whole. */
  readonly step: StepId | null
  /** What of that kind: a rule's code, a tool's name, a request, a client's id. */
  readonly subject: string
  /** The value of the earlier run; null where it had none. */
  readonly before: string | null
  /** The value of the later run; null where it has none. */
  readonly after: string | null
  /** One sentence with both values. */
  readonly says: string
}

/** A text inside a sentence, cut where it would drown it. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 157)}...` : line
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
