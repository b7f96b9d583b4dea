import { type JsonObject, stringMember } from '../http/json.ts'
import type { StepResult } from '../run/events.ts'
import type { Looked, ServerMetadataFact } from '../run/facts.ts'
import type { ServerMetadataPlace } from '../run/policy.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { originOf, parseHttpUrl } from '../spec/locations.ts'
import { serverMetadataPlaces } from './ask-ahead.ts'
import { lookUp } from './document-lookup.ts'
import { registrationCheck, tokenCheck } from './readable-check.ts'

type Found = Looked<ServerMetadataPlace> & { readonly document: JsonObject }

/** Authorization server metadata at every location of the revision, in order (RFC 8414; digest 2.3). */
export const serverMetadata: Step = {
  id: 'server-metadata',
  title: 'Server metadata',
  needs: ['issuer'],
  gives: ['serverMetadata'],
  plan: 'reads the endpoints of the authorization server',
  async run(context) {
    const issuer = requireFact(context, 'issuer')
    if (!parseHttpUrl(issuer.issuer)) return badIssuer(issuer.issuer)
    const places = serverMetadataPlaces(context, issuer.issuer)
    for (const { ask } of places) context.wire.ahead(ask)
    const looked: Looked<ServerMetadataPlace>[] = []
    for (const { place, ask } of places) {
      const { exchange, document } = await lookUp(context, ask)
      looked.push({ place, url: ask.url, exchange: exchange.id, ...(document && { document }) })
      if (document && isFor(context, issuer.issuer, document)) break
    }
    const fact = toFact(context, looked, issuer.issuer)
    if (!fact.found && !fact.guessed) return noMetadata(fact)
    checkEndpointsAhead(context, fact)
    return { kind: 'done', says: summaryOf(fact), facts: { serverMetadata: fact } }
  },
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

function noMetadata(fact: ServerMetadataFact): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'no-server-metadata',
      message: `${fact.issuer} has no metadata at any of the ${fact.looked.length} addresses looked at.`,
    },
    facts: { serverMetadata: fact },
  }
}

function summaryOf(fact: ServerMetadataFact): string {
  if (fact.guessed) return 'none found, default endpoints'
  if (!fact.found) return 'none found'
  const kind = fact.found.place.startsWith('oauth') ? 'OAuth metadata' : 'OpenID configuration'
  return `${kind} found`
}
