import { type Exchange, type ResponseOutcome, answerOf, findHeader } from '../../http/exchange.ts'
import { stringMember } from '../../http/json.ts'
import type { StepResult } from '../../run/events.ts'
import { errorOf, membersOf } from './token-answer.ts'

/** The failed step for an answer without a usable token. */
export function refusedToken(exchange: Exchange): StepResult {
  const answer = answerOf(exchange)
  if (answer && answer.status >= 300 && answer.status < 400) return redirected(exchange, answer)
  const members = answer && membersOf(answer.body.text)
  const error = errorOf(exchange)
  const description = stringMember(members, 'error_description')
  const told = description === undefined ? '' : ` (${description})`
  return {
    kind: 'failed',
    error:
      error === undefined
        ? {
            code: 'bad-token-answer',
            message: `The token endpoint answered with ${answer?.status ?? 'nothing'} and no access_token.`,
            exchange: exchange.id,
          }
        : {
            code: 'token-refused',
            message: `The token endpoint answered with ${answer?.status ?? 'nothing'} and error ${error}${told}.`,
            exchange: exchange.id,
          },
    facts: {},
  }
}

function redirected(exchange: Exchange, { status, headers }: ResponseOutcome): StepResult {
  const location = findHeader(headers, 'Location')
  const where = location === undefined ? '' : ` to ${location}`
  const message = `The token endpoint redirected with ${status}${where}; a token request is not sent on.`
  return {
    kind: 'failed',
    error: { code: 'redirected', message, exchange: exchange.id },
    facts: {},
  }
}
