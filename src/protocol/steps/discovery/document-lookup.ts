import {
  type Exchange,
  type HeaderList,
  type StepId,
  type Party,
  answerOf,
  findHeader,
} from '../../http/exchange.ts'
import { type JsonObject, parseJsonObject } from '../../http/json.ts'
import type { Ask } from '../../http/wire.ts'
import type { StepContext } from '../../run/step.ts'
import { parseHttpUrl } from '../../spec/locations.ts'

const MOST_HOPS = 3

/**
 * A metadata document to ask for. Metadata requests of a conforming client carry no custom header, so that they need
 * no preflight; `headers` are what another client adds.
 */
export function documentAsk(about: {
  readonly step: StepId
  readonly purpose: string
  readonly to: Party
  readonly url: string
  readonly method?: 'HEAD' | 'GET'
  readonly headers?: HeaderList
}): Ask {
  return {
    step: about.step,
    purpose: about.purpose,
    to: about.to,
    method: about.method ?? 'GET',
    url: about.url,
    headers: [['Accept', 'application/json'], ...(about.headers ?? [])],
    repeatable: true,
  }
}

/** Asks for a document, follows redirects as a fetch does (each hop its own exchange), and gives what came last. */
export async function lookUp(
  context: StepContext,
  ask: Ask,
): Promise<{ exchange: Exchange; document?: JsonObject }> {
  let exchange = await context.wire.send(ask)
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const target = redirectTarget(exchange)
    if (target === undefined) break
    exchange = await context.wire.send({
      ...ask,
      url: target,
      purpose: `${ask.purpose}, redirected`,
      after: exchange.id,
    })
  }
  const document = documentOf(exchange)
  return document ? { exchange, document } : { exchange }
}

/** The JSON object that a 200 carried, whatever its media type says. */
export function documentOf(exchange: Exchange): JsonObject | undefined {
  const answer = answerOf(exchange)
  return answer?.status === 200 ? parseJsonObject(answer.body.text) : undefined
}

/** A server's error, or none at all, where the client tells that from an address that has nothing. */
export function isFault(context: StepContext, exchange: Exchange): boolean {
  const isServers = (answerOf(exchange)?.status ?? 0) >= 500
  return (isServers && context.policy.metadataFault !== 'next') || isLost(context, exchange)
}

/** No answer at all, for a client that then gives up. */
export function isLost({ policy }: StepContext, { outcome }: Exchange): boolean {
  return policy.metadataFault === 'abort-if-lost' && outcome.kind === 'unreadable'
}

/** Something came, or was given up, where others answer with a plain "nothing here". */
export function isUnusable({ outcome }: Exchange): boolean {
  return outcome.kind === 'aborted' || (outcome.kind === 'response' && outcome.status === 200)
}

function redirectTarget(exchange: Exchange): string | undefined {
  const answer = answerOf(exchange)
  if (!answer || ![301, 302, 303, 307, 308].includes(answer.status)) return undefined
  const location = findHeader(answer.headers, 'Location')
  if (location === undefined || !URL.canParse(location, exchange.request.url)) return undefined
  return parseHttpUrl(new URL(location, exchange.request.url).href)?.href
}

/** Addresses as a sentence lists them: `a`, `a and b`, `a, b, and c`. */
export function listed(looked: readonly { readonly url: string }[]): string {
  return new Intl.ListFormat('en').format(looked.map(({ url }) => url))
}
