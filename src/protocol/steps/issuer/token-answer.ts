import { type Exchange, answerOf } from '../../http/exchange.ts'
import { type Json, type JsonObject, parseJsonObject, stringMember } from '../../http/json.ts'
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

/** The members of a token endpoint's answer, in JSON or as a form. */
export function membersOf(text: string): JsonObject | undefined {
  const json = parseJsonObject(text)
  if (json) return json
  if (!/^[\w.%-]+=[^<{]*$/.test(text.trim())) return undefined
  return Object.fromEntries(new URLSearchParams(text.trim()))
}
