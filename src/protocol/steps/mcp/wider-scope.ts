import type { StepResult } from '../../run/events.ts'
import type { ScopeFact, StepUpFact } from '../../run/facts.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { splitScopes } from '../scope.ts'

/** Asks for more scopes, as the step says. Loaded with the first step-up. */
export async function widenScope(context: StepContext): Promise<StepResult> {
  const wanted = unservedChallenge(context)
  const named = wanted ? (wanted.challenged ?? '') : (context.config.stepUp ?? '')
  const scope = widen(context, splitScopes(named), wanted?.exchange)
  if (!wanted && scope.asked === requireFact(context, 'scope').asked) {
    return { kind: 'skipped', why: 'no scope was named beyond those asked for' }
  }
  context.decide({
    ...(wanted && { exchange: wanted.exchange }),
    says: `Asks again, for ${scope.asked ?? 'no scope'}`,
    why: 'a client asks for the union of what it asked for before and what the server wants now',
    spec: 'mcp-step-up-2026-07-28',
  })
  return {
    kind: 'back',
    to: 'authorization',
    why: `asks for ${scope.asked ?? 'no scope'}`,
    facts: { scope },
  }
}

/** The server's last 403, unless an authorization request has followed it already. */
function unservedChallenge({ run }: StepContext): StepUpFact | undefined {
  const { stepUp: challenge } = run.facts
  const place = (id: string | undefined): number =>
    run.exchanges.findIndex((each) => each.id === id)
  const served = place(run.authorizations.at(-1)?.exchange)
  return challenge && place(challenge.exchange) > served ? challenge : undefined
}

function widen(
  context: StepContext,
  named: readonly string[],
  exchange: string | undefined,
): ScopeFact {
  const before = requireFact(context, 'scope')
  const asked = before.asked === null ? [] : splitScopes(before.asked)
  const union = context.policy.stepUp === 'challenge' ? named : [...new Set([...asked, ...named])]
  const candidate = {
    source: 'step-up',
    scopes: named,
    ...(exchange !== undefined && { exchange }),
  } as const
  return {
    asked: union.length === 0 ? null : union.join(' '),
    from: 'step-up',
    candidates: [...before.candidates, candidate],
    offlineAccess: before.offlineAccess,
  }
}
