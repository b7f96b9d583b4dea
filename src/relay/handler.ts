import { setMaxListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { allowOrigin, answerPreflight, isPreflight } from './cors.ts'
import type { ForwardContext } from './forward.ts'
import { forward } from './forward.ts'
import { checkCaller, checkRequest } from './guard.ts'
import type { ReachOptions } from './reach.ts'
import { makeReach } from './reach.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refusal.ts'
import { parseRelayRequest } from './request.ts'
import type { Lookup } from './resolve.ts'
import { lookupBySystem } from './resolve.ts'
import type { RelayRequest } from './wire.ts'
import { encodeFrame, RELAY_CONTENT_TYPE, RELAY_LIMITS } from './wire.ts'

export type RelayOptions = ReachOptions & {
  /** From `makeRelaySecret`, a new one at each start. */
  readonly secret: string
  /** Further origins whose pages may use the relay; its own may always. */
  readonly origins?: readonly string[]
  /** Further names it answers to, `name` or `name:port`; those of loopback always go. */
  readonly hosts?: readonly string[]
  readonly lookup?: Lookup
  /** Ends what is under way when the relay is being stopped. */
  readonly signal?: AbortSignal
}

export type RelayHandler = (request: IncomingMessage, response: ServerResponse) => void

/** A listener for a server of `node:http`; at which path is the caller's choice. */
export function createRelayHandler(options: RelayOptions): RelayHandler {
  const { secret, origins = [], hosts = [], lookup = lookupBySystem } = options
  // Each request that is under way listens to it, and Node warns from the eleventh on.
  if (options.signal !== undefined) setMaxListeners(0, options.signal)
  const reach = makeReach(options)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    const foreign = checkCaller(request, { hosts, origins })
    if (foreign !== undefined) return refuse(response, foreign)
    allowOrigin(request, response)
    if (isPreflight(request)) return answerPreflight(response)
    const refusal = checkRequest(request, secret)
    if (refusal !== undefined) return refuse(response, refusal)
    const signal = watchLeaving(response, options.signal)
    await serve(request, response, { reach, lookup, signal })
  }

  return (request, response) => {
    handle(request, response).catch((cause: unknown) => {
      process.emitWarning(cause instanceof Error ? cause : String(cause))
      response.destroy()
    })
  }
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  context: ForwardContext,
): Promise<void> {
  const body = await readBody(incoming, RELAY_LIMITS.requestBytes)
  if (body.kind === 'cut-off') return
  if (body.kind === 'too-large') {
    const message = `The request is larger than the ${RELAY_LIMITS.requestBytes} bytes a relay takes.`
    return refuse(response, { error: 'too-large', message })
  }
  const parsed = parseRelayRequest(body.text)
  if (parsed.kind === 'refused') return refuse(response, parsed.refusal)
  await answer(parsed.request, response, context)
}

async function answer(
  request: RelayRequest,
  response: ServerResponse,
  context: ForwardContext,
): Promise<void> {
  // The third one keeps a proxy in front of a shared relay from holding event streams back.
  response.writeHead(200, { 'Content-Type': RELAY_CONTENT_TYPE, 'X-Accel-Buffering': 'no' })
  try {
    await pipeline(encodeAll(request, context), response)
  } catch (cause) {
    // The page left; what it asked for has been stopped by the signal.
    if (!response.destroyed) throw cause
  }
}

async function* encodeAll(request: RelayRequest, context: ForwardContext) {
  for await (const frame of forward(request, context)) yield encodeFrame(frame)
}

/** Aborted as soon as nobody waits for the answer any more. */
function watchLeaving(response: ServerResponse, stopped: AbortSignal | undefined): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort()
  if (stopped?.aborted === true) stop()
  stopped?.addEventListener('abort', stop)
  response.once('close', () => {
    stopped?.removeEventListener('abort', stop)
    stop()
  })
  return controller.signal
}
