import { type Exchange, answerOf, findHeader } from '../http/exchange.ts'
import { objectMember, parseJsonObject, stringMember } from '../http/json.ts'
import type { Ask } from '../http/wire.ts'
import type { Run } from '../run/run.ts'

/** What was asked and answered in a run, to be found again by what is asked. */
export type AnswerBook = ReadonlyMap<string, Exchange>

/** The evidence that a forecast rests on: a run and its answers. A change puts other answers in their place. */
export type Evidence = {
  readonly run: Run
  readonly answers: AnswerBook
  /** Notes the keys that are looked for. */
  readonly looked?: Set<string>
}

/** The evidence of a run. */
export function evidenceOf(run: Run): Evidence {
  const answers = new Map<string, Exchange>()
  for (const exchange of run.exchanges) {
    if (exchange.via === 'navigation' || !isTelling(exchange)) continue
    for (const key of keysOf(run, exchange.request)) {
      const known = answers.get(key)
      if (!known || isBetter(exchange, known)) answers.set(key, exchange)
    }
  }
  return { run, answers: withAbsentEndpoints(answers) }
}

/** An address that has nothing for a GET has nothing for a registration either. */
function withAbsentEndpoints(answers: Map<string, Exchange>): AnswerBook {
  for (const [key, exchange] of answers) {
    const { method, url } = exchange.request
    const isAbsent =
      method === 'GET' && url.endsWith('/register') && answerOf(exchange)?.status === 404
    if (isAbsent && key === documentKey(method, url) && !answers.has(`register ${url}`)) {
      answers.set(`register ${url}`, exchange)
    }
  }
  return answers
}

/** What the record has for a request, under the first of its keys that is there. */
export function findAnswer({ run, answers, looked }: Evidence, ask: Ask): Exchange | undefined {
  const request = { ...ask, body: ask.body === undefined ? null : { text: ask.body } }
  const keys = keysOf(run, request)
  for (const each of keys) looked?.add(each)
  const key = keys.find((each) => answers.has(each))
  return key === undefined ? undefined : answers.get(key)
}

/** Whether changed evidence answers any of these keys otherwise. */
export function isOtherAt(one: Evidence, other: Evidence, keys: ReadonlySet<string>): boolean {
  return [...keys].some((key) => one.answers.get(key) !== other.answers.get(key))
}

/** The key of a look at a document. */
export function documentKey(method: string, url: string): string {
  return `${method} ${url}`
}

type Asked = {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: { readonly text: string } | null
}

/**
 * What makes two requests the same for a server, most telling first. Without a token an MCP server answers any
 * message with the same challenge; with one, method and page count. A form counts by its grant and what it spends.
 */
function keysOf(run: Run, { method, url, headers, body }: Asked): readonly string[] {
  if (method !== 'POST') return [documentKey(method, url)]
  const text = body?.text ?? ''
  if (url === run.config.server) return mcpKeys(headers, text)
  if (text.startsWith('{')) return [`register ${url}`]
  const form = new URLSearchParams(text)
  const spent = form.get('code') ?? form.get('refresh_token') ?? ''
  return [`${form.get('grant_type')} ${url} ${spent}`]
}

function mcpKeys(headers: Asked['headers'], text: string): readonly string[] {
  const token = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]
  const message = parseJsonObject(text)
  // The first page has no cursor, and an empty one is that of another page.
  const cursor = JSON.stringify(objectMember(message, 'params')?.['cursor'] ?? null)
  const whole = `mcp ${stringMember(message, 'method') ?? ''} ${cursor} ${token ?? ''}`
  return token === undefined ? [whole, 'mcp without a token'] : [whole]
}

/** A page that could not read an answer, or gave it up, knows nothing of what another client gets. */
function isTelling({ outcome, via, diagnostic, request }: Exchange): boolean {
  // No client asks what a negative test does, with a code that was used or a wrong verifier.
  if (diagnostic === 'probe') return false
  // None but a page names an origin.
  if (diagnostic === 'triage' && findHeader(request.headers, 'Origin') !== undefined) return false
  if (outcome.kind === 'response') return true
  return outcome.kind === 'unreadable' && via === 'relay' && !outcome.reason?.startsWith('relay')
}

/** The relay sees every header; a challenge tells more than another answer; else the later one counts. */
function isBetter(one: Exchange, other: Exchange): boolean {
  return rank(one) >= rank(other)
}

function rank(exchange: Exchange): number {
  const answer = answerOf(exchange)
  const challenges = answer?.status === 401 || answer?.status === 403
  return (answer?.headersComplete ? 2 : 0) + (challenges ? 1 : 0)
}
