import type { StepResult } from '../../run/events.ts'
import type { ClientIdentity } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'

/** The step is done: this is who we are at that authorization server. */
export function identified(
  context: StepContext,
  identity: ClientIdentity,
  why: string,
): StepResult {
  context.decide({
    ...(identity.exchange !== undefined && { exchange: identity.exchange }),
    says: `Is the client ${identity.clientId} at ${identity.issuer}`,
    why,
    spec: 'mcp-registration-2026-07-28',
  })
  const words = {
    'pre-registered': 'pre-registered client',
    'client-document': 'client metadata document',
    dynamic: 'registered dynamically',
  } as const
  return { kind: 'done', says: words[identity.kind], facts: { clientIdentity: identity } }
}
