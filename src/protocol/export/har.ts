import { type Exchange, type HeaderList, endedAt, findHeader } from '../http/exchange.ts'
import type { RunDocument } from '../run/document.ts'
import type { RedactedRun } from '../run/serialize.ts'

/**
 * A run as an HTTP archive (HAR 1.2), which browsers' tools and proxies open. What a page could not read has the
 * status 0 and says why in `_error`; our own members begin with an underscore, as the format wants.
 */
export function toHar(run: RedactedRun): string {
  const har = {
    log: {
      version: '1.2',
      creator: { name: run.app.name, version: run.app.version },
      pages: [toPage(run)],
      entries: run.exchanges.map(toEntry),
    },
  }
  return `${JSON.stringify(har, null, 2)}\n`
}

function toPage({ config, startedAt, endedAt: end, outcome }: RunDocument) {
  return {
    startedDateTime: toTime(startedAt),
    id: 'run',
    title: config.server,
    pageTimings: { onLoad: Math.max(0, end - startedAt) },
    comment: outcome.summary,
  }
}

function toEntry(exchange: Exchange) {
  const { startedAt, outcome, purpose, step, via, id } = exchange
  const end = endedAt(exchange) ?? startedAt
  const first = outcome.kind === 'response' ? (outcome.firstByteAt ?? end) : end
  return {
    pageref: 'run',
    startedDateTime: toTime(startedAt),
    time: Math.max(0, end - startedAt),
    request: toRequest(exchange),
    response: toResponse(exchange),
    cache: {},
    timings: { send: 0, wait: Math.max(0, first - startedAt), receive: Math.max(0, end - first) },
    comment: purpose,
    _id: id,
    _step: step,
    _via: via,
  }
}

function toRequest({ request }: Exchange) {
  const { method, url, headers, body } = request
  const mimeType = findHeader(headers, 'content-type') ?? ''
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toHeaders(headers),
    queryString: toQuery(url),
    ...(body && { postData: { mimeType, text: body.text } }),
    headersSize: -1,
    bodySize: body?.bytes ?? 0,
  }
}

function toResponse(exchange: Exchange) {
  const { outcome } = exchange
  if (outcome.kind !== 'response') return { ...NO_ANSWER, _error: sayWhy(exchange) }
  const { status, headers, body } = outcome
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toHeaders(headers),
    content: {
      size: body.bytes,
      mimeType: findHeader(headers, 'content-type') ?? '',
      text: body.text,
      ...(body.cut && { comment: `The text is not whole: ${body.cut}.` }),
    },
    redirectURL: findHeader(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: body.bytes,
  }
}

const NO_ANSWER = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: '' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
}

function sayWhy({ outcome }: Exchange): string {
  if (outcome.kind === 'unreadable') return outcome.message
  return outcome.kind === 'aborted' ? `aborted by the ${outcome.by}` : outcome.kind
}

function toHeaders(headers: HeaderList) {
  return headers.map(([name, value]) => ({ name, value }))
}

function toQuery(url: string) {
  if (!URL.canParse(url)) return []
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
}

function toTime(at: number): string {
  return new Date(at).toISOString()
}
