import { type JsonObject, stringMember } from '../http/json.ts'
import type { StepResult } from '../run/events.ts'
import type { IssuerFact, Looked, ServerMetadataFact } from '../run/facts.ts'
import type { ServerMetadataPlace } from '../run/policy.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { originOf, parseHttpUrl } from '../spec/locations.ts'
import { serverMetadataPlaces } from './discovery/ask-ahead.ts'
import { listed, lookUp } from './discovery/document-lookup.ts'
import { registrationCheck, tokenCheck } from './issuer/readable-check.ts'

type Found = Looked<ServerMetadataPlace> & { readonly document: JsonObject }

/** Authorization server metadata at every location of the revision, in order (RFC 8414; digest 2.3). */
export const serverMetadata: Step = {
  id: 'server-metadata',
  title: 'Server metadata',
  needs: ['issuer'],
  gives: ['issuer', 'serverMetadata'],
  plan: 'reads the endpoints of the authorization server',
  async run(context) {
    const named = chosenBy(context)
    const issuer = usable(context, named)
    if (!issuer) return badIssuer(named.issuer)
    const places = serverMetadataPlaces(context, issuer.issuer)
    for (const { ask } of places) context.wire.ahead(ask)
    const looked: Looked<ServerMetadataPlace>[] = []
    for (const { place, ask } of places) {
      const { exchange, document } = await lookUp(context, ask)
      looked.push({ place, url: ask.url, exchange: exchange.id, ...(document && { document }) })
      if (document && isFor(context, issuer.issuer, document)) break
    }
    const fact = toFact(context, looked, issuer.issuer)
    if (!fact.found && !fact.guessed) return noMetadata(issuer, fact)
    checkEndpointsAhead(context, fact)
    return { kind: 'done', says: summaryOf(fact), facts: { issuer, serverMetadata: fact } }
  },
}

/** A walk that begins anew here may do so because the person chose another issuer. */
function chosenBy(context: StepContext): IssuerFact {
  const { issuer } = context.config
  return issuer === undefined ? requireFact(context, 'issuer') : { issuer, from: 'person' }
}

/** One that is no address is of use to nobody; the person who goes on past that goes on with the origin. */
function usable(context: StepContext, named: IssuerFact): IssuerFact | undefined {
  if (parseHttpUrl(named.issuer)) return named
  if (!context.policy.originAsIssuer) return undefined
  return { issuer: originOf(context.config.server), from: 'origin' }
}

function isFor(context: StepContext, issuer: string, document: JsonObject): boolean {
  return context.policy.issuerCheck === 'none' || stringMember(document, 'issuer') === issuer
}

/** The first document whose issuer is the one that led here; else the first there is, for the rules to judge. */
function toFact(
  context: StepContext,
  looked: readonly Looked<ServerMetadataPlace>[],
  issuer: string,
): ServerMetadataFact {
  const documents = looked.flatMap((each): Found[] =>
    each.document ? [{ ...each, document: each.document }] : [],
  )
  const found = documents.find((each) => isFor(context, issuer, each.document)) ?? documents[0]
  if (found) return { looked, found, issuer, guessed: false, ...endpointsOf(found.document) }
  if (!context.policy.defaultEndpoints) return { looked, issuer, guessed: false }
  context.decide({
    says: 'Takes the default endpoints /authorize, /token and /register',
    why: 'there is no metadata, and 2025-03-26 then names these',
    spec: 'mcp-authorization-2025-03-26',
  })
  const origin = originOf(issuer)
  return {
    looked,
    issuer,
    guessed: true,
    authorizationEndpoint: `${origin}/authorize`,
    tokenEndpoint: `${origin}/token`,
    registrationEndpoint: `${origin}/register`,
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

function badIssuer(issuer: string): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'no-issuer',
      message: `The authorization server is named "${issuer}", which is no http or https URL.`,
    },
    facts: {},
  }
}

function noMetadata(issuer: IssuerFact, fact: ServerMetadataFact): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'no-server-metadata',
      message: `${fact.issuer} has no metadata; looked at ${listed(fact.looked)}.`,
    },
    facts: { issuer, serverMetadata: fact },
  }
}

function summaryOf(fact: ServerMetadataFact): string {
  if (fact.guessed) return 'none found, default endpoints'
  if (!fact.found) return 'none found'
  const kind = fact.found.place.startsWith('oauth') ? 'OAuth metadata' : 'OpenID configuration'
  return `${kind} found`
}
