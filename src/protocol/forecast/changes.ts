import { type Exchange, type HeaderList, type StepId, answerOf } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject, stringMember, stringsMember } from '../http/json.ts'
import type { Run } from '../run/run.ts'
import {
  oauthInserted,
  originOf,
  resourceMetadataInserted,
  resourceMetadataRoot,
} from '../spec/locations.ts'
import { type Evidence, documentKey } from './record.ts'

/** One thing that an owner could change, and the evidence as it would be then. */
export type Change = { readonly says: string; readonly evidence: Evidence }

/** What might let a client in, the smallest changes first. Whether one does is found out by walking over it. */
export function changesOf(evidence: Evidence): readonly Change[] {
  return [
    ...challengeChanges(evidence),
    ...resourceMetadataChanges(evidence),
    ...issuerMetadataChanges(evidence),
    ...placeChanges(evidence),
    ...probeChanges(evidence),
  ]
}

function challengeChanges(evidence: Evidence): readonly Change[] {
  const { challenge, resourceMetadata, scope } = evidence.run.facts
  const url = resourceMetadata?.found?.url
  const scopes = resourceMetadata?.scopes?.join(' ') ?? scope?.asked ?? ''
  if (!challenge?.required) return []
  const named = [
    ...(challenge.resourceMetadata === undefined && url !== undefined
      ? [{ name: 'resource_metadata', value: url }]
      : []),
    ...(challenge.scope === undefined && scopes !== '' ? [{ name: 'scope', value: scopes }] : []),
  ]
  return named.map(({ name, value }) => ({
    says: `Add ${name}="${value}" to the challenge of the 401.`,
    evidence: withChallenge(evidence, `${name}="${value}"`),
  }))
}

function resourceMetadataChanges(evidence: Evidence): readonly Change[] {
  const { server } = evidence.run.config
  const found = resourceDocument(evidence.run)
  if (!found) return newResourceMetadata(evidence)
  const own = { ...found.document, resource: server }
  const isOwn = stringMember(found.document, 'resource') === server
  const named = isOwn
    ? []
    : [
        {
          says: `Put ${server} into resource, in the metadata at ${found.url}.`,
          evidence: withDocument(evidence, found.url, own),
        },
      ]
  const places = [resourceMetadataInserted(server), resourceMetadataRoot(server)]
  return [
    ...named,
    ...places
      .filter((url) => url !== found.url)
      .map((url) => ({
        says: `Serve the resource metadata at ${url} too.`,
        evidence: withDocument(evidence, url, own),
      })),
  ]
}

/** Where there is none, and it is known who issues tokens. */
function newResourceMetadata(evidence: Evidence): readonly Change[] {
  const { server } = evidence.run.config
  const issuer = issuerDocument(evidence.run)?.issuer
  if (issuer === undefined) return []
  const url = resourceMetadataInserted(server)
  const document = { resource: server, authorization_servers: [issuer] }
  return [
    {
      says: `Serve ${JSON.stringify(document)} at ${url}.`,
      evidence: withDocument(evidence, url, document),
    },
  ]
}

type Member = { readonly member: string; readonly value: string | boolean | readonly string[] }

function issuerMetadataChanges(evidence: Evidence): readonly Change[] {
  const found = issuerDocument(evidence.run)
  if (!found) return []
  const { document, issuer } = found
  const methods = stringsMember(document, 'token_endpoint_auth_methods_supported')
  const registration: Member = { member: 'registration_endpoint', value: `${issuer}/register` }
  const members: readonly (readonly [wanted: boolean, members: readonly Member[]])[] = [
    [stringMember(document, 'issuer') !== issuer, [{ member: 'issuer', value: issuer }]],
    [
      !stringsMember(document, 'code_challenge_methods_supported')?.includes('S256'),
      [{ member: 'code_challenge_methods_supported', value: ['S256'] }],
    ],
    [
      document['authorization_response_iss_parameter_supported'] !== true,
      [{ member: 'authorization_response_iss_parameter_supported', value: true }],
    ],
    [
      document['authorization_response_iss_parameter_supported'] === true,
      [{ member: 'authorization_response_iss_parameter_supported', value: false }],
    ],
    [document['registration_endpoint'] === undefined, [registration]],
    [
      document['client_id_metadata_document_supported'] !== true || !methods?.includes('none'),
      [
        { member: 'client_id_metadata_document_supported', value: true },
        {
          member: 'token_endpoint_auth_methods_supported',
          value: [...new Set([...(methods ?? []), 'none'])],
        },
      ],
    ],
  ]
  return members.flatMap(([wanted, changed]) => {
    if (!wanted) return []
    const words = changed.map(({ member, value }) => `${member}: ${JSON.stringify(value)}`)
    return [
      {
        says: `Say ${words.join(' and ')} in the metadata of ${issuer}.`,
        evidence: withRegistration(withMembers(evidence, changed), changed),
      },
    ]
  })
}

