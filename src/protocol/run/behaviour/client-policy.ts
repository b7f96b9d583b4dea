import { REVISIONS, type Revision } from '../../spec/revisions.ts'
import type { Behaviour, ClientProfile } from '../client.ts'
import { type Policy, REVISION_POLICIES } from '../policy.ts'

/**
 * What a walk does where no source tells what the client does: it makes no check that might not be made, and nothing
 * on its own account. All else is as the revision has it.
 */
const UNKNOWN: Partial<Policy> = {
  resourceCheck: 'none',
  resourceMismatch: 'look-on',
  issuerCheck: 'none',
  originIssuerCheck: 'none',
  takesMissingIssuer: true,
  pkceCheck: 'none',
  issCheck: 'none',
  offlineAccess: 'never',
  addsOpenidScopes: false,
  stepUp: 'none',
  refusesAt: [],
  sendsApplicationType: false,
}

const made = new WeakMap<Behaviour, Map<Revision, Policy>>()

/** What a client does by a revision: the revision's policy, with what is known of the client in its place. */
export function policyOf({ differs }: ClientProfile, revision: Revision): Policy {
  const known = made.get(differs) ?? new Map<Revision, Policy>()
  const policy = known.get(revision) ?? merge(differs, revision)
  made.set(differs, known.set(revision, policy))
  return policy
}

function merge(differs: Behaviour, revision: Revision): Policy {
  const unknown = new Set(unknownIn(differs))
  return {
    ...REVISION_POLICIES[revision],
    ...pick(UNKNOWN, (field) => unknown.has(field)),
    ...pick(differs, (field) => !unknown.has(field)),
  }
}

/** The revision that `auto` begins with: the newest that there was when the client was last seen. */
export function newestFor({ seenIn }: ClientProfile): Revision {
  return (
    REVISIONS.findLast((revision) => revision.slice(0, seenIn.length) <= seenIn) ?? REVISIONS[0]
  )
}

/** The fields of a behaviour that no source tells. */
export function unknownIn(behaviour: Behaviour): readonly string[] {
  return Object.entries(behaviour).flatMap(([field, value]) => (value === null ? [field] : []))
}

function pick(behaviour: Behaviour, wanted: (field: string) => boolean): Partial<Policy> {
  return Object.fromEntries(Object.entries(behaviour).filter(([field]) => wanted(field)))
}
