import type { Exchange, ExchangeId, Outcome, StepId } from '../http/exchange.ts'
import type { SpecRefId } from '../spec/references.ts'
import type { RunConfig } from './config.ts'
import type { Facts } from './facts.ts'

/** The name of one run. */
export type RunId = string

/** What went wrong in a step, by cause. `errors.ts` has the words. */
export type FlowErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'not-streamable-http'
  | 'unexpected-status'
  | 'redirected'
  | 'no-resource-metadata'
  | 'no-issuer'
  | 'no-server-metadata'
  | 'no-endpoint'
  | 'unsafe-url'
  | 'registration-refused'
  | 'no-client'
  | 'issuer-changed'
  | 'authorization-refused'
  | 'bad-callback'
  | 'no-code'
  | 'token-refused'
  | 'bad-token-answer'
  | 'token-rejected'
  | 'insufficient-scope'
  | 'too-many-authorizations'
  | 'bad-mcp-answer'
  | 'no-refresh-token'
  | 'no-revocation-endpoint'
  | 'bad-key'
  | 'unsafe-to-send'
  | 'defect'

/** Why a step could not give what it should. A value, never thrown. */
export type FlowError = {
  readonly code: FlowErrorCode
  /** One sentence with the values seen. */
  readonly message: string
  readonly exchange?: ExchangeId
}

/** What only the person can give, and the field of the form that takes it. */
export type PersonNeed = {
  readonly field: 'client-id' | 'client-secret' | 'private-key' | 'issuer' | 'scope'
  readonly says: string
}

/** How a step ended. */
export type StepResult =
  | { readonly kind: 'done'; readonly says: string; readonly facts: Partial<Facts> }
  | { readonly kind: 'skipped'; readonly why: string }
  | {
      readonly kind: 'waiting'
      readonly on: 'authorization'
      readonly says: string
      readonly url: string
      readonly facts: Partial<Facts>
    }
  | {
      readonly kind: 'waiting'
      readonly on: 'person'
      readonly need: PersonNeed
      readonly facts: Partial<Facts>
    }
  /** Goes on at an earlier step (or at `step-up`) with what was just learned. */
  | {
      readonly kind: 'back'
      readonly to: StepId
      readonly why: string
      readonly facts: Partial<Facts>
    }
  | { readonly kind: 'failed'; readonly error: FlowError; readonly facts: Partial<Facts> }

/** What was concluded from an exchange, and why. */
export type Decision = {
  readonly step: StepId
  readonly exchange?: ExchangeId
  readonly says: string
  readonly why?: string
  readonly spec?: SpecRefId
}

/** Why the person did not come back from the authorization server. */
export type AbandonReason = 'popup-blocked' | 'popup-closed' | 'cancelled' | 'timeout'

/** Everything that can happen in a run. The log of these is the run; all else is computed from it. */
export type RunEvent =
  | {
      readonly type: 'run-started'
      readonly at: number
      readonly run: RunId
      readonly config: RunConfig
      /** The run and step that this one begins anew from. */
      readonly from?: { readonly run: RunId; readonly step: StepId }
    }
  | { readonly type: 'step-started'; readonly at: number; readonly step: StepId }
  | { readonly type: 'exchange-started'; readonly at: number; readonly exchange: Exchange }
  | {
      readonly type: 'exchange-settled'
      readonly at: number
      readonly id: ExchangeId
      readonly outcome: Outcome
    }
  | { readonly type: 'exchange-used'; readonly at: number; readonly id: ExchangeId }
  | { readonly type: 'decided'; readonly at: number; readonly decision: Decision }
  | {
      readonly type: 'step-settled'
      readonly at: number
      readonly step: StepId
      readonly result: StepResult
    }
  /** A rule told the walk to stop before going past `step`. */
  | { readonly type: 'stopped'; readonly at: number; readonly step: StepId; readonly rule: string }
  /** The person pressed "Continue anyway". */
  | { readonly type: 'continued'; readonly at: number; readonly rule: string }
  /** Step mode: the walk halts before `step`. */
  | { readonly type: 'paused'; readonly at: number; readonly step: StepId }
  | { readonly type: 'config-changed'; readonly at: number; readonly config: RunConfig }
  /** The person wants a step on demand. */
  | { readonly type: 'step-wanted'; readonly at: number; readonly step: StepId }
  /** The browser is on its way to the authorization server. */
  | {
      readonly type: 'authorization-opened'
      readonly at: number
      readonly by: 'same-tab' | 'popup' | 'paste'
    }
  | { readonly type: 'authorization-abandoned'; readonly at: number; readonly why: AbandonReason }
  | {
      readonly type: 'callback-arrived'
      readonly at: number
      readonly url: string
      readonly by: 'same-tab' | 'popup' | 'paste'
    }
  | { readonly type: 'cancelled'; readonly at: number; readonly step: StepId }

/** The log that a walk appends to. `events` gives all so far. */
export type RunLog = { events(): readonly RunEvent[]; append(event: RunEvent): void }
