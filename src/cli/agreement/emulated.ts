import { documentOfLog, foretellClients, loadClient, walkOn } from '../../protocol/engine.ts'
import {
  DEFAULT_CONFIG,
  type Ports,
  type RunConfig,
  type RunDocument,
  type RunEvent,
} from '../../protocol/index.ts'
import { type Person, REDIRECT_URI, consentAtOnce } from './host.ts'
import { type Observed, readAsked } from './observed.ts'

/** Milliseconds that a request of a walk may take. */
const PATIENCE = 4_000

/** Walks as a client, over the network and without a browser's rules: what the emulation says that the client does. */
export async function emulate(
  client: string,
  server: string,
  person: Person = consentAtOnce,
): Promise<Observed> {
  const { document } = await walk({ server, client, transport: 'relay' }, person)
  const { exchanges, outcome } = document
  const own = exchanges.filter(({ diagnostic }) => diagnostic === undefined)
  const sent = own.findIndex(({ via }) => via === 'navigation')
  const asked = own[sent]
  return {
    requests: own
      .slice(0, asked ? sent : undefined)
      .map(({ request }) => `${request.method} ${request.url}`),
    asked: asked ? readAsked(asked.request.url) : null,
    getsIn: outcome.status === 'passed',
    end: [outcome.cause, outcome.summary].join(' '),
  }
}

/** What one walk of the specification's client foretells of others, by their ids. */
export async function foretell(
  server: string,
  person: Person = consentAtOnce,
): Promise<ReadonlyMap<string, RunDocument['clients'][number]>> {
  const wish = { server, client: 'spec', transport: 'relay', also: ['survey'] } as const
  const { events } = await walk(wish, person)
  const clients = await foretellClients(events)
  return new Map(clients.map((client) => [client.id, client]))
}

async function walk(
  wish: Pick<RunConfig, 'server' | 'client'> & Partial<RunConfig>,
  person: Person,
) {
  await loadClient(wish.client)
  const config = {
    ...DEFAULT_CONFIG,
    redirectUri: REDIRECT_URI,
    clientUri: 'http://localhost:4280/',
    timeout: PATIENCE,
    ...wish,
  }
  const events: RunEvent[] = [{ type: 'run-started', at: now(), run: 'agreement', config }]
  const log = { events: () => events, append: (event: RunEvent) => void events.push(event) }
  const signal = new AbortController().signal
  const documentNow = () => documentOfLog(events, { name: 'agreement', version: '1' }, false)
  for (let turn = 0; turn < 4; turn += 1) {
    await walkOn({ log, ports: PORTS, secrets: {}, signal, mode: 'run' })
    const { waiting } = documentNow().outcome
    const url = waiting?.on === 'authorization' ? await person(waiting.url).catch(() => null) : null
    if (url === null) break
    log.append({ type: 'callback-arrived', at: now(), url, by: 'same-tab' })
  }
  return { document: documentNow(), events }
}

const now = (): number => Date.now()

type Relay = NonNullable<Ports['relay']>

/** What a native client sees: no browser's rules, every header, no redirect followed. */
const relayFromNode: Relay = async (request, signal): ReturnType<Relay> => {
  const { url, method, body, maximumBytes } = request
  const headers = request.headers.map(([name, value]): [string, string] => [name, value])
  try {
    const answer = await fetch(url, { method, headers, body, signal, redirect: 'manual' })
    return {
      kind: 'answer',
      status: answer.status,
      headers: [...answer.headers],
      body: upTo(maximumBytes, answer.body),
    }
  } catch (error) {
    signal.throwIfAborted()
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', reason: 'connection-refused', message }
  }
}

async function* upTo(maximum: number, pieces: AsyncIterable<Uint8Array> | null) {
  let room = maximum
  for await (const piece of pieces ?? []) {
    yield piece.subarray(0, room)
    room -= piece.length
    if (room <= 0) return
  }
}

const PORTS: Ports = {
  fetch: () => Promise.reject(new Error('A walk without a browser goes through the relay alone')),
  relay: relayFromNode,
  pageOrigin: 'http://localhost:4280',
  now,
}
