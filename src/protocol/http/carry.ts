import { piecesOf, readBody } from './body.ts'
import type { Outcome, WireRequest } from './exchange.ts'
import { MAXIMUM_BODY_BYTES, type Ports } from './ports.ts'

/** How one request is to travel. */
export type Carriage = {
  readonly via: 'direct' | 'relay'
  /** `no-cors` learns only that the host answers; `follow` lets the browser follow redirects. */
  readonly mode?: 'no-cors' | 'follow'
  readonly timeout: number
  /** Aborts when the person cancels. */
  readonly signal: AbortSignal
  readonly answered?: (text: string) => boolean
}

/** Makes one request and gives its outcome. What a server, a network or a browser does is never thrown. */
export async function carry(
  request: WireRequest,
  carriage: Carriage,
  ports: Ports,
): Promise<Outcome> {
  const limit = limitTime(carriage)
  const { signal } = limit
  try {
    const carrying =
      carriage.via === 'relay'
        ? carryByRelay(request, { ...carriage, signal }, ports)
        : carryDirectly(request, { ...carriage, signal }, ports)
    return await untilAborted(carrying, signal)
  } catch (error) {
    const endedAt = ports.now()
    if (carriage.signal.aborted) {
      return { kind: 'aborted', endedAt, by: carriage.signal.reason === 'walk' ? 'walk' : 'user' }
    }
    if (signal.aborted) return { kind: 'aborted', endedAt, by: 'timeout' }
    return { kind: 'unreadable', endedAt, message: messageOf(error) }
  } finally {
    limit.release()
  }
}

/** One signal for both reasons to stop. */
function limitTime({ timeout, signal: outer }: Carriage): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const late = (): void => controller.abort(new DOMException('Time ran out', 'TimeoutError'))
  const timer = setTimeout(late, timeout)
  const stop = (): void => controller.abort(outer.reason)
  outer.addEventListener('abort', stop, { once: true })
  if (outer.aborted) stop()
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer)
      outer.removeEventListener('abort', stop)
    },
  }
}

/**
 * What was carried, or a rejection a little after the signal has aborted: an answer whose body was cut off then still
 * counts, and a port that does not heed the signal holds nobody up.
 */
function untilAborted(carrying: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => void setTimeout(() => reject(signal.reason))
    signal.addEventListener('abort', giveUp, { once: true })
    if (signal.aborted) giveUp()
    carrying.then(resolve, reject)
  })
}

async function carryDirectly(
  request: WireRequest,
  carriage: Carriage,
  ports: Ports,
): Promise<Outcome> {
  const response = await ports.fetch(request.url, {
    method: request.method,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    body: request.body?.text ?? null,
    mode: carriage.mode === 'no-cors' ? 'no-cors' : 'cors',
    redirect: carriage.mode === undefined ? 'manual' : 'follow',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: carriage.signal,
  })
  const firstByteAt = ports.now()
  if (response.type === 'opaque') return { kind: 'opaque', endedAt: firstByteAt }
  if (response.type === 'opaqueredirect') return { kind: 'redirect-hidden', endedAt: firstByteAt }
  const body = await readBody(piecesOf(response, carriage.signal), carriage)
  return {
    kind: 'response',
    endedAt: ports.now(),
    firstByteAt,
    status: response.status,
    headers: [...response.headers],
    headersComplete: response.type === 'basic',
    body,
    ...(response.redirected && { finalUrl: response.url }),
  }
}

async function carryByRelay(
  request: WireRequest,
  carriage: Carriage,
  ports: Ports,
): Promise<Outcome> {
  if (!ports.relay)
    return {
      kind: 'unreadable',
      endedAt: ports.now(),
      reason: 'relay',
      message: 'There is no relay.',
    }
  const answer = await ports.relay(
    {
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body?.text ?? null,
      timeout: carriage.timeout,
      // One more than is kept, so that a body that goes on is told from one that ends there.
      maximumBytes: MAXIMUM_BODY_BYTES + 1,
    },
    carriage.signal,
  )
  const firstByteAt = ports.now()
  if (answer.kind === 'failed' && answer.reason === 'timeout') {
    return { kind: 'aborted', endedAt: firstByteAt, by: 'timeout' }
  }
  if (answer.kind === 'failed') {
    return {
      kind: 'unreadable',
      endedAt: firstByteAt,
      reason: answer.reason,
      message: answer.message,
    }
  }
  const body = await readBody(answer.body, carriage)
  return {
    kind: 'response',
    endedAt: ports.now(),
    firstByteAt,
    status: answer.status,
    headers: answer.headers,
    headersComplete: true,
    body,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
