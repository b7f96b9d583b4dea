import {
  REVISIONS,
  type RevisionChoice,
  type TransportChoice,
  isRevision,
} from '../../protocol/index.ts'

/** The revisions to choose from, newest first. */
export const REVISION_CHOICES: readonly {
  readonly value: RevisionChoice
  readonly label: string
}[] = [
  { value: 'auto', label: 'auto' },
  ...REVISIONS.toReversed().map((revision) => ({ value: revision, label: revision })),
]

/** The ways to the server to choose from. */
export const TRANSPORT_CHOICES: readonly {
  readonly value: TransportChoice
  readonly label: string
}[] = [
  { value: 'auto', label: 'browser, then relay' },
  { value: 'direct', label: 'browser only' },
  { value: 'relay', label: 'relay only' },
]

/** The revision that a select named. */
export function toRevisionChoice(value: string): RevisionChoice {
  return isRevision(value) ? value : 'auto'
}

/** The transport that a select named. */
export function toTransportChoice(value: string): TransportChoice {
  return value === 'direct' || value === 'relay' ? value : 'auto'
}
