import { parseJsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { errorOf, findAnswered } from '../record.ts'
import { quoted, shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const refreshIsGranted: Rule = {
  id: 'REF-20',
  name: 'refresh-is-granted',
  title: 'The refresh token that was issued is accepted',
  level: 'practice',
  spec: ['oauth21-token-error'],
  step: 'refresh',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.facts.refresh) return PASS
    const error = errorOf(run, 'refresh')
    const seen = findAnswered(run, error?.exchange)
    if (error === undefined || seen === undefined) return notApplicable('No token was refreshed')
    const document = parseJsonObject(seen.answer.body.text)
    const code = stringMember(document, 'error') ?? 'no error code'
    const description = stringMember(document, 'error_description')
    return fail({
      says: `The refresh was refused with ${shownStatus(seen.answer.status)} and ${code}${description === undefined ? '' : `: ${quoted(description)}`}.`,
      fix: 'Accept the refresh token that was just issued, from the client that it was issued to, with resource among the parameters.',
      evidence: [inBody(seen.exchange.id)],
    })
  },
}
