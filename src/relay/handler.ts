import { setMaxListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Pace } from './door/admission.ts'
import { makeAdmission } from './door/admission.ts'
import type { Office } from './door/admit.ts'
import { admit } from './door/admit.ts'
import { ALWAYS, PREFLIGHT, toCors } from './door/cors.ts'
import type { Knock, Recognise } from './door/guard.ts'
import { checkHost, checkMethod, checkOrigin, isPreflight } from './door/guard.ts'
import { recogniseSecret } from './door/recognise.ts'
import type { ShortAnswer } from './door/refusal.ts'
import { toRefusal } from './door/refusal.ts'
import { parseRelayRequest } from './door/request.ts'
import { forward } from './forward.ts'
import type { Arrival, Log } from './log-entry.ts'
import { logAnswer, toRefusedEntry } from './log-entry.ts'
import type { Reach, ReachOptions } from './reach/reach.ts'
import { makeReach } from './reach/reach.ts'
import { readBody } from './read-body.ts'
import type { Lookup } from './resolve.ts'
import { lookupBySystem } from './resolve.ts'
import type { RelayLimits, RelayRefusal, RelayRequest } from './wire.ts'
import { encodeFrame, RELAY_CONTENT_TYPE, RELAY_LIMITS } from './wire.ts'

/** Who may use a relay: whoever has the secret of this start, from `makeToken`, or people by their tokens. */
export type RelayKeys = { readonly secret: string } | { readonly recognise: Recognise }

export type RelaySettings = ReachOptions & {
  /** Further origins whose pages may use the relay; its own may always. */
  readonly origins?: readonly string[]
  /** Further names it answers to, `name` or `name:port`; those of loopback always go. */
  readonly hosts?: readonly string[]
  readonly pace?: Pace
  readonly limits?: RelayLimits
  readonly log?: Log
  readonly lookup?: Lookup
  /** Ends what is under way when the relay is being stopped. */
  readonly signal?: AbortSignal
}

export type RelayOptions = RelayKeys & RelaySettings

export type RelayHandler = (request: IncomingMessage, response: ServerResponse) => void

/** The relay of one handler: what each of its calls needs. */
type Desk = Office & {
  readonly origins: readonly string[]
  readonly hosts: readonly string[]
  readonly reach: Reach
  readonly limits: RelayLimits
  readonly lookup: Lookup
  readonly stopped: AbortSignal | undefined
}

/** One call on its way through. */
type Call = {
  readonly knock: Knock
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly at: number
}

/** A listener for a server of `node:http`; at which path is the caller's choice. */
export function createRelayHandler(options: RelayOptions): RelayHandler {
  // Each request that is under way listens to it, and Node warns from the eleventh on.
  if (options.signal !== undefined) setMaxListeners(0, options.signal)
  const desk = openDesk(options)
  return (request, response) => {
    const call = { knock: toKnock(request), request, response, at: desk.now() }
    handle(call, desk).catch((cause: unknown) => {
      process.emitWarning(cause instanceof Error ? cause : String(cause))
      response.destroy()
    })
  }
}

function openDesk(options: RelayOptions): Desk {
  const { origins = [], hosts = [], pace = {}, limits = RELAY_LIMITS } = options
  const { log = () => undefined, lookup = lookupBySystem, signal: stopped } = options
  const recognise = 'secret' in options ? recogniseSecret(options.secret) : options.recognise
  const now = Date.now
  const admission = makeAdmission(pace, now)
  const reach = makeReach(options)
  return { origins, hosts, limits, log, lookup, stopped, recognise, now, admission, reach }
}

async function handle(call: Call, desk: Desk): Promise<void> {
  const { knock, request, response } = call
  setHeaders(response, ALWAYS)
  const foreign =
    checkHost(knock, desk.hosts, request.socket.localPort) ?? checkOrigin(knock, desk.origins)
  if (foreign !== undefined) return refuse(call, desk, { refusal: foreign, person: null })
  setHeaders(response, toCors(knock))
  if (isPreflight(knock)) return answerShortly(response, PREFLIGHT)
  const unasked = checkMethod(knock)
  if (unasked !== undefined) return refuse(call, desk, { refusal: unasked, person: null })
  const entrance = await admit(knock, desk)
  if (entrance.kind === 'refused') return refuse(call, desk, entrance)
  try {
    await serve(call, desk, entrance.caller.person)
  } finally {
    entrance.admitted.leave()
  }
}

async function serve(call: Call, desk: Desk, person: string | null): Promise<void> {
  const { limits } = desk
  const body = await readBody(call.request, limits.requestBytes)
  if (body.kind === 'cut-off') return
  if (body.kind === 'too-large') {
    const message = `The request is larger than the ${limits.requestBytes} bytes a relay takes.`
    return refuse(call, desk, { refusal: { error: 'too-large', message }, person })
  }
  const parsed = parseRelayRequest(body.text, limits)
  if (parsed.kind === 'refused') return refuse(call, desk, { ...parsed, person })
  await answer(parsed.request, call.response, { ...desk, arrival: { at: call.at, person } })
}

async function answer(
  request: RelayRequest,
  response: ServerResponse,
  desk: Desk & { readonly arrival: Arrival },
): Promise<void> {
  const frames = forward(request, { ...desk, signal: watchLeaving(response, desk.stopped) })
  // The third one keeps a proxy in front of a shared relay from holding event streams back.
  response.writeHead(200, { 'Content-Type': RELAY_CONTENT_TYPE, 'X-Accel-Buffering': 'no' })
  try {
    await pipeline(encodeAll(logAnswer(frames, { ...desk, request })), response)
  } catch (cause) {
    // The page left; what it asked for has been stopped by the signal.
    if (!response.destroyed) throw cause
  }
}

async function* encodeAll(frames: ReturnType<typeof forward>) {
  for await (const frame of frames) yield encodeFrame(frame)
}

type Refused = { readonly refusal: RelayRefusal; readonly person: string | null }

function refuse(call: Call, desk: Desk, { refusal, person }: Refused): void {
  desk.log(toRefusedEntry({ at: call.at, person }, refusal, desk.now))
  answerShortly(call.response, toRefusal(refusal))
}

function answerShortly(response: ServerResponse, { status, headers, body }: ShortAnswer): void {
  response.writeHead(status, headers)
  response.end(body)
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** Node gives a list for what may stand several times, and joins the rest. */
function toKnock({ method = '', headers }: IncomingMessage): Knock {
  return {
    method,
    header(name) {
      const value = headers[name]
      return typeof value === 'string' ? value : undefined
    },
  }
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
