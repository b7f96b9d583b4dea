import type { Policy } from './policy.ts'

/** How well a behaviour is known. */
export type Confidence =
  | 'specification'
  | 'source-code'
  | 'vendor-docs'
  | 'vendor-docs+user-reports'
  | 'user-reports'

/** What is known of a client's behaviour; null where no source says. A member that is missing is the specification's. */
export type Behaviour = { readonly [field in keyof Policy]?: Policy[field] | null }

/** An OAuth client that the walk can imitate: data only. */
export type ClientProfile = {
  readonly id: string
  readonly name: string
  /** Version or date of the evidence, in words. */
  readonly asOf: string
  /** The month of the newest evidence, `2026-08`; the earliest that it can be where only the year is known. */
  readonly seenIn: string
  readonly confidence: Confidence
  /** Where it is another than that of the whole profile. */
  readonly confidenceOf?: { readonly [field in keyof Policy]?: Confidence }
  readonly sources: readonly string[]
  /** What this client does; `known` fills in that of all else no source tells. */
  readonly differs: Behaviour
  /** Redirect URIs it registers; null where no source says. */
  readonly redirectUris: readonly string[] | null
  /** Addresses of its client ID metadata documents; null where none is known. */
  readonly documents: readonly string[] | null
  /** Client authentication it can do at the token endpoint, in its order; null where no source says. */
  readonly tokenAuthentication: readonly string[] | null
  /** When and how it refreshes, in words; null where no source says. */
  readonly refresh: string | null
  /** What else there is to know, in words. */
  readonly notes: readonly string[]
}
