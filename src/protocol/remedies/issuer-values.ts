import { stringMember, stringsMember } from '../http/json.ts'
import { oauthInserted, parseHttpUrl } from '../spec/locations.ts'
import type { ValuesOf } from './change.ts'
import { type Scene, findDocument, pageOrigin, pastedMembers } from './run-values.ts'

/** The issuer of the run: as its metadata calls it, else as the resource metadata lists it. */
export function issuerOf(scene: Scene): string | undefined {
  const named = findDocument(scene, 'server-metadata')?.document
  const listed = findDocument(scene, 'resource-metadata')?.document
  return (
    stringMember(pastedMembers(scene.finding), 'issuer') ??
    stringMember(named, 'issuer') ??
    stringsMember(listed, 'authorization_servers')?.[0]
  )
}

/** The resource that tokens are for: as the resource metadata names it, else the address of the MCP endpoint. */
export function resourceOf(scene: Scene): string {
  const found = findDocument(scene, 'resource-metadata')?.document
  return stringMember(found, 'resource') ?? scene.document.config.server
}

/** The authorization server's metadata as it should be, and where: what it serves now, with what the rule wants. */
export function serverMetadata(scene: Scene): ValuesOf<'server-metadata'> | undefined {
  const found = findDocument(scene, 'server-metadata')
  const pasted = pastedMembers(scene.finding)
  const issuer = issuerOf(scene)
  const url = found?.url ?? (issuer === undefined ? undefined : wellKnownOf(issuer))
  if (url === undefined || pasted === undefined) return undefined
  return { path: new URL(url).pathname, document: { ...found?.document, ...pasted } }
}

function wellKnownOf(issuer: string): string | undefined {
  return parseHttpUrl(issuer) && oauthInserted(issuer)
}

/** Where an authorization server has its keys, or what stands for it. */
export function keysOf(scene: Scene): string {
  const found = findDocument(scene, 'server-metadata')?.document
  return stringMember(found, 'jwks_uri') ?? 'https://<jwks_uri of your authorization server>'
}

/** The page that walks, as a client of the authorization server. */
export function clientOf(scene: Scene): ValuesOf<'redirect-uri'> {
  const { redirectUri } = scene.document.config
  return { redirectUri, origin: pageOrigin(scene)?.origin ?? redirectUri }
}

/** The error that an authorization or token request came back with. */
export function refusalIn({ finding, document }: Scene): string | undefined {
  const names = finding.evidence.map(({ exchange }) => exchange)
  const exchanges = document.exchanges.filter(({ id }) => names.includes(id))
  const inQuery = exchanges.map(({ request }) =>
    parseHttpUrl(request.url)?.searchParams.get('error'),
  )
  const inSentence = /\b(?<error>(?:invalid|unauthorized|unsupported)_[a-z_]+)\b/.exec(finding.says)
  return inQuery.find(Boolean) ?? inSentence?.groups?.['error']
}

/** The path that the rule complains of. */
export function evidencePath({ finding, document }: Scene): string | undefined {
  const names = finding.evidence.map(({ exchange }) => exchange)
  const seen = document.exchanges.find(({ id }) => names.includes(id))
  return seen && parseHttpUrl(seen.request.url)?.pathname
}

/** The host of whoever has to change something. */
export function hostOf(scene: Scene): string | undefined {
  const address =
    scene.finding.culprit === 'issuer' ? issuerOf(scene) : scene.document.config.server
  return address === undefined ? undefined : parseHttpUrl(address)?.host
}
