import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { broughtToken, tokenAnswerSeen } from './token-answer-seen.ts'

export const tokenIsBearer: Rule = {
  id: 'TOK-05',
  name: 'token-is-bearer',
  title: 'token_type is Bearer',
  level: 'practice',
  spec: ['oauth21-token-response'],
  step: 'token',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!broughtToken(seen)) return notApplicable('There is no token in the answer')
    const type = stringMember(seen.members, 'token_type')
    if (!type) return cannotTell('The answer names no token_type: TOK-02')
    if (type.toLowerCase() === 'bearer') return PASS
    return fail({
      says: `MCP clients send Bearer tokens; token_type is ${quoted(type)}.`,
      fix: 'Issue Bearer tokens to this client.',
      evidence: [inBody(seen.exchange.id, '/token_type')],
      paste: { title: 'Member of the token response', text: '"token_type": "Bearer"' },
    })
  },
}
