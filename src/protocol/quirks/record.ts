import { type Exchange, type ResponseOutcome, answerOf, type StepId } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject } from '../http/json.ts'
import type { DocumentFinding, RunDocument } from '../run/document.ts'

/** An exchange with an answer that could be read. */
export type Answered = { readonly exchange: Exchange; readonly answer: ResponseOutcome }

/** An answer whose body is a JSON object. */
export type Read = Answered & { readonly json: JsonObject }

/** A run as quirks look at it: its document, taken apart once. */
export type RunRecord = {
  readonly document: RunDocument
  /** The answers of a step in their order, without our own extra questions. */
  answers(step: StepId): readonly Answered[]
  /** Those answers of a step that are JSON objects. */
  read(step: StepId): readonly Read[]
  /** The addresses that the browser itself went to in a step: authorization request, callback. */
  visits(step: 'authorization' | 'callback'): readonly Visit[]
  /** The finding of a rule, if it failed. */
  broken(rule: string): DocumentFinding | undefined
  find(exchange: string): Exchange | undefined
}

/** One navigation. */
export type Visit = { readonly exchange: Exchange; readonly url: URL }

/** Takes a run document apart. Each body is parsed once, and only when somebody looks: runs can be long. */
export function toRecord(document: RunDocument): RunRecord {
  const { exchanges, findings } = document
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const byStep = new Map<StepId, Answered[]>()
  for (const answered of exchanges.flatMap(toAnswered)) {
    const { step } = answered.exchange
    const known = byStep.get(step)
    if (known) known.push(answered)
    else byStep.set(step, [answered])
  }
  const navigations = exchanges.flatMap(toVisit)
  const failed = new Map(
    findings.filter(({ verdict }) => verdict === 'fail').map((finding) => [finding.rule, finding]),
  )
  return {
    document,
    answers: (step) => byStep.get(step) ?? [],
    read: onceEach((step: StepId) => (byStep.get(step) ?? []).flatMap(toRead)),
    visits: (step) => navigations.filter(({ exchange }) => exchange.step === step),
    broken: (rule) => failed.get(rule),
    find: (exchange) => byId.get(exchange),
  }
}

/** Remembers what came of each key. */
function onceEach<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>()
  return (key) => {
    const value = found.get(key) ?? find(key)
    found.set(key, value)
    return value
  }
}

function toAnswered(exchange: Exchange): readonly Answered[] {
  const answer = answerOf(exchange)
  return answer && exchange.diagnostic === undefined ? [{ exchange, answer }] : []
}

function toRead(answered: Answered): readonly Read[] {
  const json = parseJsonObject(answered.answer.body.text)
  return json ? [{ ...answered, json }] : []
}

function toVisit(exchange: Exchange): readonly Visit[] {
  const { url } = exchange.request
  return exchange.via === 'navigation' && URL.canParse(url) ? [{ exchange, url: new URL(url) }] : []
}
