import { toBodyFrames, withholdCookie } from '../body-frames.ts'
import type { Failure } from '../failure.ts'
import { failed, readError } from '../failure.ts'
import type { Clock } from '../log-entry.ts'
import type { Reach } from '../reach/reach.ts'
import type { Target } from '../reach/target.ts'
import { parseTarget } from '../reach/target.ts'
import type { RelayFrame, RelayHead, RelayRequest } from '../wire.ts'

export type WebContext = {
  readonly reach: Reach
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly now: Clock
  /** Ends the request when the page has gone. */
  readonly signal: AbortSignal
}

/**
 * `forward` by means of fetch, for hosts that give no sockets. A name is not resolved here, so only the list of targets
 * guards against what it leads to; and fetch tells neither the address nor the phases of a connection.
 */
export async function* forwardByFetch(
  request: RelayRequest,
  context: WebContext,
): AsyncGenerator<RelayFrame, void, undefined> {
  const { now, reach, signal } = context
  const started = now()
  const tally = { maximumBytes: request.maximumBytes, bytes: 0, totalMs: () => now() - started }
  const target = parseTarget(request.url)
  const shut = target.kind === 'failed' ? target : refuse(target, reach)
  if (shut !== undefined || target.kind === 'failed') {
    if (shut !== undefined) yield toFailedEnd(shut, tally)
    return
  }
  const late = AbortSignal.timeout(request.timeout)
  try {
    const init = toInit(request, AbortSignal.any([signal, late]))
    const response = await context.fetch(request.url, init)
    yield { kind: 'head', head: toHead(response, target, now() - started) }
    yield* toBodyFrames(response.body ?? nothing(), tally)
  } catch (cause) {
    yield toFailedEnd(explain(cause, request, { target, isLate: late.aborted }), tally)
  }
}

function refuse(target: Target, reach: Reach): Failure | undefined {
  const shut = reach.refuseTarget(target)
  if (shut !== undefined || !target.isAddress) return shut
  return reach.refuseAddress(target, target.hostname)
}

function toInit({ method, headers, body, bodyEncoding }: RelayRequest, signal: AbortSignal) {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
  if (!all.has('accept-encoding')) all.set('accept-encoding', 'identity')
  const bytes = body !== null && bodyEncoding === 'base64' ? fromBase64(body) : body
  return { method, headers: all, body: bytes, redirect: 'manual', signal } as const
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0)
}

function toHead(response: Response, target: Target, firstByte: number): RelayHead {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers].map(([name, value]) => [name, withholdCookie(name, value)]),
    httpVersion: '',
    remoteAddress: '',
    remotePort: target.port,
    timing: { dns: null, connect: null, tls: null, firstByte },
  }
}

type Stop = { readonly target: Target; readonly isLate: boolean }

function explain(cause: unknown, { timeout }: RelayRequest, { target, isLate }: Stop): Failure {
  const place = `${target.hostname} port ${target.port}`
  if (isLate) return failed('timeout', `Waited ${timeout} ms for the answer of ${place}.`)
  const { code, message } = readError(cause instanceof Error ? (cause.cause ?? cause) : cause)
  return failed('protocol', `There was no answer from ${place}: ${message} (${code}).`)
}

function toFailedEnd({ code, message }: Failure, tally: { bytes: number; totalMs(): number }) {
  const { bytes } = tally
  const end = { kind: 'failed', code, message, bytes, totalMs: tally.totalMs() } as const
  return { kind: 'end', end } as const
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
