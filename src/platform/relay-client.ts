import type { NetworkReason, Ports } from '../protocol/index.ts'
import {
  RELAY_CONTENT_TYPE,
  RELAY_SECRET_HEADER,
  type RelayFailureCode,
  type RelayFrame,
  readFrames,
} from '../relay/wire.ts'

/** Where a relay is, and the secret that it was started with. */
export type RelayAddress = { readonly url: string; readonly secret: string }

type RelayPort = NonNullable<Ports['relay']>

/** The relay that served this page, from the line that the local server writes into it; null on a static host. */
export function findOwnRelay(): RelayAddress | null {
  const content = document.querySelector('meta[name="flow-relay"]')?.getAttribute('content')
  const [path, secret] = content?.split(' ') ?? []
  if (path === undefined || secret === undefined) return null
  return { url: new URL(path, location.href).href, secret }
}

/** Reads what `npm run relay` prints and a person pastes: `http://localhost:4290/relay#secret`. */
export function parseRelayAddress(text: string): RelayAddress | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const secret = url.hash.slice(1)
  url.hash = ''
  return secret === '' ? null : { url: url.href, secret }
}

/** Asks a relay whether it is there and takes the secret; gives a sentence when it does not. */
export async function findRelayProblem(relay: RelayAddress): Promise<string | null> {
  const answer = await post(relay, '{}', AbortSignal.timeout(3_000)).catch(() => null)
  if (!answer) {
    return `No relay answers at ${relay.url}, or it lets no page of ${location.origin} use it.`
  }
  const refusal = await readRefusal(answer)
  // A request without a target is refused only after the secret was found to be right, and so are too many requests.
  if (refusal && KNOWS_ME.includes(refusal.error)) return null
  return `The relay at ${relay.url} does not let you in. ${refusal?.message ?? `It answered ${answer.status}.`}`
}

const KNOWS_ME: readonly string[] = ['bad-request', 'over-limit', 'too-busy']

/** Sends requests through a relay. */
export function relayPort(relay: RelayAddress): RelayPort {
  return async (request, signal) => {
    const answer = await post(
      relay,
      JSON.stringify({ ...request, bodyEncoding: 'utf8' }),
      signal,
    ).catch((error: unknown) => {
      signal.throwIfAborted()
      return error instanceof Error ? error.message : String(error)
    })
    if (typeof answer === 'string')
      return relayFailed(`The relay at ${relay.url} does not answer (${answer}).`)
    if (answer.headers.get('Content-Type') !== RELAY_CONTENT_TYPE) {
      const refusal = await readRefusal(answer)
      if (refusal) return { kind: 'failed', reason: 'relay-refused', message: refusal.message }
      return relayFailed(`The relay at ${relay.url} answered ${answer.status}, as no relay does.`)
    }
    return readAnswer(readFrames(chunksOf(answer)))
  }
}

async function readAnswer(frames: AsyncGenerator<RelayFrame>): ReturnType<RelayPort> {
  const first = await frames.next()
  if (first.done || first.value.kind === 'data') return relayFailed('The relay gave no answer.')
  if (first.value.kind === 'end') {
    const { end } = first.value
    const failed = end.kind === 'failed'
    return failed
      ? { kind: 'failed', reason: toReason(end.code), message: end.message }
      : relayFailed('The relay ended without an answer.')
  }
  const { status, headers } = first.value.head
  return { kind: 'answer', status, headers, body: bodyOf(frames) }
}

/** The body's pieces; throws when the target broke off in the middle. */
async function* bodyOf(frames: AsyncGenerator<RelayFrame>): AsyncGenerator<Uint8Array> {
  for await (const frame of frames) {
    if (frame.kind === 'data') yield frame.data
    if (frame.kind === 'end' && frame.end.kind === 'failed') throw new Error(frame.end.message)
  }
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Leaving early lets the relay let go of the target.
    reader.cancel().catch(() => undefined)
  }
}

function post(relay: RelayAddress, body: string, signal: AbortSignal): Promise<Response> {
  return fetch(relay.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [RELAY_SECRET_HEADER]: relay.secret },
    body,
    credentials: 'omit',
    cache: 'no-store',
    signal,
  })
}

function toReason(code: RelayFailureCode): NetworkReason {
  return code === 'aborted' ? 'connection-reset' : code
}

function relayFailed(message: string): Awaited<ReturnType<RelayPort>> {
  return { kind: 'failed', reason: 'relay', message }
}

type Refusal = { readonly error: string; readonly message: string }

/** Why the relay did not try; undefined when what answered is none. */
async function readRefusal(answer: Response): Promise<Refusal | undefined> {
  const value: unknown = await answer.json().catch(() => undefined)
  return isRefusal(value) ? value : undefined
}

function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'error' in value &&
    typeof value.error === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  )
}
