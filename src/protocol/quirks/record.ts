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

/** Takes a run document apart. */
export function toRecord(document: RunDocument): RunRecord {
  const byId = new Map(document.exchanges.map((exchange) => [exchange.id, exchange]))
  const failed = new Map(
    document.findings
      .filter(({ verdict }) => verdict === 'fail')
      .map((finding) => [finding.rule, finding]),
  )
  const answers = (step: StepId) =>
    document.exchanges.flatMap((exchange) => toAnswered(exchange, step))
  return {
    document,
    answers,
    read: (step) => answers(step).flatMap(toRead),
    visits: (step) => document.exchanges.flatMap((exchange) => toVisit(exchange, step)),
    broken: (rule) => failed.get(rule),
    find: (exchange) => byId.get(exchange),
  }
}

function toAnswered(exchange: Exchange, step: StepId): readonly Answered[] {
  const answer = answerOf(exchange)
  const isOurs = exchange.step === step && exchange.diagnostic === undefined
  return isOurs && answer ? [{ exchange, answer }] : []
}

function toRead(answered: Answered): readonly Read[] {
  const json = parseJsonObject(answered.answer.body.text)
  return json ? [{ ...answered, json }] : []
}

function toVisit(exchange: Exchange, step: StepId): readonly Visit[] {
  const isVisit = exchange.step === step && exchange.via === 'navigation'
  return isVisit && URL.canParse(exchange.request.url)
    ? [{ exchange, url: new URL(exchange.request.url) }]
    : []
}
