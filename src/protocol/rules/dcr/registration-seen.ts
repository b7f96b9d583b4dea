import { type JsonObject, parseJsonObject } from '../../http/json.ts'
import type { Paste, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { type Answered, answeredIn, findAnswered } from '../record.ts'
import { pretty } from '../shown.ts'
import { notApplicable, notReached } from '../verdict.ts'

/** The answer to dynamic registration with what was asked for, or the verdict of a rule that needs it. */
export type RegistrationSeen =
  | (Answered & {
      readonly kind: 'answered'
      readonly asked: JsonObject
      readonly document: JsonObject | undefined
    })
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The dynamic registration of a run. */
export function registrationSeen(run: Run): RegistrationSeen {
  const identity = run.facts.clientIdentity
  if (identity && identity.kind !== 'dynamic') {
    return unknown(notApplicable('This client was not registered dynamically'))
  }
  const posts = answeredIn(run, 'registration').filter(
    ({ exchange }) => exchange.request.method === 'POST',
  )
  const seen = findAnswered(run, identity?.exchange) ?? posts.at(-1)
  if (seen === undefined) {
    const open = run.facts.challenge?.required === false
    return unknown(
      open
        ? notApplicable('The server answers without a token')
        : notReached('an answer to dynamic registration'),
    )
  }
  return {
    kind: 'answered',
    ...seen,
    asked: parseJsonObject(seen.exchange.request.body?.text ?? '') ?? {},
    document: parseJsonObject(seen.answer.body.text),
  }
}

/** True when the status says that the client was registered. */
export function isAccepted(seen: Answered): boolean {
  return seen.answer.status >= 200 && seen.answer.status < 300
}

/** The answer that should have come, made of what was asked for. */
export function registrationToPaste(asked: JsonObject): Paste {
  const { redirect_uris, grant_types, response_types, client_name } = asked
  const members = { client_id: '<new client id>', client_name, redirect_uris, grant_types }
  return {
    title: 'Answer to this registration: 201 Created, application/json',
    text: pretty({ ...members, response_types, token_endpoint_auth_method: 'none' }),
  }
}

function unknown(verdict: Verdict): RegistrationSeen {
  return { kind: 'unknown', verdict }
}
