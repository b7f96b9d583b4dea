import { type JsonObject, stringMember } from '../http/json.ts'
import { fitsIssuer } from '../run/behaviour/comparison.ts'
import type { ServerLookup, ServerMetadataPlace } from '../run/behaviour/lookup.ts'
import type { IssuerFact, Looked, ServerMetadataFact } from '../run/facts.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { isSecureUrl, originOf, parseHttpUrl } from '../spec/locations.ts'
import { isFault, isUnusable, lookUp } from './discovery/document-lookup.ts'
import { baseOf, serverLooks } from './discovery/places.ts'
import { readScopes } from './discovery/scope-reading.ts'
import { registrationCheck, tokenCheck } from './issuer/readable-check.ts'

/** A document, and the issuer that it has to name. */
type Hit = Looked<ServerMetadataPlace> & {
  readonly document: JsonObject
  readonly issuer: IssuerFact
}

/** What a client's looking around came to. */
type Search = {
  readonly looked: readonly Looked<ServerMetadataPlace>[]
  readonly hits: readonly Hit[]
  /** The issuer that was asked last. */
  readonly issuer: IssuerFact
  /** The client takes nothing in the place of metadata. */
  readonly gaveUp: boolean
}

/** Authorization server metadata at every location of the client, in order (RFC 8414; digest 2.3). */
export const serverMetadata: Step = {
  id: 'server-metadata',
  title: 'Server metadata',
  needs: ['issuer'],
  gives: ['issuer', 'earlyMetadata', 'serverMetadata'],
  plan: 'reads the endpoints of the authorization server',
  async run(context) {
    const named = chosenBy(context)
    const first = usable(context, named)
    if (!first) return (await notFound()).badIssuer(named.issuer)
    if (isUnsafe(context, first)) return (await notFound()).unsafeIssuer(first.issuer)
    const early = await readScopes(context, first.issuer)
    if (context.policy.readsTwice) await (await again()).readAgain(context)
    const search = await lookEverywhere(context, first)
    const { issuer, fact } = conclude(context, search)
    const facts = { ...early, issuer, serverMetadata: fact }
    if (!fact.found && !fact.guessed) return (await notFound()).noMetadata(fact, facts)
    checkEndpointsAhead(context, fact)
    return { kind: 'done', says: summaryOf(fact), facts }
  },
}

const again = () => import('./discovery/read-again.ts')

/** What is said of issuers that lead nowhere is loaded when one does. */
const notFound = () => import('./discovery/not-found.ts')

/** A walk that begins anew here may do so because the person chose another issuer. */
function chosenBy(context: StepContext): IssuerFact {
  const { issuer } = context.config
  return issuer === undefined ? requireFact(context, 'issuer') : { issuer, from: 'person' }
}

/** One that is no address is of use to nobody; the person who goes on past that goes on with the origin. */
function usable(context: StepContext, named: IssuerFact): IssuerFact | undefined {
  if (parseHttpUrl(named.issuer)) return named
  if (context.policy.originAsIssuer === 'never') return undefined
  return { issuer: originOf(context.config.server), from: 'origin' }
}

/** MCP security best practices: what a server names is https, or on loopback. The person may choose and go past that. */
function isUnsafe(context: StepContext, { issuer, from }: IssuerFact): boolean {
  return from === 'resource-metadata' && !isSecureUrl(issuer) && !context.continued('PRM-11')
}

/** Some clients try each authorization server that the resource metadata lists. */
function issuersFrom({ policy, run }: StepContext, first: IssuerFact): readonly IssuerFact[] {
  if (policy.issuers === 'first' || first.from !== 'resource-metadata') return [first]
  const listed = (run.facts.resourceMetadata?.issuers ?? []).filter(parseHttpUrl)
  return listed.map((issuer) => ({ issuer, from: 'resource-metadata' }))
}

async function lookEverywhere(context: StepContext, first: IssuerFact): Promise<Search> {
  let search: Search = { looked: [], hits: [], issuer: first, gaveUp: false }
  for (const issuer of issuersFrom(context, first)) {
    search = await lookAt(context, { ...search, issuer })
    if (search.gaveUp || fittingIn(context, search)) break
  }
  return search
}

async function lookAt(context: StepContext, before: Search): Promise<Search> {
  const [looked, hits] = [[...before.looked], [...before.hits]]
  const places = serverLooks(context, before.issuer)
  for (const { ask } of places) context.wire.ahead(ask)
  for (const { lookup, ask } of places) {
    const { exchange, document } = await lookUp(context, ask)
    const look = { place: lookup.at, url: ask.url, exchange: exchange.id }
    // A HEAD brings no document; the GET that follows it is the look.
    if (lookup.method === 'GET') looked.push(document ? { ...look, document } : look)
    const hit = document && {
      ...look,
      document,
      issuer: expectedBy(context, lookup, before.issuer),
    }
    if (hit) hits.push(hit)
    if (hit && isFor(context, hit)) break
    const isUseless = context.policy.unusableMetadata === 'abort' && isUnusable(exchange)
    if (isUseless || (!hit && (isFault(context, exchange) || lookup.onFailure === 'abort'))) {
      return { looked, hits, issuer: before.issuer, gaveUp: true }
    }
  }
  return { looked, hits, issuer: before.issuer, gaveUp: false }
}

