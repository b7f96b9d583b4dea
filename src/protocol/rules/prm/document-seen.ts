import { type JsonObject, parseJsonObject } from '../../http/json.ts'
import { endpointOf } from '../../http/readability.ts'
import type { ResourceMetadataPlace } from '../../run/behaviour/lookup.ts'
import type { Looked } from '../../run/facts.ts'
import type { Paste, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { resourceMetadataAppended, toResourceIdentifier } from '../../spec/locations.ts'
import { findResourceMetadataUrl } from '../addresses.ts'
import { type Answered, findAnswered } from '../record.ts'
import { pretty } from '../shown.ts'
import { cannotTell, notApplicable, notReached } from '../verdict.ts'

/** One place that was asked for resource metadata. */
export type Look = Looked<ResourceMetadataPlace>

/** The resource metadata in use, or everywhere it was not. */
export type DocumentSeen =
  | {
      readonly kind: 'found'
      readonly found: Look & { readonly document: JsonObject }
      readonly looked: readonly Look[]
    }
  | { readonly kind: 'nowhere'; readonly looked: readonly Look[] }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The resource metadata of a run; for rules about `resource` also what some clients drop for it, and others use. */
export function resourceMetadataSeen(
  run: Run,
  dropped: 'also-dropped' | 'in-use' = 'in-use',
): DocumentSeen {
  if (run.facts.challenge?.required === false) {
    return { kind: 'unknown', verdict: notApplicable('The server answers without a token') }
  }
  const fact = run.facts.resourceMetadata
  if (fact === undefined) return { kind: 'unknown', verdict: notReached('the resource metadata') }
  const { looked } = fact
  const found = fact.found ?? (dropped === 'also-dropped' ? looked.find(hasDocument) : undefined)
  return found ? { kind: 'found', found, looked } : { kind: 'nowhere', looked }
}

function hasDocument(look: Look): look is Look & { readonly document: JsonObject } {
  return look.document !== undefined
}

/**
 * True when the pointer of the challenge led to no document and nothing else may be asked: what is at that address is the
 * pointer's fault, unless it is the very address where the document belongs.
 */
export function isPointerAlone(run: Run): boolean {
  const { challenge, resourceMetadata } = run.facts
  const pointer = challenge?.resourceMetadata
  if (pointer === undefined || resourceMetadata?.found) return false
  const isOwn = pointer === findResourceMetadataUrl(toResourceIdentifier(run.config.server))
  return !isOwn && (resourceMetadata?.looked ?? []).every(({ place }) => place === 'challenge')
}

/** The document below the endpoint, where no specification puts it. It is looked for when it is nowhere else. */
export function documentBelow(run: Run): Answered | undefined {
  const url = resourceMetadataAppended(run.config.server)
  const exchange = run.exchanges.find(
    ({ diagnostic, request }) => diagnostic === 'triage' && request.url === url,
  )
  const seen = findAnswered(run, exchange?.id)
  const document = seen?.answer.status === 200 ? parseJsonObject(seen.answer.body.text) : undefined
  const isMetadata = document?.['resource'] ?? document?.['authorization_servers']
  return isMetadata === undefined ? undefined : seen
}

/** The document that this server should serve, made of what the run knows. */
export function resourceMetadataToPaste(run: Run): Paste {
  const resource = toResourceIdentifier(run.config.server)
  const issuers = run.facts.resourceMetadata?.issuers ?? []
  const scopes = run.facts.resourceMetadata?.scopes ?? run.facts.challenge?.scope?.split(' ')
  return {
    title: `Resource metadata, served at ${findResourceMetadataUrl(resource) ?? 'its well-known address'}`,
    text: pretty({
      resource,
      authorization_servers: issuers.length > 0 ? issuers : ['https://<your authorization server>'],
      ...(scopes && { scopes_supported: scopes }),
      bearer_methods_supported: ['header'],
    }),
  }
}

/** Addresses that plainly have no document, or the verdict that something else is the matter with one of them. */
export type Absence =
  | {
      readonly kind: 'absent'
      readonly where: string
      readonly first: Look
      readonly others: readonly Look[]
    }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** Whether an address keeps the document behind a token. The endpoint itself, to which some challenges point, has none. */
export function asksForToken(run: Run, { url, exchange }: Look): boolean {
  const isEndpoint = endpointOf(url) === endpointOf(run.config.server)
  return !isEndpoint && findAnswered(run, exchange)?.answer.status === 401
}

/** What the addresses answered where no document was found. */
export function absenceIn(run: Run, looked: readonly Look[]): Absence {
  const statuses = looked.map((look) => findAnswered(run, look.exchange)?.answer.status)
  const verdict = looked.some((look) => asksForToken(run, look))
    ? notApplicable('An address asks for a token: PRM-16')
    : absenceVerdict(statuses)
  if (verdict) return { kind: 'unknown', verdict }
  const [first, ...others] = looked
  if (first === undefined) {
    return { kind: 'unknown', verdict: cannotTell('No address of resource metadata was asked') }
  }
  const where = looked.map((look, index) => `${look.url} (${statuses[index]})`).join(', ')
  return { kind: 'absent', where, first, others }
}

function absenceVerdict(statuses: readonly (number | undefined)[]): Verdict | undefined {
  if (statuses.includes(undefined)) {
    return cannotTell('Not every address of the resource metadata gave an answer that can be read')
  }
  if (statuses.includes(200)) {
    return notApplicable('An address answered 200 with something else: PRM-03')
  }
  const isBroken = statuses.some((status) => status !== undefined && status >= 500)
  return isBroken ? notApplicable('An address is out of order: PRM-03') : undefined
}
