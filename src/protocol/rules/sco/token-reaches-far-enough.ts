import type { ClientProfile } from '../../run/client.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inStatus } from '../evidence.ts'
import { isRefusedByOrigin } from '../org/origin-refusal.ts'
import { policyOf } from '../policy-of.ts'
import { clipped, quoted } from '../shown.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'
import { type Refusal, parametersOf, refusalsWithToken } from './refusal-with-token.ts'

export const tokenReachesFarEnough: Rule = {
  id: 'SCO-20',
  name: 'token-reaches-far-enough',
  title: 'The token that was granted is enough for the server',
  level: 'practice',
  spec: ['mcp-errors-2026-07-28'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run, client) {
    const refusal = refusalsWithToken(run).at(-1)
    if (refusal === undefined || run.facts.tools) {
      return run.facts.tools ? PASS : notReached('the use of a token')
    }
    if (refusal.exchange.via === 'direct' && isRefusedByOrigin(run, refusal.exchange)) {
      return notApplicable('The page is refused, and not its token: ORG-02')
    }
    const cannotAsk = isUnableToAsk(run, client)
    const wanted = parametersOf(refusal)['scope']
    return fail({
      says: `The server refused a fresh token with 403${bodyOf(refusal)}${wanted === undefined ? '' : `, naming the scope ${quoted(wanted)}`}.`,
      fix: cannotAsk
        ? 'Ask for these scopes from the start; this client or grant cannot ask for more later.'
        : 'Grant this account and client what the call needs, or name the missing scopes in the challenge.',
      evidence: [inStatus(refusal.exchange.id)],
      ...(wanted !== undefined && { paste: { title: 'Scopes to grant', text: wanted } }),
      ...(cannotAsk && { culprit: 'client' }),
    })
  },
}

function isUnableToAsk(run: Run, client: ClientProfile): boolean {
  const policy = policyOf(run, client)
  return policy.stepUp === 'none' || run.config.grant === 'client_credentials'
}

function bodyOf({ answer }: Refusal): string {
  return answer.body.text === '' ? '' : ` and ${clipped(answer.body.text)}`
}
