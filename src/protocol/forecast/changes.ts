import { answerOf } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject, stringMember, stringsMember } from '../http/json.ts'
import type { Run } from '../run/run.ts'
import {
  oauthInserted,
  originOf,
  resourceMetadataInserted,
  resourceMetadataRoot,
} from '../spec/locations.ts'
import {
  type Member,
  withChallenge,
  withDocument,
  withMembers,
  withRegistration,
} from './changed-evidence.ts'
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
