import { type SandboxOptions, createSandbox } from '../sandbox/sandbox.ts'
import type { Ports } from './http/ports.ts'
import { DEFAULT_CONFIG, type RunConfig, type RunSecrets } from './run/config.ts'
import type { RunDocument } from './run/document.ts'
import type { RunEvent } from './run/events.ts'
import { documentOfLog, walkOn } from './walk.ts'

const SERVER = 'http://localhost:4281/mcp'
const ISSUER = 'http://localhost:4282'

/** A walk against the sandbox, for tests: no browser, no network. */
export type PracticeWalk = {
  readonly sandbox?: Partial<SandboxOptions>
  readonly config?: Partial<RunConfig>
  readonly secrets?: RunSecrets
  /** What the person does with the authorization URL: gives the callback's address. */
  readonly consent?: (url: string) => Promise<string>
  /** Rules to go past when the walk stops at them. */
  readonly goOnPast?: readonly string[]
  readonly ports?: Partial<Ports>
}

/** Walks until nothing more can be done without a person, and gives the document with its events and secrets. */
export async function practise(
  walk: PracticeWalk = {},
): Promise<{ document: RunDocument; events: readonly RunEvent[]; secrets: readonly string[] }> {
  const sandbox = createSandbox({ server: SERVER, issuer: ISSUER, ...walk.sandbox })
  const send = (request: Request): Promise<Response> => sandbox.fetch(request)
  const events: RunEvent[] = [startOf(walk)]
  const log = { events: () => events, append: (event: RunEvent) => void events.push(event) }
  const ports: Ports = {
    fetch: (url, init) => send(new Request(url, withoutBrowserFields(init))),
    pageOrigin: 'http://localhost:4280',
    now: tick(),
    ...walk.ports,
  }
  const consent = walk.consent ?? ((url: string) => followConsent(url, send))
  for (let turn = 0; turn < 12; turn += 1) {
    await walkOn({ log, ports, secrets: walk.secrets ?? {}, signal: new AbortController().signal, mode: 'run' })
    const { outcome } = documentOfLog(events, APP, false)
    const passing = outcome.cause !== null && walk.goOnPast?.includes(outcome.cause)
    if (passing && outcome.cause !== null) {
      log.append({ type: 'continued', at: ports.now(), rule: outcome.cause })
    } else if (outcome.waiting?.on === 'authorization') {
      const url = await consent(outcome.waiting.url)
      log.append({ type: 'callback-arrived', at: ports.now(), url, by: 'same-tab' })
    } else break
  }
  return { document: documentOfLog(events, APP, false), events, secrets: sandbox.secretsIssued() }
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
      redirectUri: 'http://localhost:4280/callback.html',
      clientUri: 'http://localhost:4280/',
      timeout: 2_000,
      ...walk.config,
    },
  }
}

/** Follows the authorization endpoint's redirect, as a browser would. */
async function followConsent(
  url: string,
  send: (request: Request) => Promise<Response>,
): Promise<string> {
  const response = await send(new Request(url, { redirect: 'manual' }))
  return response.headers.get('Location') ?? url
}

/** Node's Request knows these only in part. */
function withoutBrowserFields(init: RequestInit): RequestInit {
  const { mode: _, credentials: __, cache: ___, referrerPolicy: ____, ...rest } = init
  return rest
}

function tick(): () => number {
  let now = 1_000
  return () => (now += 1)
}
