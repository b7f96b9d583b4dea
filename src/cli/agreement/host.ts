import { type Asked, type Observed, readAsked } from './observed.ts'

/** Milliseconds that a request may take. */
const PATIENCE = 4_000

/** No walk asks for authorization more often. */
const TURNS = 3

export const REDIRECT_URI = 'http://localhost:4280/callback.html'

/** What an application around a client library owes to it: a memory, a person, and a state to compare. */
export type ClientHost = {
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>
  readonly state: () => string
  readonly redirectToAuthorization: (url: URL) => void
}

/** One client library, as an application uses it. */
export type RealClient = {
  /** The profile that foretells it. */
  readonly id: string
  /** Connects and lists tools. Throws when the library does; `finish` takes up the answer of the authorization server. */
  open(server: string, host: ClientHost): OpenedClient
}

export type OpenedClient = {
  connect(): Promise<void>
  finish(callback: URLSearchParams): Promise<void>
  close(): Promise<void>
}

/** Takes an authorization request to its end; gives the address that it leads back to, or null. */
export type Person = (url: string) => Promise<string | null>

/** Practice servers and demonstrations consent at once. */
export async function consentAtOnce(url: string): Promise<string | null> {
  const { headers } = await fetch(url, { redirect: 'manual', signal: withPatience(undefined) })
  return headers.get('Location')
}

/** Lets a client library do the whole flow, and notes what it asked. */
export async function observe(
  client: RealClient,
  server: string,
  person: Person = consentAtOnce,
): Promise<Observed> {
  const requests: string[] = []
  const seen: { url: URL | null; asked: Asked | null } = { url: null, asked: null }
  const state = 'state-of-the-host'
  const opened = client.open(server, {
    state: () => state,
    redirectToAuthorization(url) {
      seen.url = url
      seen.asked ??= readAsked(url.href)
    },
    fetch(url, init = {}) {
      if (seen.asked === null) requests.push(`${init.method ?? 'GET'} ${String(url)}`)
      return fetch(url, { ...init, signal: withPatience(init.signal) })
    },
  })
  const consent = async (url: URL) => readAnswer(await person(url.href), state)
  const end = await walk(opened, seen, consent).catch(toWords)
  await opened.close().catch(() => undefined)
  return { requests, asked: seen.asked, getsIn: end === null, end: end ?? 'listed the tools' }
}

/** Null when the tools came. */
async function walk(
  opened: OpenedClient,
  seen: { url: URL | null },
  consent: (url: URL) => Promise<URLSearchParams>,
) {
  for (let turn = 0; ; turn += 1) {
    const error = await opened.connect().then(() => null, toWords)
    const { url } = seen
    if (error === null || url === null || turn === TURNS) return error
    seen.url = null
    await opened.finish(await consent(url))
  }
}

/** The host reads the answer as the specification has it: libraries leave that to it. */
function readAnswer(location: string | null, state: string): URLSearchParams {
  if (location === null) throw new Error('The authorization server sent nobody back')
  const callback = new URL(location)
  if (callback.href.split('?', 1)[0] !== REDIRECT_URI) throw new Error(`It sent to ${location}`)
  const { searchParams } = callback
  if (searchParams.get('state') !== state) throw new Error('The state is another')
  if (new Set(searchParams.keys()).size !== searchParams.size) throw new Error('It is repeated')
  if (searchParams.has('code') === searchParams.has('error')) throw new Error('It is no answer')
  return searchParams
}

function withPatience(signal: AbortSignal | null | undefined): AbortSignal {
  const patience = AbortSignal.timeout(PATIENCE)
  return signal ? AbortSignal.any([signal, patience]) : patience
}

function toWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
