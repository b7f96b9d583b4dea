import { type JsonObject, parseJsonObject } from '../../http/json.ts'
import type { Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { probeSeen } from '../probe-seen.ts'
import { type Answered, answeredIn, findAnswered } from '../record.ts'
import { notApplicable, notReached } from '../verdict.ts'

/** The token endpoint's answer, read as JSON or as the form encoding that some send. */
export type TokenAnswerSeen =
  | (Answered & {
      readonly kind: 'answered'
      readonly form: 'json' | 'form' | 'neither'
      readonly members: JsonObject | undefined
    })
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The answer to the token request, or to the refresh, that brought or refused an access token. */
export function tokenAnswerSeen(run: Run, step: 'token' | 'refresh' = 'token'): TokenAnswerSeen {
  const posts = answeredIn(run, step).filter(({ exchange }) => exchange.request.method === 'POST')
  const fact = step === 'token' ? run.facts.tokens : run.facts.refresh
  const seen = posts.at(-1) ?? findAnswered(run, fact?.exchange)
  if (seen === undefined) {
    const open = run.facts.challenge?.required === false
    const verdict = open
      ? notApplicable('The server answers without a token')
      : notReached('an answer of the token endpoint')
    return { kind: 'unknown', verdict }
  }
  return readTokenAnswer(seen)
}

/** The answers to token requests that must be refused. */
export function probedTokenAnswers(run: Run): readonly TokenAnswerSeen[] {
  return AT_TOKEN_ENDPOINT.flatMap((name) => {
    const seen = probeSeen(run, name)
    return seen.kind === 'answered' ? [readTokenAnswer(seen)] : []
  })
}

const AT_TOKEN_ENDPOINT = [
  'other-verifier',
  'no-verifier',
  'other-redirect-uri-at-token',
  'other-client-at-token',
  'code-again',
  'refresh-token-again',
] as const

function readTokenAnswer(seen: Answered): TokenAnswerSeen {
  const { text } = seen.answer.body
  const json = parseJsonObject(text)
  if (json) return { ...seen, kind: 'answered', form: 'json', members: json }
  const form = formIn(text)
  return { ...seen, kind: 'answered', form: form ? 'form' : 'neither', members: form }
}

/** True when the answer brought an access token. */
export function broughtToken(seen: TokenAnswerSeen & { readonly kind: 'answered' }): boolean {
  const token = seen.members?.['access_token']
  return seen.answer.status < 300 && typeof token === 'string' && token !== ''
}

function formIn(text: string): JsonObject | undefined {
  if (!/^[\w.%-]+=[^<{]*$/.test(text.trim())) return undefined
  return Object.fromEntries(new URLSearchParams(text.trim()))
}
