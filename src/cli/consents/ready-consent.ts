import type { Consent } from '../flow/consent.ts'

/** A consent module that comes with the runner, called by its name instead of by a file. */
export type ReadyConsent = {
  readonly name: string
  readonly about: string
  /** It signs in, and so needs an account from the environment. */
  readonly needsAccount: boolean
  readonly drive: Consent
}
