import type { ExchangeId, StepId } from '../http/exchange.ts'
import type { SpecRefId } from '../spec/references.ts'
import type { Revision } from '../spec/revisions.ts'
import type { ClientProfile } from './client.ts'
import type { Run } from './run.ts'

/** Who has to change something. */
export type Culprit = 'server' | 'issuer' | 'client' | 'browser' | 'network' | 'person'

/** The place in an exchange that proves a finding. `pointer` is a JSON Pointer (RFC 6901). */
export type EvidencePlace =
  | { readonly part: 'url' }
  | { readonly part: 'request-header'; readonly name: string }
  | { readonly part: 'request-body' }
  | { readonly part: 'status' }
  | {
      readonly part: 'response-header'
      readonly name: string
      readonly span?: readonly [from: number, to: number]
    }
  | { readonly part: 'response-body'; readonly pointer?: string }
  /** The whole exchange: nothing of it could be read. */
  | { readonly part: 'outcome' }

/** One proof. */
export type Evidence = { readonly exchange: ExchangeId; readonly at: EvidencePlace }

/** Exact text for the owner to paste. */
export type Paste = { readonly title: string; readonly text: string }

/** A rule broken: what was seen, what to change, where it shows. */
export type Fail = {
  readonly kind: 'fail'
  /** One sentence with the values seen. */
  readonly says: string
  /** What the owner changes. */
  readonly fix: string
  readonly evidence: readonly [Evidence, ...Evidence[]]
  /** When it is not the rule's usual culprit. */
  readonly culprit?: Culprit
  readonly paste?: Paste
  /** Two strings that should be the same, to be shown with the difference marked. */
  readonly compare?: readonly [
    { readonly label: string; readonly value: string },
    { readonly label: string; readonly value: string },
  ]
}

/** A rule's answer. A missing prerequisite is `cannot-tell`, never `pass`. */
export type Verdict =
  | { readonly kind: 'pass' }
  | Fail
  | { readonly kind: 'not-applicable'; readonly why: string }
  | { readonly kind: 'cannot-tell'; readonly why: string }

/** One requirement and how to judge it from the record. Rules look; they never fetch. */
export type Rule = {
  /** The digest's code: `PRM-07`. `NET-*` and `TRN-2x` are ours, for what the digest gives no number. */
  readonly id: string
  /** Readable, and the file's name: `resource-is-the-url`. */
  readonly name: string
  /** States the requirement; true when it passes. */
  readonly title: string
  readonly level: 'must' | 'should' | 'practice'
  readonly spec: readonly SpecRefId[]
  readonly since?: Revision
  readonly until?: Revision
  /** The step whose record it judges; causes are ordered by it. */
  readonly step: StepId
  /** True when a client must not, or cannot, go on past a fail. Only these can be the cause of a stop. */
  readonly stops: boolean
  readonly culprit: Culprit
  check(run: Run, client: ClientProfile): Verdict
}

/** How bad a fail is: MUST error, SHOULD warning, practice note. */
export type Severity = 'error' | 'warning' | 'note'

/** A rule and its answer on one run. */
export type Finding = {
  readonly rule: Rule
  readonly severity: Severity
  readonly verdict: Verdict
}

/** The severity that a level's fail has. */
export function severityOf(level: Rule['level']): Severity {
  if (level === 'must') return 'error'
  return level === 'should' ? 'warning' : 'note'
}
