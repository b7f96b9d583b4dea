import { type Exchange, type ResponseOutcome, answerOf, findHeader } from '../../http/exchange.ts'
import { type Json, type JsonObject, parseJsonObject, stringMember } from '../../http/json.ts'
import type { StepResult } from '../../run/events.ts'
import type { TokensFact } from '../../run/facts.ts'

/** A token endpoint's answer as a lenient client reads it: JSON, or the form encoding that some send. */
export function readTokenAnswer(exchange: Exchange): TokensFact | undefined {
  const answer = answerOf(exchange)
  if (!answer || answer.status >= 300) return undefined
  const members = membersOf(answer.body.text)
  // Half of a form is a form: its token may have lost its end.
  if (answer.body.cut !== undefined && !parseJsonObject(answer.body.text)) return undefined
  const accessToken = stringMember(members, 'access_token')
  if (accessToken === undefined || accessToken === '') return undefined
  const scope = stringMember(members, 'scope')
  const refreshToken = stringMember(members, 'refresh_token')
  const lifetime = toSeconds(members?.expires_in)
  return {
    exchange: exchange.id,
    accessToken,
    tokenType: stringMember(members, 'token_type') ?? '',
    ...(scope !== undefined && { scope }),
    ...(lifetime !== undefined && { expiresAt: answer.endedAt + lifetime * 1000 }),
    ...(refreshToken !== undefined && { refreshToken }),
  }
}

/** A number, or the digits that some servers and every form give in its place. */
function toSeconds(lifetime: Json | undefined): number | undefined {
  if (typeof lifetime === 'number') return lifetime
  const isDigits = typeof lifetime === 'string' && /^\d+(?:\.\d+)?$/.test(lifetime)
  return isDigits ? Number(lifetime) : undefined
}

/** The OAuth error code of a token endpoint's answer, or undefined. */
export function errorOf(exchange: Exchange): string | undefined {
  const answer = answerOf(exchange)
  return stringMember(answer && membersOf(answer.body.text), 'error')
}

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

function membersOf(text: string): JsonObject | undefined {
  const json = parseJsonObject(text)
  if (json) return json
  if (!/^[\w.%-]+=[^<{]*$/.test(text.trim())) return undefined
  return Object.fromEntries(new URLSearchParams(text.trim()))
}
