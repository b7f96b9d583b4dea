import type { Exchange } from '../http/exchange.ts'
import type { RelayPort } from '../http/ports.ts'
import { createWire } from '../http/wire.ts'
import { buildConfig } from '../run/build-document.ts'
import { writeLog } from '../run/build-log.ts'
import type { RunConfig, RunSecrets } from '../run/config.ts'
import type { Decision } from '../run/events.ts'
import type { Facts } from '../run/facts.ts'
import { type Policy, REVISION_POLICIES } from '../run/policy.ts'
import { type Run, foldRun } from '../run/run.ts'
import type { StepContext } from '../run/step.ts'
import { NEWEST } from '../spec/revisions.ts'

/** The world of one step, as far as a test is about it. */
export type World = Partial<Omit<Run, 'config' | 'facts'>> & {
  readonly config?: Partial<RunConfig>
  readonly facts?: Partial<Facts>
  readonly secrets?: RunSecrets
  readonly policy?: Partial<Policy>
  /** What every host answers. */
  readonly answer?: (request: Request) => Response | Promise<Response>
  readonly relay?: RelayPort
}

/** A step's context for tests, with what it leaves behind. */
export type TestContext = {
  readonly context: StepContext
  readonly exchanges: readonly Exchange[]
  readonly decisions: readonly Omit<Decision, 'step'>[]
  /** The requests that were made, in words: `GET https://…`. */
  asked(): readonly string[]
}

/** A context over hand-made answers. */
export function buildContext(world: World = {}): TestContext {
  const { config: changed, facts = {}, secrets = {}, policy, answer, relay, ...rest } = world
  const config = buildConfig({ pace: 'one-by-one', timeout: 1_000, ...changed })
  const exchanges: Exchange[] = [...(world.exchanges ?? [])]
  const decisions: Omit<Decision, 'step'>[] = []
  const run: Run = { ...foldRun(writeLog(config).events), ...rest, facts, config, exchanges }
  const { signal } = new AbortController()
  let now = 1_000
  const tick = (): number => (now += 1)
  const base = REVISION_POLICIES[config.revision === 'auto' ? NEWEST : config.revision]
  const context: StepContext = {
    run,
    config,
    secrets,
    policy: { ...base, ...policy },
    remarks: [],
    signal,
    now: tick,
    continued: (rule) => run.continued.includes(rule),
    decide: (decision) => void decisions.push(decision),
    wire: createWire({
      ports: {
        fetch: async (url, { method, headers, body }) => {
          const init: RequestInit = {
            method: method ?? 'GET',
            headers: headers ?? [],
            body: body ?? null,
          }
          return answer ? answer(new Request(url, init)) : new Response(null, { status: 404 })
        },
        ...(relay && { relay }),
        pageOrigin: 'https://page.example',
        now: tick,
      },
      transport: config.transport,
      together: config.pace === 'together',
      timeout: config.timeout,
      signal,
      left: [],
      exchanges: () => exchanges,
      started: (exchange) => void exchanges.push(exchange),
      settled(id, outcome) {
        const at = exchanges.findIndex((each) => each.id === id)
        const exchange = exchanges[at]
        if (exchange) exchanges[at] = { ...exchange, outcome }
      },
      used: () => undefined,
    }),
  }
  const asked = (): readonly string[] =>
    exchanges.map(({ request }) => `${request.method} ${request.url}`)
  return { context, exchanges, decisions, asked }
}
