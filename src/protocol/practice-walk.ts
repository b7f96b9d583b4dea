import { fetchAsBrowser } from '../sandbox/as-browser.ts'
import { type FaultName, withFault } from '../sandbox/faults.ts'
import { type Sandbox, type SandboxOptions, createSandbox } from '../sandbox/sandbox.ts'
import { piecesOf } from './http/body.ts'
import type { Ports, RelayPort } from './http/ports.ts'
import { DEFAULT_CONFIG, type RunConfig, type RunSecrets } from './run/config.ts'
import type { RunDocument } from './run/document.ts'
import type { RunEvent } from './run/events.ts'
import { type Run, foldRun } from './run/run.ts'
import { documentOfLog, surveyOn, walkOn } from './walk.ts'

const SERVER = 'http://localhost:4281/mcp'
const ISSUER = 'http://localhost:4282'
const PAGE = 'http://localhost:4280'

/** A walk against the sandbox, for tests: no browser, no network. */
export type PracticeWalk = {
  readonly sandbox?: Partial<SandboxOptions>
  readonly config?: Partial<RunConfig>
  readonly secrets?: RunSecrets
  /** What the person does with the authorization URL: gives the callback's address, if the browser comes back. */
  readonly consent?: (url: string) => Promise<string | undefined>
  /** Where the browser does not come back, the person pastes the address that it shows. */
  readonly pastes?: true
  /** Rules to go past when the walk stops at them. */
  readonly goOnPast?: readonly string[]
  /** `browser` puts a browser's rules on direct requests; `relay` gives a relay besides. By default neither. */
  readonly reach?: 'browser' | 'browser-and-relay'
  readonly ports?: Partial<Ports> | ((sandbox: Sandbox) => Partial<Ports>)
}

/** A walk that a test takes step by step. */
export type Practice = {
  readonly sandbox: Sandbox
  readonly events: readonly RunEvent[]
  append(event: RunEvent): void
  now(): number
  /** Walks until it halts. */
  go(how?: { readonly mode?: 'run' | 'step'; readonly signal?: AbortSignal }): Promise<void>
  /** Asks what other clients would ask. */
  survey(): Promise<void>
  /** Sends the person to the authorization server and notes what comes back, if anything does. */
  comeBack(): Promise<boolean>
  run(): Run
  document(): RunDocument
}

/** Opens a walk: a new one, or one that takes up the log of another. */
export function openPractice(walk: PracticeWalk = {}, log?: readonly RunEvent[]): Practice {
  const sandbox = createSandbox({ server: SERVER, issuer: ISSUER, ...walk.sandbox })
  const events: RunEvent[] = log ? [...log] : [startOf(walk)]
  const ports = portsOf(walk, sandbox, Math.max(1_000, ...events.map(({ at }) => at)))
  const consent =
    walk.consent ??
    (async (url: string) => (await followConsent(sandbox, url)) ?? (walk.pastes && url))
  const host = {
    log: { events: () => events, append: (event: RunEvent) => void events.push(event) },
    ports,
    secrets: walk.secrets ?? {},
    signal: new AbortController().signal,
    mode: 'run',
  } as const
  const practice: Practice = {
    sandbox,
    events,
    now: ports.now,
    append: host.log.append,
    go: (how = {}) => walkOn({ ...host, ...how }),
    survey() {
      const config = { ...practice.run().config, also: ['survey'] } as const
      practice.append({ type: 'config-changed', at: ports.now(), config })
      return surveyOn(host)
    },
    async comeBack() {
      const { waiting } = practice.document().outcome
      if (waiting?.on !== 'authorization') throw new Error('The walk does not wait for consent')
      const url = await consent(waiting.url)
      if (url === undefined) return false
      practice.append({ type: 'callback-arrived', at: ports.now(), url, by: 'same-tab' })
      return true
    },
    run: () => foldRun(events),
    document: () => documentOfLog(events, APP, false),
  }
  return practice
}

