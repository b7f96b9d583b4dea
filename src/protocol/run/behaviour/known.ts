import type { Behaviour } from '../client.ts'
import { REVISION_POLICIES } from '../policy.ts'

const UNKNOWN: { readonly [field: string]: null } = Object.fromEntries(
  Object.keys(REVISION_POLICIES['2026-07-28']).map((field) => [field, null]),
)

/** The whole behaviour of a client of which sources tell this much: of every other field none does. */
export function known(behaviour: Behaviour): Behaviour {
  return { ...UNKNOWN, ...behaviour }
}
