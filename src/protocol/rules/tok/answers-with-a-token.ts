import { type JsonObject, isJsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, inStatus } from '../evidence.ts'
import { shownJson, shownStatus } from '../shown.ts'
import { CUT_OFF, PASS, fail, isCutOff, notApplicable } from '../verdict.ts'
import { tokenAnswerSeen } from './token-answer-seen.ts'

const PASTE = {
  title: 'Answer to a token request: 200 OK, application/json, Cache-Control: no-store',
  text: '{ "access_token": "<token>", "token_type": "Bearer", "expires_in": 3600 }',
}

export const answersWithAToken: Rule = {
  id: 'TOK-02',
  name: 'answers-with-a-token',
  title: 'The token response is 200 with JSON that has access_token and token_type',
  level: 'must',
  spec: ['oauth21-token-response', 'rfc6749-5.1'],
  step: 'token',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { exchange, answer, members, form } = seen
    if (isCutOff(answer)) return CUT_OFF
    if (members?.['error'] !== undefined) return notApplicable('The token request was refused')
    if (answer.status >= 300) return notApplicable('The token request was not successful')
    const fix = 'Answer with a JSON object that has access_token and token_type at its top.'
    if (answer.status !== 200) {
      const says = `A token response must have the status 200; it is ${shownStatus(answer.status)}.`
      return fail({ says, fix, evidence: [inStatus(exchange.id)], paste: PASTE })
    }
    if (form !== 'json') {
      const what = form === 'form' ? 'form-encoded' : 'no JSON object'
      const says = `A token response must be a JSON object; the answer of ${exchange.request.url} is ${what}.`
      return fail({ says, fix, evidence: [inBody(exchange.id)], paste: PASTE })
    }
    const missing = ['access_token', 'token_type'].find((name) => !stringMember(members, name))
    if (missing === undefined) return PASS
    const nested = missing === 'access_token' ? nestedToken(members) : undefined
    return fail({
      says: `A token response must have ${missing} as a string; it is ${shownJson(members?.[missing])}${nested === undefined ? '' : `, and one is found at ${nested}`}.`,
      fix,
      evidence: [inBody(exchange.id, `/${missing}`)],
      paste: PASTE,
    })
  },
}

function nestedToken(members: JsonObject | undefined): string | undefined {
  const found = Object.entries(members ?? {}).find(
    ([, value]) => isJsonObject(value) && typeof value['access_token'] === 'string',
  )
  return found && `${found[0]}.access_token`
}
