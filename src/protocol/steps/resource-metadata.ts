import { type JsonObject, stringMember, stringsMember } from '../http/json.ts'
import { fitsResource } from '../run/behaviour/comparison.ts'
import type { ResourceMetadataPlace } from '../run/behaviour/lookup.ts'
import type { IssuerFact, Looked, ResourceMetadataFact } from '../run/facts.ts'
import type { Step, StepContext } from '../run/step.ts'
import { originOf, parseHttpUrl } from '../spec/locations.ts'
import { readsResourceMetadata } from './discovery/ask-ahead.ts'
import { isFault, isLost, lookUp } from './discovery/document-lookup.ts'
import { resourceLooks } from './discovery/places.ts'

type Found = Looked<ResourceMetadataPlace> & { readonly document: JsonObject }

/** Protected resource metadata: the challenge's pointer, then the well-known addresses (RFC 9728; digest 2.2). */
export const resourceMetadata: Step = {
  id: 'resource-metadata',
  title: 'Resource metadata',
  needs: [],
  gives: ['resourceMetadata', 'issuer'],
  plan: 'reads who issues tokens for it',
  async run(context) {
    const { challenge } = context.run.facts
    if (challenge?.required === false) return { kind: 'skipped', why: 'no token is needed' }
    if (!readsResourceMetadata(context)) {
      return withOriginAsIssuer(context, 'this client looks for no resource metadata')
    }
    const { looked, gaveUp } = await lookEverywhere(context, challenge?.resourceMetadata)
    const found = chooseDocument(context, looked)
    const fact = toFact(looked, found)
    const issuer = gaveUp ? undefined : chooseIssuer(context, fact)
    if (!issuer) {
      const { nobodyNamed } = await import('./discovery/not-found.ts')
      return nobodyNamed(context, fact)
    }
    return { kind: 'done', says: summaryOf(fact), facts: { resourceMetadata: fact, issuer } }
  },
}

type Looks = {
  readonly looked: readonly Looked<ResourceMetadataPlace>[]
  /** The client looks no further, and takes nothing in its place. */
  readonly gaveUp: boolean
}

async function lookEverywhere(context: StepContext, named: string | undefined): Promise<Looks> {
  const looked: Looked<ResourceMetadataPlace>[] = []
  const pointer = named !== undefined && parseHttpUrl(named) ? named : undefined
  if (named !== undefined && pointer === undefined) noteBadPointer(context, named)
  for (const { lookup, ask } of resourceLooks(context, pointer)) {
    const { exchange, document } = await lookUp(context, ask)
    const look = { place: lookup.at, url: ask.url, exchange: exchange.id }
    looked.push(document ? { ...look, document } : look)
    if (isLost(context, exchange)) return { looked, gaveUp: true }
    const taken = document && isTaken(context, document)
    if (taken ? endsLooking(context, { ...look, document }) : lookup.onFailure === 'fallback') break
    const givesUp = isFault(context, exchange) || lookup.onFailure === 'abort'
    if (!document && givesUp) return { looked, gaveUp: true }
  }
  return { looked, gaveUp: false }
}

/** A document that fits; or one that does not, for a client that then looks no further. */
function endsLooking(context: StepContext, found: Found): boolean {
  if (isFor(context, found)) return true
  const { resourceMismatch } = context.policy
  return (
    resourceMismatch === 'abort' ||
    resourceMismatch === 'abort-late' ||
    (resourceMismatch === 'look-on' && found.place === 'challenge')
  )
}

/** The first document that fits; else the first there is, for the rules to judge, unless this client drops it. */
function chooseDocument(
  context: StepContext,
  looked: readonly Looked<ResourceMetadataPlace>[],
): Found | undefined {
  const found = looked.flatMap((each): Found[] =>
    each.document && isTaken(context, each.document) ? [{ ...each, document: each.document }] : [],
  )
  const fitting = found.find((each) => isFor(context, each))
  if (fitting || context.policy.resourceMismatch !== 'discard') return fitting ?? found[0]
  const [dropped] = found
  if (dropped) noteDropped(context, dropped)
  return undefined
}

/** For some clients a document without a URL as its resource is none. */
function isTaken({ policy }: StepContext, document: JsonObject): boolean {
  const isNamed = URL.canParse(stringMember(document, 'resource') ?? '')
  return isNamed || policy.withoutResource === 'mismatch'
}

function isFor({ config, policy }: StepContext, { place, document }: Found): boolean {
  const resource = stringMember(document, 'resource')
  return fitsResource(policy.resourceCheck, { resource, place, server: config.server })
}

function noteDropped(context: StepContext, { exchange, document }: Found): void {
  context.decide({
    exchange,
    says: 'Goes on as if this resource metadata were not there',
    why: `its resource is ${stringMember(document, 'resource') ?? 'missing'}, which this client does not take for ${context.config.server}`,
  })
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
  if (context.policy.originAsIssuer === 'never') return undefined
  const issuer = ownAddress(context)
  context.decide({
    says: `Takes ${issuer} as authorization server`,
    why: 'nothing names one, and this client then takes the address of the MCP server, as 2025-03-26 has it',
    spec: 'mcp-authorization-2025-03-26',
  })
  return { issuer, from: 'origin' }
}

/** What stands in for an issuer that nobody named. */
function ownAddress({ config, policy }: StepContext): string {
  return policy.originAsIssuer === 'endpoint' ? config.server : originOf(config.server)
}

function withOriginAsIssuer(context: StepContext, why: string) {
  const issuer = context.config.issuer ?? ownAddress(context)
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