/** Metadata of the issuer where clients look that do not look there, or look by another address. */
function placeChanges(evidence: Evidence): readonly Change[] {
  const found = issuerDocument(evidence.run)
  if (!found) return []
  const { server } = evidence.run.config
  const own = [oauthInserted(found.issuer)]
  const mirrored = [oauthInserted(originOf(server)), oauthInserted(server)]
  return [...new Set([...own, ...mirrored])]
    .filter((url) => url !== found.url)
    .map((url) => ({
      says: `Serve the metadata of ${found.issuer} at ${url} too.`,
      evidence: withDocument(evidence, url, found.document),
    }))
}

/** The first request of some clients is no POST. */
function probeChanges(evidence: Evidence): readonly Change[] {
  const { run, answers } = evidence
  const challenge = run.exchanges.find(({ id }) => id === run.facts.challenge?.exchange)
  if (!challenge || !run.facts.challenge?.required) return []
  const { server } = run.config
  return (['GET', 'HEAD'] as const)
    .filter((method) => answerOf(answers.get(documentKey(method, server)))?.status !== 401)
    .map((method) => ({
      says: `Answer ${method} ${server} without a token with the 401 and the challenge that a POST gets.`,
      evidence: { run, answers: new Map([...answers, [documentKey(method, server), challenge]]) },
    }))
}

type Found = { readonly url: string; readonly document: JsonObject }

function resourceDocument({ facts }: Run): Found | undefined {
  const { found, looked = [] } = facts.resourceMetadata ?? {}
  const [any] = looked.flatMap(({ url, document }) => (document ? [{ url, document }] : []))
  return found ?? any
}

function issuerDocument({ facts, exchanges }: Run): (Found & { issuer: string }) | undefined {
  const { found, issuer } = facts.serverMetadata ?? {}
  if (found && issuer !== undefined) return { url: found.url, document: found.document, issuer }
  // A survey may have seen it where the walk did not look.
  for (const { request, outcome } of exchanges) {
    const isPlace = /\/\.well-known\/(oauth-authorization-server|openid-configuration)/.test(
      request.url,
    )
    if (!isPlace || outcome.kind !== 'response' || outcome.status !== 200) continue
    const document = parseJsonObject(outcome.body.text)
    const named = facts.issuer?.issuer ?? stringMember(document, 'issuer')
    if (document && named !== undefined) return { url: request.url, document, issuer: named }
  }
  return undefined
}

function withDocument({ run, answers }: Evidence, url: string, document: JsonObject): Evidence {
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
function withMembers(evidence: Evidence, members: readonly Member[]): Evidence {
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
function withRegistration(evidence: Evidence, members: readonly Member[]): Evidence {
  const url = members.find(({ member }) => member === 'registration_endpoint')?.value
  if (typeof url !== 'string') return evidence
  const { run, answers } = evidence
  const text = JSON.stringify({ client_id: 'registered', token_endpoint_auth_method: 'none' })
  const answer = answered(run, { method: 'POST', url, text, status: 201, step: 'registration' })
  return { run, answers: new Map([...answers, [`register ${url}`, answer]]) }
}

function withChallenge({ run, answers }: Evidence, parameter: string): Evidence {
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
