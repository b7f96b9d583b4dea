import { CLIENTS } from './clients/index.ts'
import { loadClient, profileOf } from './clients/loaded.ts'
import type { Ports } from './http/ports.ts'
import { gate, judge } from './rules/judge.ts'
import { newestFor, policyOf } from './run/behaviour/client-policy.ts'
import type { RunSecrets } from './run/config.ts'
import type { RunDocument, Waiting } from './run/document.ts'
import { type Walk, drive, wireOf } from './run/drive.ts'
import type { RunEvent, RunLog } from './run/events.ts'
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
}

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
  const { client: id } = foldRun(host.log.events()).config
  const client = await loadClient(id)
  const walk: Walk = {
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
  await drive(walk)
  if (wantsSurvey(foldRun(host.log.events())) && !host.signal.aborted) {
    const { survey } = await import('./forecast/survey.ts')
    await survey({ ...host, wire: wireOf(walk) })
  }
}

/** Once, when the walk has come to its end. */
function wantsSurvey(run: Run): boolean {
  const waits = run.steps.authorization.result?.kind === 'waiting' && run.arrival === undefined
  const isDone = run.exchanges.some(({ diagnostic }) => diagnostic === 'survey')
  return run.config.also.includes('survey') && !waits && !isDone && run.paused === undefined
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
