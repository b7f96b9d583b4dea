import { altered, empty, html } from '../answers.ts'
import { type JsonObject, isObject, parseObject, without } from '../json.ts'
import type { Effect, Place, Reply, Visit } from '../scene.ts'

/** The shapes that most faults have. */

/** Answers each request at a place in the server's stead; preflights stay healthy. */
export function instead(
  place: Place,
  build: (visit: Visit) => Promise<Response> | Response,
): Effect {
  return {
    before: (visit) => (visit.place === place && !visit.preflight ? build(visit) : undefined),
  }
}

/** Changes the answers of a place; preflights stay healthy. */
export function changed(
  place: Place,
  change: (response: Response, visit: Visit) => Promise<Response> | Response,
): Effect {
  return {
    after: (response, visit) =>
      visit.place === place && !visit.preflight ? change(response, visit) : response,
  }
}

/** Changes the answers of one status at the MCP endpoint: 401, 403 ... */
export function changedStatus(
  status: number,
  change: (response: Response, visit: Visit) => Promise<Response> | Response,
): Effect {
  return changed('mcp', (response, visit) =>
    response.status === status ? change(response, visit) : response,
  )
}

export function hasToken({ request }: Visit): boolean {
  return request.headers.has('Authorization')
}

export function isJson(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('application/json') === true
}

/** Cuts the body off in its middle. */
export async function cutOff(response: Response): Promise<Response> {
  const text = await response.text()
  return altered(response, { body: text.slice(0, Math.ceil(text.length / 2)) })
}

export function asHtmlPage(): Response {
  return html(
    '<!doctype html><html lang="en"><title>Practice app</title><div id="app"></div></html>',
  )
}

export function withMediaType(type: string): (response: Response) => Response {
  return (response) => altered(response, { headers: { 'Content-Type': type } })
}

/** Changes the JSON object of an answer; a stream, or a body that breaks off, stays as it is. */
export async function remade(
  response: Response,
  change: (document: JsonObject) => unknown,
): Promise<Response> {
  if (response.headers.get('Content-Type') === 'text/event-stream') return response
  const text = await response
    .clone()
    .text()
    .catch(() => '')
  const document = parseObject(text)
  if (document === undefined) return response
  return altered(response, { body: JSON.stringify(change(document)) })
}

export function drops(...names: readonly string[]): (document: JsonObject) => JsonObject {
  return (document) => without(document, ...names)
}

export function sets(members: JsonObject): (document: JsonObject) => JsonObject {
  return (document) => ({ ...document, ...members })
}

/** Sends on to the same path with a slash at its end, and answers there. */
export function slashRedirect(place: Place, status: number): Effect {
  return {
    slashForm: place,
    before: ({ place: here, url, preflight }) => {
      if (here !== place || preflight || url.pathname.endsWith('/')) return undefined
      return empty(status, { Location: `${url.origin}${url.pathname}/${url.search}` })
    },
  }
}

/** Changes the result of one method. */
export function changedResult(
  method: string,
  change: (result: JsonObject, reply: Reply) => JsonObject,
): Effect {
  return {
    reply: (reply) => {
      const { result } = reply.message
      if (reply.method !== method || !isObject(result)) return reply.message
      return { ...reply.message, result: change(result, reply) }
    },
  }
}

/** Counts how often something happens; the first time is 1. */
export function countUp({ scene }: Visit, name: string): number {
  const count = (scene.memory.counts.get(name) ?? 0) + 1
  scene.memory.counts.set(name, count)
  return count
}

/** Serves a second issuer beside the first. */
export function withSecondIssuer(): Effect {
  return {
    settings: (settings) => ({
      ...settings,
      secondIssuer: settings.secondIssuer ?? `${settings.issuer.replace(/\/$/, '')}/second`,
    }),
  }
}

/** The method that a request with a token calls, if it is one. */
export async function methodCalled(visit: Visit): Promise<string | undefined> {
  if (visit.place !== 'mcp' || visit.request.method !== 'POST' || !hasToken(visit)) return undefined
  const body: unknown = await visit.request
    .clone()
    .json()
    .catch(() => undefined)
  const method = isObject(body) ? body['method'] : undefined
  return typeof method === 'string' ? method : undefined
}
