import { type JsonObject, stringMember, stringsMember } from '../http/json.ts'
import type { StepResult } from '../run/events.ts'
import type { IssuerFact, Looked, ResourceMetadataFact } from '../run/facts.ts'
import type { ResourceMetadataPlace } from '../run/policy.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { originOf, parseHttpUrl, toResourceIdentifier } from '../spec/locations.ts'
import { resourceMetadataPlaces } from './discovery/ask-ahead.ts'
import { documentAsk, listed, lookUp } from './discovery/document-lookup.ts'

type Found = Looked<ResourceMetadataPlace> & { readonly document: JsonObject }

/** Protected resource metadata: the challenge's pointer, then the well-known addresses (RFC 9728; digest 2.2). */
export const resourceMetadata: Step = {
  id: 'resource-metadata',
  title: 'Resource metadata',
  needs: ['challenge'],
  gives: ['resourceMetadata', 'issuer'],
  plan: 'reads who issues tokens for it',
  async run(context) {
    const challenge = requireFact(context, 'challenge')
    if (!challenge.required) return { kind: 'skipped', why: 'no token is needed' }
    if (context.policy.resourceMetadata.length === 0) {
      return withOriginAsIssuer(context, 'this revision knows no resource metadata')
    }
    const looked = await lookEverywhere(context, challenge.resourceMetadata)
    const found = chooseDocument(context, looked)
    const fact = toFact(looked, found)
    const issuer = chooseIssuer(context, fact)
    if (!issuer) return nobodyNamed(context, fact)
    return { kind: 'done', says: summaryOf(fact), facts: { resourceMetadata: fact, issuer } }
  },
}

async function lookEverywhere(
  context: StepContext,
  pointer: string | undefined,
): Promise<readonly Looked<ResourceMetadataPlace>[]> {
  const looked: Looked<ResourceMetadataPlace>[] = []
  if (pointer !== undefined && context.policy.resourceMetadata.includes('challenge')) {
    if (!parseHttpUrl(pointer)) noteBadPointer(context, pointer)
    else looked.push(await lookAt(context, 'challenge', pointer))
  }
  if (looked.some((each) => each.document)) return looked
  for (const { place, ask } of resourceMetadataPlaces(context)) {
    if (looked.some((each) => each.url === ask.url)) continue
    const { exchange, document } = await lookUp(context, ask)
    looked.push({ place, url: ask.url, exchange: exchange.id, ...(document && { document }) })
    if (
      document &&
      (isFor(context, { place, document }) || context.policy.resourceCheck === 'none')
    )
      break
  }
  return looked
}

async function lookAt(
  context: StepContext,
  place: ResourceMetadataPlace,
  url: string,
): Promise<Looked<ResourceMetadataPlace>> {
  const known = resourceMetadataPlaces(context).find(({ ask }) => ask.url === url)
  const ask =
    known?.ask ??
    documentAsk({
      step: 'resource-metadata',
      purpose: 'Resource metadata where the challenge points',
      to: 'server',
      url,
    })
  const { exchange, document } = await lookUp(context, ask)
  return { place, url, exchange: exchange.id, ...(document && { document }) }
}

/** The first document that names this resource; else the first document there is, for the rules to judge. */
function chooseDocument(
  context: StepContext,
  looked: readonly Looked<ResourceMetadataPlace>[],
): Found | undefined {
  const found = looked.flatMap((each): Found[] =>
    each.document ? [{ ...each, document: each.document }] : [],
  )
  return found.find((each) => isFor(context, each)) ?? found[0]
}

function isFor(
  context: StepContext,
  each: { place: ResourceMetadataPlace; document: JsonObject },
): boolean {
  const { server } = context.config
  const expected = each.place === 'root' ? originOf(server) : toResourceIdentifier(server)
  return stringMember(each.document, 'resource') === expected
}

function toFact(
  looked: readonly Looked<ResourceMetadataPlace>[],
  found: Found | undefined,
): ResourceMetadataFact {
  const resource = stringMember(found?.document, 'resource')
  const scopes = stringsMember(found?.document, 'scopes_supported')
  return {
    looked,
    ...(found && { found }),
    ...(resource !== undefined && { resource }),
    issuers: stringsMember(found?.document, 'authorization_servers') ?? [],
    ...(scopes && { scopes }),
  }
}

/** RFC 9728 section 7.6 leaves the choice to the client: the person's, else the first. */
function chooseIssuer(context: StepContext, fact: ResourceMetadataFact): IssuerFact | undefined {
  if (context.config.issuer !== undefined) return { issuer: context.config.issuer, from: 'person' }
  const [first, ...others] = fact.issuers
  if (first !== undefined) {
    context.decide({
      ...(fact.found && { exchange: fact.found.exchange }),
      says: `Takes ${first} as authorization server`,
      why:
        others.length > 0
          ? `it is the first of ${fact.issuers.length} listed`
          : 'it is the only one listed',
      spec: 'rfc9728-2',
    })
    return { issuer: first, from: 'resource-metadata' }
  }
  if (!context.policy.originAsIssuer) return undefined
  const issuer = originOf(context.config.server)
  context.decide({
    says: `Takes ${issuer} as authorization server`,
    why: 'nothing names one, and 2025-03-26 takes the origin of the MCP server',
    spec: 'mcp-authorization-2025-03-26',
  })
  return { issuer, from: 'origin' }
}

function nobodyNamed(context: StepContext, fact: ResourceMetadataFact): StepResult {
  const facts = { resourceMetadata: fact }
  if (!fact.found) {
    const message = sayNowhere(context, fact)
    return { kind: 'failed', error: { code: 'no-resource-metadata', message }, facts }
  }
  const message = `The resource metadata at ${fact.found.url} names no authorization server.`
  const { exchange } = fact.found
  return { kind: 'failed', error: { code: 'no-issuer', message, exchange }, facts }
}

function sayNowhere(context: StepContext, { looked }: ResourceMetadataFact): string {
  const { server } = context.config
  if (looked.length > 0) return `${server} has no resource metadata; looked at ${listed(looked)}.`
  const { header } = requireFact(context, 'challenge')
  const why = header === 'hidden' ? 'A page may not read the challenge' : 'The challenge names none'
  return `${server} has no resource metadata. ${why}, and this revision knows no other place.`
}

function withOriginAsIssuer(context: StepContext, why: string) {
  const issuer = context.config.issuer ?? originOf(context.config.server)
  context.decide({
    says: `Takes ${issuer} as authorization server`,
    why,
    spec: 'mcp-authorization-2025-03-26',
  })
  return {
    kind: 'done',
    says: why,
    facts: { issuer: { issuer, from: context.config.issuer === undefined ? 'origin' : 'person' } },
  } as const
}

function noteBadPointer(context: StepContext, pointer: string): void {
  context.decide({
    says: 'Does not follow the pointer of the challenge',
    why: `"${pointer}" is not an absolute http or https URL`,
    spec: 'rfc9728-5.1',
  })
}

function summaryOf(fact: ResourceMetadataFact): string {
  if (!fact.found) return 'none found'
  const where = {
    challenge: 'from the challenge',
    'path-inserted': 'at the path-specific address',
    'path-appended': 'below the endpoint',
    root: 'at the root address',
  } as const
  return where[fact.found.place]
}
