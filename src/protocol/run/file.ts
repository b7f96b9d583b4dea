import type { RunDocument } from './document.ts'

declare const REDACTED: unique symbol

/** A run that has gone through `redactRun`, and may leave the tab. The mark exists for the compiler only. */
export type RedactedRun = RunDocument & { readonly [REDACTED]: true }
