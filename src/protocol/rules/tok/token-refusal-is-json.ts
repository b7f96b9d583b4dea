import { mediaType } from '../../http/exchange.ts'
import { stringMember } from '../../http/json.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { inBody, inStatus } from '../evidence.ts'
import { clipped, shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { type TokenAnswerSeen, probedTokenAnswers, tokenAnswerSeen } from './token-answer-seen.ts'

const PASTE = {
  title: 'Answer to a refused token request: 400 Bad Request, application/json',
  text: '{ "error": "invalid_grant", "error_description": "<what is wrong with it>" }',
}

export const tokenRefusalIsJson: Rule = {
  id: 'TOK-04',
  name: 'token-refusal-is-json',
  title: 'A refused token request is 400 with a JSON error',
  level: 'must',
  spec: ['oauth21-token-error', 'rfc6749-5.2'],
  step: 'token',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const refresh = judge(tokenAnswerSeen(run, 'refresh'))
    if (refresh.kind === 'fail') return refresh
    const walked = judge(tokenAnswerSeen(run))
    if (walked.kind === 'fail') return walked
    const probed = probedTokenAnswers(run).map(judge)
    const wrong = probed.find(({ kind }) => kind === 'fail')
    return wrong ?? (probed.some(({ kind }) => kind === 'pass') ? PASS : walked)
  },
}

function judge(seen: TokenAnswerSeen): Verdict {
  if (seen.kind === 'unknown') return seen.verdict
  const { exchange, answer, members, form } = seen
  const error = stringMember(members, 'error')
  if (error === undefined && answer.status < 400) {
    return notApplicable('The token request was not refused')
  }
  if (answer.status >= 500) {
    return fail({
      says: `A refused token request must be 400 with a JSON error; the token endpoint answered ${shownStatus(answer.status)}${error === undefined ? '' : ` and ${error}`}, which is an outage and no refusal.`,
      fix: 'Find the error in the log of the authorization server.',
      evidence: [inStatus(exchange.id)],
    })
  }
  const isUnread = answer.status === 415 || answer.status === 422
  const fix = isUnread
    ? 'Read the request as application/x-www-form-urlencoded, not as JSON.'
    : 'Answer 400 (401 for invalid_client) with a JSON object that has error.'
  if (error === undefined || form !== 'json') {
    const what = form === 'form' ? 'form-encoded' : (mediaType(answer.headers) ?? 'without a type')
    const seenAs = form === 'json' ? `JSON without error: ${clipped(answer.body.text)}` : what
    return fail({
      says: `A refused token request must carry JSON with error; ${shownStatus(answer.status)} came ${form === 'json' ? 'with ' : 'as '}${seenAs}.`,
      fix,
      evidence: [inBody(exchange.id)],
      paste: PASTE,
    })
  }
  const isAllowed = answer.status === 400 || (answer.status === 401 && error === 'invalid_client')
  if (isAllowed) return PASS
  return fail({
    says: `A refused token request must have the status 400; ${error} came with ${shownStatus(answer.status)}.`,
    fix,
    evidence: [inStatus(exchange.id)],
    paste: PASTE,
  })
}