/** Walks until nothing more can be done without a person, and gives the document with its events and secrets. */
export async function practise(walk: PracticeWalk = {}): Promise<{
  document: RunDocument
  events: readonly RunEvent[]
  secrets: readonly string[]
}> {
  const practice = openPractice(walk)
  for (let turn = 0; turn < 12; turn += 1) {
    await practice.go()
    const { outcome } = practice.document()
    if (outcome.cause !== null && walk.goOnPast?.includes(outcome.cause)) {
      practice.append({ type: 'continued', at: practice.now(), rule: outcome.cause })
    } else if (outcome.waiting?.on !== 'authorization' || !(await practice.comeBack())) break
  }
  const { events, sandbox } = practice
  return { document: practice.document(), events, secrets: sandbox.secretsIssued() }
}

const APP = { name: 'mcp-flow-debugger', version: '0.1.0' }

function startOf(walk: PracticeWalk): RunEvent {
  return {
    type: 'run-started',
    at: 0,
    run: 'run-1',
    config: {
      ...DEFAULT_CONFIG,
      server: walk.sandbox?.server ?? SERVER,
      redirectUri: `${PAGE}/callback.html`,
      clientUri: `${PAGE}/`,
      timeout: 2_000,
      ...walk.config,
    },
  }
}

function portsOf({ reach, config, ports }: PracticeWalk, practice: Sandbox, since: number): Ports {
  const sandbox = besideDocument(practice, config?.clientDocument)
  return {
    fetch: (url, init) =>
      reach === undefined
        ? sandbox.fetch(new Request(url, withoutBrowserFields(init)))
        : fetchAsBrowser(sandbox.fetch, { url, init, pageOrigin: PAGE }),
    ...(reach === 'browser-and-relay' && { relay: relayTo(sandbox) }),
    pageOrigin: PAGE,
    now: tick(since),
    ...(typeof ports === 'function' ? ports(sandbox) : ports),
  }
}

/** Everybody who asks for the client's own document gets what the practice issuer gets. */
function besideDocument(sandbox: Sandbox, address: string | undefined): Sandbox {
  const { fetchDocument } = sandbox.options
  if (address === undefined || fetchDocument === undefined) return sandbox
  return {
    ...sandbox,
    fetch: (request) => (request.url === address ? fetchDocument(address) : sandbox.fetch(request)),
  }
}

/** A relay as the page has it, without a network: no browser's rules, every header, cut at the limit. */
export function relayTo(sandbox: Pick<Sandbox, 'fetch'>): RelayPort {
  return async ({ url, method, headers, body, maximumBytes }, signal) => {
    const init: RequestInit = { method, body, signal }
    const request = new Request(url, init)
    const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
    Object.defineProperty(request, 'headers', { value: sent })
    const response = await sandbox.fetch(request).catch((error: unknown) => {
      if (signal.aborted) throw error
    })
    if (!response) return RESET
    const pieces = upTo(maximumBytes, piecesOf(response, signal))
    return {
      kind: 'answer',
      status: response.status,
      headers: [...response.headers],
      body: pieces,
    }
  }
}

const RESET = {
  kind: 'failed',
  reason: 'connection-reset',
  message: 'the other end broke the connection before it answered',
} as const

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** For tests: walks a server with one fault, as a page with or without a relay. */
export async function meet(
  fault: FaultName,
  reach: NonNullable<PracticeWalk['reach']>,
  change: PracticeWalk = {},
): Promise<RunDocument> {
  const { document } = await practise({ sandbox: withFault(AT, fault), reach, ...change })
  return document
}

async function* upTo(maximum: number, pieces: AsyncIterable<Uint8Array>) {
  let room = maximum
  for await (const piece of pieces) {
    yield piece.subarray(0, room)
    room -= piece.length
    if (room <= 0) return
  }
}

/** Follows the authorization endpoint's redirect, as a browser would; on a page that is no redirect it stays. */
async function followConsent(sandbox: Sandbox, url: string): Promise<string | undefined> {
  const { status, headers } = await sandbox.fetch(new Request(url, { redirect: 'manual' }))
  return status >= 300 && status < 400 ? (headers.get('Location') ?? undefined) : undefined
}

/** Node's Request knows these only in part. */
export function withoutBrowserFields(init: RequestInit): RequestInit {
  const { mode: _, credentials: __, cache: ___, referrerPolicy: ____, ...rest } = init
  return rest
}

function tick(since: number): () => number {
  let now = since
  return () => (now += 1)
}
