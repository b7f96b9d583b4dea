import type { Pace } from '../door/admission.ts'
import { makeAdmission } from '../door/admission.ts'
import type { Office } from '../door/admit.ts'
import { admit } from '../door/admit.ts'
import { ALWAYS, PREFLIGHT, toCors } from '../door/cors.ts'
import type { Knock, Recognise } from '../door/guard.ts'
import { checkMethod, checkOrigin, isPreflight } from '../door/guard.ts'
import type { ShortAnswer } from '../door/refusal.ts'
import { toRefusal } from '../door/refusal.ts'
import { parseRelayRequest } from '../door/request.ts'
import type { Log } from '../log-entry.ts'
import { logAnswer, toRefusedEntry } from '../log-entry.ts'
import type { Reach } from '../reach/reach.ts'
import { makeReach } from '../reach/reach.ts'
import type { TargetPattern } from '../reach/target-pattern.ts'
import type { RelayLimits, RelayRefusal } from '../wire.ts'
import { RELAY_CONTENT_TYPE, RELAY_LIMITS } from '../wire.ts'
import { readWebBody, toWebBody } from './web-body.ts'
import { forwardByFetch } from './web-forward.ts'
import type { WebContext } from './web-forward.ts'

export type WebRelayOptions = {
  readonly recognise: Recognise
  /** Origins whose pages may use the relay. */
  readonly origins: readonly string[]
  /** The only hosts that may be called. Never empty: no name can be looked up here. */
  readonly targets: readonly TargetPattern[]
  readonly pace?: Pace
  readonly limits?: RelayLimits
  readonly log?: Log
  readonly fetch?: WebContext['fetch']
  readonly now?: () => number
}

export type WebRelay = (request: Request) => Promise<Response>

type Desk = Office & {
  readonly origins: readonly string[]
  readonly limits: RelayLimits
  readonly reach: Reach
  readonly fetch: WebContext['fetch']
}

/**
 * The relay as a function from Request to Response, for hosts that speak fetch and give no sockets. It cannot check to
 * which address a name leads, and so refuses to be made without a list of targets.
 */
export function createWebRelay(options: WebRelayOptions): WebRelay {
  if (options.targets.length === 0) {
    throw new TypeError('A relay that cannot look up names needs a list of targets.')
  }
  const desk = openDesk(options)
  return async (request) => {
    const at = desk.now()
    const knock = toKnock(request)
    const foreign = checkOrigin(knock, desk.origins)
    if (foreign !== undefined) return turnAway(desk, { at, refusal: foreign, person: null })
    const answer = await answerCaller(request, knock, { ...desk, at })
    for (const [name, value] of Object.entries(toCors(knock))) answer.headers.set(name, value)
    return answer
  }
}

function openDesk(options: WebRelayOptions): Desk {
  const { recognise, origins, targets, pace = {}, limits = RELAY_LIMITS } = options
  const { log = () => undefined, now = Date.now, fetch: ask = fetch } = options
  const reach = makeReach({ addresses: 'public-only', targets })
  const admission = makeAdmission(pace, now)
  // A worker's fetch may only be called as a function of its own, not as a member.
  return { recognise, origins, limits, log, now, reach, admission, fetch: (...all) => ask(...all) }
}

type Visited = Desk & { readonly at: number }

async function answerCaller(request: Request, knock: Knock, desk: Visited): Promise<Response> {
  const { at } = desk
  if (isPreflight(knock)) return toResponse(PREFLIGHT)
  const unasked = checkMethod(knock)
  if (unasked !== undefined) return turnAway(desk, { at, refusal: unasked, person: null })
  const entrance = await admit(knock, desk)
  if (entrance.kind === 'refused') return turnAway(desk, { at, ...entrance })
  const { person } = entrance.caller
  const { leave } = entrance.admitted
  const text = await readWebBody(request, desk.limits.requestBytes).catch((cause: unknown) => {
    leave()
    throw cause
  })
  const parsed = text === undefined ? tooLarge(desk.limits) : parseRelayRequest(text, desk.limits)
  if (parsed.kind === 'refused') {
    leave()
    return turnAway(desk, { at, person, refusal: parsed.refusal })
  }
  const gone = new AbortController()
  const signal = AbortSignal.any([gone.signal, request.signal])
  const frames = forwardByFetch(parsed.request, { ...desk, signal })
  const logging = { ...desk, arrival: { at, person }, request: parsed.request }
  const body = toWebBody(logAnswer(frames, logging), () => {
    leave()
    gone.abort()
  })
  return new Response(body, { headers: { ...ALWAYS, 'Content-Type': RELAY_CONTENT_TYPE } })
}

function tooLarge({ requestBytes }: RelayLimits) {
  const message = `The request is larger than the ${requestBytes} bytes a relay takes.`
  return { kind: 'refused', refusal: { error: 'too-large', message } } as const
}

type Refused = {
  readonly at: number
  readonly person: string | null
  readonly refusal: RelayRefusal
}

function turnAway({ log, now }: Desk, { at, person, refusal }: Refused): Response {
  log(toRefusedEntry({ at, person }, refusal, now))
  return toResponse(toRefusal(refusal))
}

/** An answer of 204 may have no body, not even an empty one. */
function toResponse({ status, headers, body }: ShortAnswer): Response {
  return new Response(body === '' ? null : body, { status, headers: { ...ALWAYS, ...headers } })
}

function toKnock({ method, headers }: Request): Knock {
  return { method, header: (name) => headers.get(name) ?? undefined }
}
