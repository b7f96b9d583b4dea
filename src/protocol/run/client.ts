import type { Policy } from './policy.ts'

/** An OAuth client that the walk can imitate: data only. */
export type ClientProfile = {
  readonly id: string
  readonly name: string
  /** Version or date of the evidence. */
  readonly asOf: string
  readonly confidence:
    | 'specification'
    | 'source-code'
    | 'vendor-docs'
    | 'vendor-docs+user-reports'
    | 'user-reports'
  readonly sources: readonly string[]
  /** What this client does differently from a conforming client of the chosen revision. */
  readonly differs: Partial<Policy>
}
