import { CLIENTS } from './clients/index.ts'
import { loadClient, profileOf } from './clients/loaded.ts'
import type { Ports } from './http/ports.ts'
import { gate, judge } from './rules/judge.ts'
import { newestFor, policyOf } from './run/behaviour/client-policy.ts'
import type { RunSecrets } from './run/config.ts'
import type { RunDocument, Waiting } from './run/document.ts'
import { type Walk, drive, wireOf } from './run/drive.ts'
import type { RunEvent, RunLog } from './run/events.ts'
import { nextStep } from './run/next-step.ts'
import { outcomeOf } from './run/outcome.ts'
import type { Policy } from './run/policy.ts'
import { type Run, foldRun } from './run/run.ts'
import type { Step } from './run/step.ts'
import { toDocument } from './run/to-document.ts'
import { STEPS } from './steps/index.ts'

/** What the host of a walk hands in. */
export type Host = {
  readonly log: RunLog
  readonly ports: Ports
  readonly secrets: RunSecrets
  readonly signal: AbortSignal
  readonly mode: 'run' | 'step'
  /** Called when the walk itself has come to its end, and more is asked for the forecast. */
  ended?(): void
}

/** Milliseconds that an answer for the forecast is waited for, at most: the walk has ended. */
const PATIENCE_AFTERWARDS = 5_000

/** Rules whose passing-over means: go on by what 2025-03-26 did without resource metadata. */
const WITHOUT_RESOURCE_METADATA = [
  'CHL-02',
  'CHL-03',
  'CHL-12',
  'PRM-01',
  'PRM-03',
  'PRM-04',
  'PRM-11',
  'PRM-16',
  'CORS-08',
]

/** Rules whose passing-over means: go on with the default endpoints of 2025-03-26. */
const WITHOUT_SERVER_METADATA = ['ASM-01', 'ASM-02']

/** Walks on from where the log stands, with all steps and all rules. The log tells why it halted. */
export async function walkOn(host: Host): Promise<void> {
  const walk = await walkOf(host)
  // A token is needed for what is asked at the end: it is given back after that, where the person wishes it.
  const kept = { ...walk, steps: walk.steps.filter(({ id }) => id !== 'revoke') }
  await drive(walk.mode === 'run' ? kept : walk)
  await askMore(host, walk)
  if (walk.mode === 'run' && isLeft(walk)) await drive(walk)
}

function isLeft(walk: Walk): boolean {
  const run = foldRun(walk.log.events())
  return !walk.signal.aborted && nextStep(run, walk.steps)?.id === 'revoke'
}

/** Makes the survey that the log's configuration wishes for, of a walk that has come to its end. */
export async function surveyOn(host: Host): Promise<void> {
  await askMore(host, await walkOf(host))
}

async function walkOf(host: Host): Promise<Walk> {
  const { client: id } = foldRun(host.log.events()).config
  const client = await loadClient(id)
  return {
    ...host,
    steps: client ? STEPS : STEPS.map((step) => unknownClient(step, id)),
    policyOf: policyOfRun,
    remarks: client?.remarks ?? [],
    ...(client?.habit && { habit: client.habit }),
    gate(run) {
      const finding = gate(run, profileOf(id))
      return finding && { rule: finding.rule.id }
    },
  }
}

/** Once a walk has come to its end: what the forecast of other clients needs beyond it. */
async function askMore(host: Host, walk: Walk): Promise<void> {
  const wish = moreFor(foldRun(host.log.events()))
  if (!wish || host.signal.aborted) return
  if (!isLeft(walk)) host.ended?.()
  const { askForForecast } = await import('./forecast/survey.ts')
  const wire = wireOf(walk, PATIENCE_AFTERWARDS)
  // Once the person has stopped it, nothing more leaves, and that is no fault.
  await askForForecast({ ...host, wire }, wish).catch((error: unknown) => {
    if (!host.signal.aborted) throw error
  })
}

/** The whole survey where it is wished for; the handshake alone where a walk of this time spoke without one. */
function moreFor(run: Run): 'survey' | 'handshake' | undefined {
  const { config, exchanges, facts, steps } = run
  const waits = steps.authorization.result?.kind === 'waiting' && run.arrival === undefined
  if (waits || run.paused !== undefined) return undefined
  const asked = exchanges.filter(({ diagnostic, to }) => diagnostic === 'survey' && to !== 'page')
  const isSurveyed = asked.some(({ request: { method } }) => method === 'GET' || method === 'HEAD')
  if (config.also.includes('survey')) return isSurveyed ? undefined : 'survey'
  const isOwn = config.client === 'spec' && config.revision === 'auto' && config.pace === 'together'
  const isOpen = facts.tools !== undefined && facts.session?.era === 'modern'
  return isOwn && isOpen && asked.length === 0 ? 'handshake' : undefined
}

/** Nothing leaves for a client that nobody knows. */
function unknownClient(step: Step, id: string): Step {
  const known = CLIENTS.map((client) => client.id).join(', ')
  const message = `There is no client "${id}" to walk as. Known are ${known}.`
  return {
    ...step,
    run: () =>
      Promise.resolve({ kind: 'failed', error: { code: 'no-client', message }, facts: {} }),
  }
}

/** What the log shows so far. `live` is true while a walk is under way. */
export function documentOfLog(
  events: readonly RunEvent[],
  app: RunDocument['app'],
  live: boolean,
): RunDocument {
  const run = foldRun(events)
  const findings = judge(run, profileOf(run.config.client))
  return toDocument({ run, findings, steps: STEPS, app, live })
}

/** What a halted walk waits for. The rules are asked only where one of them has stopped it. */
export function waitingOf(events: readonly RunEvent[]): Waiting | null {
  const run = foldRun(events)
  const findings = run.stopped ? judge(run, profileOf(run.config.client)) : []
  return outcomeOf(run, findings, false).waiting
}

/** What this run's client does by its revision, and what the person chose to go past. */
function policyOfRun(run: Run): Policy {
  const { revision, client } = run.config
  const profile = profileOf(client)
  const policy = policyOf(profile, revision === 'auto' ? newestFor(profile) : revision)
  const continued = (rules: readonly string[]) => rules.some((rule) => run.continued.includes(rule))
  return {
    ...policy,
    ...(policy.originAsIssuer === 'never' &&
      continued(WITHOUT_RESOURCE_METADATA) && { originAsIssuer: 'origin' }),
    ...(policy.defaultEndpoints === 'never' &&
      continued(WITHOUT_SERVER_METADATA) && { defaultEndpoints: 'issuer' }),
  }
}
