import type { StepResult } from '../../run/events.ts'
import type { Facts, ResourceMetadataFact, ServerMetadataFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { resourceMetadataAppended } from '../../spec/locations.ts'
import { documentAsk, listed } from './document-lookup.ts'

/** The failed step where there is no resource metadata, or none that names an authorization server. */
export function nobodyNamed(context: StepContext, fact: ResourceMetadataFact): StepResult {
  const facts = { resourceMetadata: fact }
  if (!fact.found) {
    lookBelow(context, fact)
    const message = sayNowhere(context, fact)
    return { kind: 'failed', error: { code: 'no-resource-metadata', message }, facts }
  }
  const message = `The resource metadata at ${fact.found.url} names no authorization server.`
  const { exchange } = fact.found
  return { kind: 'failed', error: { code: 'no-issuer', message, exchange }, facts }
}

/** Nobody looks below the endpoint, where a mounted application has its routes: the owner should know. */
function lookBelow(context: StepContext, { looked }: ResourceMetadataFact): void {
  const url = resourceMetadataAppended(context.config.server)
  const isSearched = looked.some(({ place }) => place === 'path-inserted')
  if (!isSearched || looked.some((look) => look.url === url)) return
  const purpose = 'Triage: is the document below the endpoint'
  context.wire.leave({
    ...documentAsk({ step: 'resource-metadata', purpose, to: 'server', url }),
    diagnostic: 'triage',
    via: context.wire.canRelay ? 'relay' : 'direct',
  })
}

function sayNowhere(context: StepContext, { looked }: ResourceMetadataFact): string {
  const { server } = context.config
  if (looked.length > 0) return `${server} has no resource metadata; looked at ${listed(looked)}.`
  const why =
    context.run.facts.challenge?.header === 'hidden'
      ? 'A page may not read the challenge'
      : 'The challenge names none'
  return `${server} has no resource metadata. ${why}, and this revision knows no other place.`
}

/** The failed step for an issuer that is no address. */
export function badIssuer(issuer: string): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'no-issuer',
      message: `The authorization server is named "${issuer}", which is no http or https URL.`,
    },
    facts: {},
  }
}

/** The failed step for an issuer that nobody should be sent to. */
export function unsafeIssuer(issuer: string): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'unsafe-url',
      message: `The resource metadata names "${issuer}" as authorization server, which is neither https nor on loopback.`,
    },
    facts: {},
  }
}

/** The failed step where an issuer has no metadata. */
export function noMetadata(fact: ServerMetadataFact, facts: Partial<Facts>): StepResult {
  return {
    kind: 'failed',
    error: {
      code: 'no-server-metadata',
      message: `${fact.issuer} has no metadata; looked at ${listed(fact.looked)}.`,
    },
    facts,
  }
}
