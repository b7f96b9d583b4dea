import { type Exchange, type HeaderList, type StepId, answerOf } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject } from '../http/json.ts'
import type { Run } from '../run/run.ts'
import { type Evidence, documentKey } from './record.ts'

/** A member of the metadata of an authorization server, and what it would be. */
export type Member = {
  readonly member: string
  readonly value: string | boolean | readonly string[]
}

/** The document at this address, for GET and HEAD. */
export function withDocument(
  { run, answers }: Evidence,
  url: string,
  document: JsonObject,
): Evidence {
  const text = JSON.stringify(document)
  const entry = (method: string, body: string) => {
    const key = documentKey(method, url)
    const shown = answers.get(key)
    return [
      key,
      { ...answered(run, { method, url, text: body }), ...(shown && { id: shown.id }) },
    ] as const
  }
  return { run, answers: new Map([...answers, entry('GET', text), entry('HEAD', '')]) }
}

/** The members changed in every document of the authorization server that was seen. */
export function withMembers(evidence: Evidence, members: readonly Member[]): Evidence {
  const answers = new Map(evidence.answers)
  const changed = Object.fromEntries(members.map(({ member, value }) => [member, value]))
  for (const [key, exchange] of evidence.answers) {
    const answer = answerOf(exchange)
    const document = answer?.status === 200 ? parseJsonObject(answer.body.text) : undefined
    if (!answer || document?.['token_endpoint'] === undefined) continue
    const text = JSON.stringify({ ...document, ...changed })
    const body = { ...answer.body, text, bytes: text.length }
    answers.set(key, { ...exchange, outcome: { ...answer, body } })
  }
  return { run: evidence.run, answers }
}

/** An endpoint that registers answers with a client, as the standard has it. */
export function withRegistration(evidence: Evidence, members: readonly Member[]): Evidence {
  const url = members.find(({ member }) => member === 'registration_endpoint')?.value
  if (typeof url !== 'string') return evidence
  const { run, answers } = evidence
  const text = JSON.stringify({ client_id: 'registered', token_endpoint_auth_method: 'none' })
  const answer = answered(run, { method: 'POST', url, text, status: 201, step: 'registration' })
  return { run, answers: new Map([...answers, [`register ${url}`, answer]]) }
}

/** A further parameter in the challenge of every 401. */
export function withChallenge({ run, answers }: Evidence, parameter: string): Evidence {
  const changed = [...answers].map(([key, exchange]): [string, Exchange] => {
    const answer = answerOf(exchange)
    if (answer?.status !== 401) return [key, exchange]
    const headers = withParameter(answer.headers, parameter)
    return [key, { ...exchange, outcome: { ...answer, headers, headersComplete: true } }]
  })
  return { run, answers: new Map(changed) }
}

function withParameter(headers: HeaderList, parameter: string): HeaderList {
  const isChallenge = ([name]: HeaderList[number]): boolean =>
    name.toLowerCase() === 'www-authenticate'
  const [, before = 'Bearer'] = headers.find(isChallenge) ?? []
  const joint = /^\w+$/.test(before.trim()) ? ' ' : ', '
  return [
    ...headers.filter((header) => !isChallenge(header)),
    ['WWW-Authenticate', `${before}${joint}${parameter}`],
  ]
}

type Answer = {
  readonly method: string
  readonly url: string
  readonly text: string
  readonly status?: number
  readonly step?: StepId
}

function answered(run: Run, { method, url, text, status = 200, step }: Answer): Exchange {
  const at = run.endedAt
  return {
    id: `changed ${method} ${url}`,
    step: step ?? 'server-metadata',
    purpose: 'As it would be after the change',
    to: 'server',
    via: 'relay',
    startedAt: at,
    request: { method, url, headers: [], body: null },
    outcome: {
      kind: 'response',
      endedAt: at,
      status,
      headers: [['Content-Type', 'application/json']],
      headersComplete: true,
      body: { text, bytes: text.length },
    },
  }
}