function expectedBy(context: StepContext, lookup: ServerLookup, issuer: IssuerFact): IssuerFact {
  if (lookup.of === 'issuer' || lookup.expects === 'named') return issuer
  return { issuer: baseOf(context, lookup, issuer.issuer), from: 'origin' }
}

function fittingIn(context: StepContext, { hits }: Search): Hit | undefined {
  return hits.find((hit) => isFor(context, hit))
}

function isFor({ policy }: StepContext, { document, issuer }: Hit): boolean {
  const check = issuer.from === 'origin' ? policy.originIssuerCheck : policy.issuerCheck
  const seen = { issuer: stringMember(document, 'issuer'), expected: issuer.issuer }
  return fitsIssuer(check, seen, policy.takesMissingIssuer)
}

/** The first document whose issuer is the one that led here; else the first there is, for the rules to judge. */
function conclude(
  context: StepContext,
  search: Search,
): { readonly issuer: IssuerFact; readonly fact: ServerMetadataFact } {
  const { looked, hits } = search
  const hit = fittingIn(context, search) ?? hits[0]
  if (hit) {
    const { issuer, ...found } = hit
    const shared = { looked, found, issuer: issuer.issuer, guessed: false }
    return { issuer, fact: { ...shared, ...endpointsOf(found.document) } }
  }
  const { issuer } = search
  const origin = search.gaveUp ? undefined : defaultOrigin(context, issuer)
  if (origin === undefined)
    return { issuer, fact: { looked, issuer: issuer.issuer, guessed: false } }
  context.decide({
    says: 'Takes the default endpoints /authorize, /token and /register',
    why: 'there is no metadata, and this client then takes these, as 2025-03-26 has it',
    spec: 'mcp-authorization-2025-03-26',
  })
  return {
    issuer,
    fact: {
      looked,
      issuer: issuer.issuer,
      guessed: true,
      authorizationEndpoint: `${origin}/authorize`,
      tokenEndpoint: `${origin}/token`,
      registrationEndpoint: `${origin}/register`,
    },
  }
}

/** Where the default endpoints of this client are, if it takes any. */
function defaultOrigin({ policy, config }: StepContext, issuer: IssuerFact): string | undefined {
  switch (policy.defaultEndpoints) {
    case 'never':
      return undefined
    case 'server':
      return originOf(config.server)
    case 'issuer':
      return originOf(issuer.issuer)
    case 'guessed-issuer':
      return issuer.from === 'origin' ? originOf(issuer.issuer) : undefined
  }
}

function endpointsOf(document: JsonObject): Partial<ServerMetadataFact> {
  const authorizationEndpoint = stringMember(document, 'authorization_endpoint')
  const tokenEndpoint = stringMember(document, 'token_endpoint')
  const registrationEndpoint = stringMember(document, 'registration_endpoint')
  const revocationEndpoint = stringMember(document, 'revocation_endpoint')
  return {
    ...(authorizationEndpoint !== undefined && { authorizationEndpoint }),
    ...(tokenEndpoint !== undefined && { tokenEndpoint }),
    ...(registrationEndpoint !== undefined && { registrationEndpoint }),
    ...(revocationEndpoint !== undefined && { revocationEndpoint }),
  }
}

/** A code or a registration must not be lost to an answer that the page may not read: find out before. */
function checkEndpointsAhead(context: StepContext, fact: ServerMetadataFact): void {
  const { tokenEndpoint, registrationEndpoint } = fact
  if (tokenEndpoint !== undefined && parseHttpUrl(tokenEndpoint)) {
    const check = tokenCheck(tokenEndpoint, 'server-metadata', publicClientOf(context))
    context.wire.checkReadable(check)
  }
  const registers =
    context.config.clientId === undefined && context.config.clientDocument === undefined
  if (registers && registrationEndpoint !== undefined && parseHttpUrl(registrationEndpoint)) {
    context.wire.checkReadable(registrationCheck(registrationEndpoint, 'server-metadata'))
  }
}

/** A client that proves itself with a secret is not named: it would look like an attempt to guess that. */
function publicClientOf({ config, secrets }: StepContext): string | undefined {
  if (secrets.clientSecret !== undefined || secrets.privateKey !== undefined) return undefined
  return config.clientId ?? config.clientDocument
}

function summaryOf(fact: ServerMetadataFact): string {
  if (fact.guessed) return 'none found, default endpoints'
  if (!fact.found) return 'none found'
  const kind = fact.found.place.startsWith('oauth') ? 'OAuth metadata' : 'OpenID configuration'
  return `${kind} found`
}
