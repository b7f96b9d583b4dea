import type { Body, Exchange, HeaderList } from '../http/exchange.ts'
import { mediaType } from '../http/exchange.ts'
import type { RunConfig } from '../run/config.ts'
import type { RunDocument } from '../run/document.ts'
import type { RedactedRun } from '../run/serialize.ts'
import { createEraser } from './eraser.ts'
import { mapStrings } from './map-strings.ts'
import { type Pseudonyms, createPseudonyms } from './pseudonyms.ts'
import { remembered } from './remembered.ts'
import { redactHeaders } from './secret-headers.ts'
import { OWN_MEMBERS } from './secret-places.ts'
import { redactForm, redactParameter, redactText } from './secret-texts.ts'

/**
 * A run without its secrets: every way out of the tab goes through here. Each secret gets a stand-in such as
 * `redacted-code-1`, the same wherever the same secret stood, and legal in addresses and headers. First the known
 * places are cleared (`secret-places.ts`), then whatever was found there is hunted for in every text of the run.
 * A redacted run comes back unchanged.
 */
export function redactRun(document: RunDocument): RedactedRun {
  const pseudonyms = createPseudonyms(textsOf(document))
  const cleared: RunDocument = {
    ...document,
    exchanges: clearExchanges(document, pseudonyms),
    config: clearConfig(document.config, pseudonyms),
  }
  return requireRedacted(searchTexts(eraseIn(cleared, pseudonyms), pseudonyms))
}

/** Looks for secrets in the texts of all members, and hunts for what it finds, until there is nothing new. */
function searchTexts(document: RunDocument, pseudonyms: Pseudonyms): RunDocument {
  const before = pseudonyms.count()
  const searched = mapStrings(document, (text, member) =>
    OWN_MEMBERS.has(member) ? text : redactText(text, pseudonyms),
  )
  if (pseudonyms.count() === before) return searched
  return searchTexts(eraseIn(searched, pseudonyms), pseudonyms)
}

function textsOf(document: RunDocument): ReadonlySet<string> {
  const texts = new Set<string>()
  mapStrings(document, (text) => {
    texts.add(text)
    return text
  })
  return texts
}

function eraseIn(document: RunDocument, { known }: Pseudonyms): RunDocument {
  const erase = remembered(createEraser(known))
  return mapStrings(document, (text, member) => (OWN_MEMBERS.has(member) ? text : erase(text)))
}

/** Bodies and addresses come first: they tell best what a secret is, so its stand-in gets the right name. */
function clearExchanges(document: RunDocument, pseudonyms: Pseudonyms): readonly Exchange[] {
  const extra = document.config.headerNames ?? []
  return document.exchanges
    .map((exchange) => clearTexts(exchange, pseudonyms))
    .map((exchange) => mapHeaders(exchange, (headers) => redactHeaders(headers, extra, pseudonyms)))
}

function clearTexts(exchange: Exchange, pseudonyms: Pseudonyms): Exchange {
  const { request, outcome } = exchange
  const body = request.body && clearBody(request.body, request.headers, pseudonyms)
  return {
    ...exchange,
    request: { ...request, url: redactText(request.url, pseudonyms), body },
    outcome:
      outcome.kind === 'response'
        ? { ...outcome, body: clearBody(outcome.body, outcome.headers, pseudonyms) }
        : outcome,
  }
}

function clearBody(body: Body, headers: HeaderList, pseudonyms: Pseudonyms): Body {
  const form =
    mediaType(headers) === 'application/x-www-form-urlencoded' ||
    /^[\w.~%-]+=[^\s{}<>"]*$/.test(body.text)
  const redact = form ? redactForm : redactText
  return { ...body, text: redact(body.text, pseudonyms) }
}

function mapHeaders(exchange: Exchange, change: (headers: HeaderList) => HeaderList): Exchange {
  const { outcome } = exchange
  const request = { ...exchange.request, headers: change(exchange.request.headers) }
  if (outcome.kind !== 'response') return { ...exchange, request }
  return { ...exchange, request, outcome: { ...outcome, headers: change(outcome.headers) } }
}

function clearConfig(config: RunConfig, pseudonyms: Pseudonyms): RunConfig {
  if (!config.authorizationParameters) return config
  const authorizationParameters = config.authorizationParameters.map(
    ([name, value]) => [name, redactParameter(name, value, pseudonyms)] as const,
  )
  return { ...config, authorizationParameters }
}

function requireRedacted(document: RunDocument): RedactedRun {
  if (isRedacted(document)) return document
  throw new Error(`A run document does not have the format "${document.format}"`)
}

/** Only `redactRun` may say so: the mark is there for the compiler alone. */
function isRedacted(document: RunDocument): document is RedactedRun {
  return document.format === 'mcp-flow-run'
}
