/** Who has to change something, as run documents say it. */
export type Culprit = 'server' | 'issuer' | 'client' | 'browser' | 'network' | 'person'

/** Rules that fail besides the first one, each with the reason why it is no second fault. */
export type Besides = Readonly<Record<string, string>>

/** What a walk has to come to. */
export type Ending = {
  readonly status: 'passed' | 'failed' | 'stopped'
  readonly step: string | null
  readonly cause: string | null
  readonly culprit: Culprit | null
  /** Every rule that fails, notes included. */
  readonly fails: readonly string[]
  /** Why the rule of the fault does not fail. */
  readonly unseen?: string
}

/** What the walk is told beyond the address of the server: options of the runner, by their names in a targets file. */
export type WalkOptions = Readonly<Record<string, string | true>>

/** One walk against a fault, and what it has to come to. */
export type Case = { readonly walk: WalkOptions; readonly ends: Ending }

/** The walks of one fault; the first one has no options. */
export type Row = readonly [Case, ...Case[]]

export type Expected<Name extends string> = Readonly<Record<Name, Row>>

/** The walk ends in tools; `rule` fails all the same. */
export function passed(rule: string, besides: Besides = {}): Ending {
  return { ...QUIET, fails: [rule, ...Object.keys(besides)] }
}

/** The walk ends in tools and no rule fails: the reason says why the fault does not show. */
export function unseen(why: string): Ending {
  return { ...QUIET, fails: [], unseen: why }
}

const QUIET = { status: 'passed', step: null, cause: null, culprit: null } as const

type Stop = readonly [step: string, cause: string, culprit: Culprit]

/** The walk fails at a step, and `cause` is the root of it. */
export function failed(...[step, cause, culprit, besides = {}]: [...Stop, Besides?]): Ending {
  return { status: 'failed', step, cause, culprit, fails: [cause, ...Object.keys(besides)] }
}

/** The walk needs a person. */
export function stopped(...[step, cause, culprit, besides = {}]: [...Stop, Besides?]): Ending {
  return { ...failed(step, cause, culprit, besides), status: 'stopped' }
}

/** Another rule than the one that is broken is all that can be said; the reason says why. */
export function masked(ending: Ending, why: string): Ending {
  return { ...ending, unseen: why }
}

/** Nobody comes back from the authorization server, and a page cannot see why. */
export function waits(why: string): Ending {
  return {
    status: 'stopped',
    step: 'authorization',
    cause: null,
    culprit: 'person',
    fails: [],
    unseen: why,
  }
}

/** A fault that looks the same in each walk, but in those that are named. */
export function row(ends: Ending, ...cases: readonly Case[]): Row {
  return [{ walk: {}, ends }, ...cases]
}

export function when(walk: WalkOptions, ends: Ending): Case {
  return { walk, ends }
}

/** As the client that the issuer's owner has entered. */
export const AS_KNOWN_CLIENT = {
  clientId: 'practice-client',
  clientAuthentication: 'client_secret_basic',
} as const

/** A page that has no relay. */
export const ALONE = { transport: 'direct' } as const

/** No step of a plain walk goes there. */
export const NEEDS_PROBE = unseen('only a negative test shows it')

/** With all negative tests at its end. */
export const PROBES = { probes: true } as const

/** As a client of the last revision that begins with `initialize`. */
export const PROBES_OF_2025 = { revision: '2025-11-25', ...PROBES } as const

/** As a client that presents a document of its own. */
export const PROBES_BY_DOCUMENT = { document: 'client', ...PROBES } as const
