import { policyOf as policyIn } from '../run/behaviour/client-policy.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import { type Run, revisionOf } from '../run/run.ts'

/** What this client does on the wire in the revision that the run follows. */
export function policyOf(run: Run, client: ClientProfile): Policy {
  return policyIn(client, revisionOf(run))
}
