import { stringMember } from '../../http/json.ts'
import { decodeJwt } from '../../http/jwt.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { broughtToken, tokenAnswerSeen } from '../tok/token-answer-seen.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const grantedScopeIsTold: Rule = {
  id: 'SCO-08',
  name: 'granted-scope-is-told',
  title: 'A token response names the scope when it is not the one that was asked for',
  level: 'must',
  spec: ['oauth21-token-response', 'rfc6749-5.1'],
  step: 'token',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!broughtToken(seen)) return notApplicable('There is no token in the answer')
    if (stringMember(seen.members, 'scope') !== undefined) return PASS
    const request = run.facts.authorization ?? run.authorizations.at(-1)
    const asked = request?.scope ?? null
    if (asked === null) return cannotTell('No scope was asked for')
    const token = stringMember(seen.members, 'access_token') ?? ''
    const granted = stringMember(decodeJwt(token)?.payload, 'scope')
    if (granted === undefined) return cannotTell('The token does not show its scope')
    if (isSame(asked, granted)) return PASS
    return fail({
      says: `A token response must name the scope when it differs from the one asked for; ${quoted(asked)} was asked for, the token has ${quoted(granted)}, and the response names none.`,
      fix: 'Add scope with the granted scopes to the token response.',
      evidence: [inBody(seen.exchange.id, '/scope')],
      paste: { title: 'Member of the token response', text: `"scope": ${JSON.stringify(granted)}` },
      compare: [
        { label: 'Scope asked for', value: asked },
        { label: 'Scope of the token', value: granted },
      ],
    })
  },
}

function isSame(asked: string, granted: string): boolean {
  const sorted = (scope: string): string => scope.split(' ').filter(Boolean).toSorted().join(' ')
  return sorted(asked) === sorted(granted)
}
