import { findBearer, parameterOf, parseChallenges } from '../http/challenge.ts'
import { type StepId, answerOf, findHeader } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject, stringMember, stringsMember } from '../http/json.ts'
import type { DocumentFinding, RunDocument } from '../run/document.ts'
import { parseHttpUrl, resourceMetadataInserted, toResourceIdentifier } from '../spec/locations.ts'
import type { ValuesOf } from './change.ts'

/** A broken rule and the run in which it was found. */
export type Scene = { readonly finding: DocumentFinding; readonly document: RunDocument }

const HEADER = 'WWW-Authenticate: '
const UNKNOWN_ISSUER = 'https://<your authorization server>'

/** The path of the MCP endpoint, or undefined when its address is none. */
export function mcpPath({ document }: Scene): string | undefined {
  return parseHttpUrl(document.config.server)?.pathname
}

/** The origin of the page that walks. */
export function pageOrigin({ document }: Scene): URL | undefined {
  return parseHttpUrl(document.config.redirectUri)
}

/** The challenge that the MCP endpoint should send: the one that the rule has written, or one made of the run. */
export function challengeValues(scene: Scene): ValuesOf<'challenge'> | undefined {
  const path = mcpPath(scene)
  if (path === undefined) return undefined
  const text = scene.finding.paste?.text ?? ''
  const line = text.startsWith(HEADER) ? text.slice(HEADER.length) : lineOf(scene)
  const bearer = findBearer(parseChallenges(line))
  return {
    path,
    line,
    metadata: parameterOf(bearer, 'resource_metadata') ?? metadataUrl(scene),
    scopes: wordsIn(parameterOf(bearer, 'scope')),
    issuers: issuersOf(scene),
  }
}

function issuersOf(scene: Scene): readonly string[] {
  const found = findDocument(scene, 'resource-metadata')?.document
  const listed = stringsMember(found, 'authorization_servers') ?? []
  return listed.length > 0 ? listed : [UNKNOWN_ISSUER]
}

/** The address of the resource metadata: where it was found, else where it belongs. */
function metadataUrl(scene: Scene): string {
  return (
    findDocument(scene, 'resource-metadata')?.url ??
    resourceMetadataInserted(toResourceIdentifier(scene.document.config.server))
  )
}

function lineOf(scene: Scene): string {
  const scopes = scopesOf(scene)
  const scope = scopes.length > 0 ? `, scope="${scopes.join(' ')}"` : ''
  return `Bearer resource_metadata="${metadataUrl(scene)}"${scope}`
}

/** The scopes that the server asks for: those of its challenge, else those of its metadata. */
export function scopesOf(scene: Scene): readonly string[] {
  const challenges = scene.document.exchanges.flatMap((exchange) => {
    const value = findHeader(answerOf(exchange)?.headers ?? [], 'www-authenticate')
    return value === undefined ? [] : [findBearer(parseChallenges(value))]
  })
  const named = challenges.map((each) => parameterOf(each, 'scope')).find(Boolean)
  if (named !== undefined) return wordsIn(named)
  const found = findDocument(scene, 'resource-metadata')?.document
  return stringsMember(found, 'scopes_supported') ?? []
}

function wordsIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}

/** The resource metadata that the MCP server should serve, and where: what it serves now, with what the rule wants. */
export function resourceMetadata(scene: Scene): ValuesOf<'resource-metadata'> | undefined {
  const resource = toResourceIdentifier(scene.document.config.server)
  if (parseHttpUrl(resource) === undefined) return undefined
  const found = findDocument(scene, 'resource-metadata')?.document
  return {
    path: new URL(resourceMetadataInserted(resource)).pathname,
    document: withoutFlaws({
      resource,
      authorization_servers: [UNKNOWN_ISSUER],
      ...found,
      ...pastedMembers(scene.finding),
    }),
  }
}

/** RFC 9728 section 3.2 has no empty lists; offline_access is no scope of a resource. */
function withoutFlaws(document: JsonObject): JsonObject {
  const scopes = stringsMember(document, 'scopes_supported')?.filter(
    (scope) => scope !== 'offline_access',
  )
  const whole = { ...document, ...(scopes && { scopes_supported: scopes }) }
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  )
}

/** The members that a rule has written to be pasted: a whole document, or one member of it. */
export function pastedMembers({ paste }: DocumentFinding): JsonObject | undefined {
  if (paste === null) return undefined
  return parseJsonObject(paste.text) ?? parseJsonObject(`{${paste.text}}`)
}

/** The last document that a step found, with its address. */
export function findDocument(
  { document }: Scene,
  step: Extract<StepId, 'resource-metadata' | 'server-metadata'>,
): { readonly url: string; readonly document: JsonObject } | undefined {
  const member = step === 'resource-metadata' ? 'resource' : 'issuer'
  const found = document.exchanges.flatMap((exchange) => {
    const answer = answerOf(exchange)
    if (exchange.step !== step || exchange.diagnostic !== undefined || answer?.status !== 200) {
      return []
    }
    const read = parseJsonObject(answer.body.text)
    const isIt = stringMember(read, member) !== undefined
    return read && isIt ? [{ url: exchange.request.url, document: read }] : []
  })
  return found.at(-1)
}
