import type { Exchange } from '../../http/exchange.ts'
import { answerOf } from '../../http/exchange.ts'
import { type JsonObject, parseJsonObject } from '../../http/json.ts'
import type { Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { cannotTell, notApplicable } from '../verdict.ts'

/** Our request for the document that is our client id, or the verdict of a rule that needs it. */
export type OwnDocumentAsked =
  | { readonly kind: 'asked'; readonly exchange: Exchange; readonly url: string }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** Where this walk looked at its own client metadata document, as an authorization server would. */
export function ownDocumentAsked(run: Run): OwnDocumentAsked {
  const identity = run.facts.clientIdentity
  if (identity?.kind !== 'client-document') {
    return { kind: 'unknown', verdict: notApplicable('The client id is no document') }
  }
  const url = identity.clientId
  const exchange = run.exchanges.findLast(
    ({ diagnostic, request }) => diagnostic === 'survey' && request.url === url,
  )
  if (exchange) return { kind: 'asked', exchange, url }
  return { kind: 'unknown', verdict: cannotTell(`The document at ${url} was not asked for`) }
}

/** The document itself, or the verdict of a rule that reads it. */
export type OwnDocumentRead =
  | {
      readonly kind: 'read'
      readonly exchange: string
      readonly url: string
      readonly document: JsonObject
    }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The members of our own document, where they could be read. */
export function readOwnDocument(run: Run): OwnDocumentRead {
  const asked = ownDocumentAsked(run)
  if (asked.kind === 'unknown') return asked
  const { exchange, url } = asked
  const answer = answerOf(exchange)
  const document = answer?.status === 200 ? parseJsonObject(answer.body.text) : undefined
  if (document) return { kind: 'read', exchange: exchange.id, url, document }
  const verdict = cannotTell(`From here, no JSON object could be read at ${url}`)
  return { kind: 'unknown', verdict }
}
