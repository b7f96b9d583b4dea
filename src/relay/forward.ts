import type { IncomingMessage } from 'node:http'
import type { Tally } from './body-frames.ts'
import { toBodyFrames, withholdCookie } from './body-frames.ts'
import type { Failure } from './failure.ts'
import { explainError, explainTimeout, failed } from './failure.ts'
import type { Progress } from './progress.ts'
import { startProgress, toTiming, toTotal } from './progress.ts'
import type { Reach } from './reach/reach.ts'
import type { Target } from './reach/target.ts'
import { parseTarget } from './reach/target.ts'
import type { Lookup } from './resolve.ts'
import { resolveTarget } from './resolve.ts'
import { openUpstream } from './upstream.ts'
import type { RelayFrame, RelayHead, RelayHeader, RelayRequest } from './wire.ts'

export type ForwardContext = {
  readonly reach: Reach
  readonly lookup: Lookup
  /** Ends the request when the page has gone or the relay is being stopped. */
  readonly signal: AbortSignal
}

type Trip = Tally & {
  readonly request: RelayRequest
  readonly target: Target
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly timedOut: () => boolean
}

/** Sends one request and gives its answer piece by piece; the last frame says how it ended. */
export async function* forward(
  request: RelayRequest,
  context: ForwardContext,
): AsyncGenerator<RelayFrame, void, undefined> {
  const progress = startProgress()
  const target = parseTarget(request.url)
  if (target.kind === 'failed') {
    yield toFailedEnd(target, progress, 0)
    return
  }
  const limit = limitTime(request.timeout, context.signal)
  const { maximumBytes } = request
  const totalMs = () => toTotal(progress)
  const trip: Trip = { request, target, progress, maximumBytes, totalMs, bytes: 0, ...limit }
  try {
    yield* travel(trip, context)
  } catch (cause) {
    yield toFailedEnd(explainStop(cause, trip), progress, trip.bytes)
  } finally {
    limit.release()
  }
}

async function* travel(trip: Trip, context: ForwardContext): AsyncGenerator<RelayFrame> {
  const { target, progress, signal } = trip
  const resolving = resolveTarget(target, context.reach, context.lookup)
  const resolved = await untilAborted(resolving, signal)
  if (resolved.kind === 'failed') {
    yield toFailedEnd(resolved, progress, 0)
    return
  }
  progress.resolved = performance.now()
  const response = await openUpstream({ ...trip, addresses: resolved.addresses })
  yield { kind: 'head', head: toHead(response, trip) }
  yield* toBodyFrames(toChunks(response), trip)
}

/** Node types a stream's chunks as anything; without an encoding they are buffers. */
function toChunks(response: IncomingMessage): AsyncIterable<Buffer> {
  return response
}

function toHead(response: IncomingMessage, { progress, target }: Trip): RelayHead {
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers: toPairs(response.rawHeaders),
    httpVersion: response.httpVersion,
    remoteAddress: response.socket.remoteAddress ?? '',
    remotePort: response.socket.remotePort ?? target.port,
    timing: toTiming(progress, target),
  }
}

function toPairs(rawHeaders: readonly string[]): readonly RelayHeader[] {
  const pairs: RelayHeader[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    pairs.push([name, withholdCookie(name, rawHeaders[index + 1] ?? '')])
  }
  return pairs
}

function explainStop(
  cause: unknown,
  { target, progress, request, signal, timedOut }: Trip,
): Failure {
  if (timedOut()) return explainTimeout(target, progress, request.timeout)
  if (signal.aborted)
    return failed('aborted', `The relay was stopped while it asked ${target.host}.`)
  return explainError(cause, target, progress)
}

function toFailedEnd({ code, message }: Failure, progress: Progress, bytes: number): RelayFrame {
  const totalMs = toTotal(progress)
  return { kind: 'end', end: { kind: 'failed', code, message, bytes, totalMs } }
}

/** One signal for both reasons to stop, and a way to tell which it was. */
function limitTime(timeout: number, outer: AbortSignal) {
  const controller = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    controller.abort()
  }, timeout)
  const stop = () => controller.abort()
  outer.addEventListener('abort', stop, { once: true })
  if (outer.aborted) stop()
  return {
    signal: controller.signal,
    timedOut: () => late,
    release() {
      clearTimeout(timer)
      outer.removeEventListener('abort', stop)
    },
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true })
    work.then(resolve, reject)
    if (signal.aborted) reject(new Error('stopped'))
  })
}
