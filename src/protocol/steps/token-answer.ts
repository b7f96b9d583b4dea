import { type Exchange, answerOf } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject, stringMember } from '../http/json.ts'
import type { StepResult } from '../run/events.ts'
import type { TokensFact } from '../run/facts.ts'

/** A token endpoint's answer as a lenient client reads it: JSON, or the form encoding that some send. */
export function readTokenAnswer(exchange: Exchange): TokensFact | undefined {
  const answer = answerOf(exchange)
  if (!answer || answer.status >= 300) return undefined
  const members = membersOf(answer.body.text)
  const accessToken = stringMember(members, 'access_token')
  if (accessToken === undefined || accessToken === '') return undefined
  const scope = stringMember(members, 'scope')
  const refreshToken = stringMember(members, 'refresh_token')
  const lifetime = Number(members?.expires_in)
  const known = members?.expires_in !== undefined && Number.isFinite(lifetime)
  return {
    exchange: exchange.id,
    accessToken,
    tokenType: stringMember(members, 'token_type') ?? '',
    ...(scope !== undefined && { scope }),
    ...(known && { expiresAt: answer.endedAt + lifetime * 1000 }),
    ...(refreshToken !== undefined && { refreshToken }),
  }
}

/** The OAuth error code of a token endpoint's answer, or undefined. */
export function errorOf(exchange: Exchange): string | undefined {
  const answer = answerOf(exchange)
  return stringMember(answer && membersOf(answer.body.text), 'error')
}

/** The failed step for an answer without a usable token. */
export function refusedToken(exchange: Exchange): StepResult {
  const answer = answerOf(exchange)
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

function membersOf(text: string): JsonObject | undefined {
  const json = parseJsonObject(text)
  if (json) return json
  if (!/^[\w.%-]+=[^<{]*$/.test(text.trim())) return undefined
  return Object.fromEntries(new URLSearchParams(text.trim()))
}
