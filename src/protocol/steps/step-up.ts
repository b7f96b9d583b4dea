import type { ScopeFact } from '../run/facts.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { splitScopes } from './scope.ts'

/** Asks for more scopes: the union of what was requested and what the server named (MCP 2026-07-28, step-up flow). */
export const stepUp: Step = {
  id: 'step-up',
  title: 'Step-up',
  needs: ['scope', 'clientIdentity'],
  gives: ['scope'],
  plan: 'asks for further scopes',
  async run(context) {
    const { stepUp: wanted } = context.run.facts
    const named = wanted?.challenged ?? context.config.stepUp ?? ''
    const scope = widen(context, splitScopes(named), wanted?.exchange)
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
  },
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
