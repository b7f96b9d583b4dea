import { documentOfLog, walkOn } from '../../protocol/engine.ts'
import { DEFAULT_CONFIG, type Ports, type RunEvent } from '../../protocol/index.ts'
import { toRequest } from '../../sandbox/as-browser.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import type { Measurement } from './measurement.ts'
import { medianOf } from './page-walks.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }
const PAGE = 'http://localhost:4280'
const APP = { name: 'mcp-flow-debugger', version: '0' }
/** With a page for each tool, a walk makes some ten exchanges besides. */
const TOOLS = 50
const ROUNDS = 41
const BUDGET = 10

/** What it takes to read a log of 60 exchanges and ask every rule about it. */
export const rulesSpeed: Measurement = {
  name: 'All rules over a run',
  async measure() {
    const events = await walkAlone()
    const { exchanges, findings, outcome } = documentOfLog(events, APP, false)
    if (outcome.status !== 'passed') throw new Error(outcome.summary)
    const times = Array.from({ length: ROUNDS }, () => timeOf(events))
    return [
      {
        what: `${findings.length} rules, ${exchanges.length} exchanges, median`,
        value: medianOf(times),
        unit: 'ms',
        budget: BUDGET,
      },
      { what: 'slowest of these, cold', value: Math.max(...times), unit: 'ms' },
    ]
  },
}

function timeOf(events: readonly RunEvent[]): number {
  const started = performance.now()
  documentOfLog(events, APP, false)
  return performance.now() - started
}

/** A walk against a practice server in this process, to its end. */
async function walkAlone(): Promise<readonly RunEvent[]> {
  const sandbox = createSandbox({ ...AT, tools: TOOLS, pageSize: 1 })
  const config = { ...DEFAULT_CONFIG, server: AT.server, clientUri: `${PAGE}/` }
  const redirectUri = `${PAGE}/callback.html`
  const events: RunEvent[] = [
    { type: 'run-started', at: 0, run: 'run-1', config: { ...config, redirectUri } },
  ]
  const log = { events: () => events, append: (event: RunEvent) => void events.push(event) }
  const ports: Ports = {
    fetch: (url, init) =>
      sandbox.fetch(toRequest({ url, init, pageOrigin: PAGE }, new Headers(init.headers))),
    pageOrigin: PAGE,
    now: Date.now,
  }
  const { signal } = new AbortController()
  const host = { log, ports, secrets: {}, signal, mode: 'run' } as const
  await walkOn(host)
  const { waiting } = documentOfLog(events, APP, false).outcome
  if (waiting?.on !== 'authorization') throw new Error('The walk does not wait for consent')
  const answer = await sandbox.fetch(new Request(waiting.url, { redirect: 'manual' }))
  const url = answer.headers.get('Location') ?? ''
  events.push({ type: 'callback-arrived', at: Date.now(), url, by: 'same-tab' })
  await walkOn(host)
  return events
}
