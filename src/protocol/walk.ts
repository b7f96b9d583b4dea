import { CLIENTS } from './clients/index.ts'
import { spec } from './clients/spec.ts'
import type { Ports } from './http/ports.ts'
import { gate, judge } from './rules/judge.ts'
import type { ClientProfile } from './run/client.ts'
import type { RunSecrets } from './run/config.ts'
import type { RunDocument } from './run/document.ts'
import { drive } from './run/drive.ts'
import type { RunEvent, RunLog } from './run/events.ts'
import { type Policy, REVISION_POLICIES } from './run/policy.ts'
import { type Run, foldRun } from './run/run.ts'
import { toDocument } from './run/to-document.ts'
import { NEWEST } from './spec/revisions.ts'
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
export function walkOn(host: Host): Promise<void> {
  return drive({
    ...host,
    steps: STEPS,
    policyOf,
    gate(run) {
      const finding = gate(run, clientOf(run))
      return finding && { rule: finding.rule.id }
    },
  })
}

/** What the log shows so far. `live` is true while a walk is under way. */
export function documentOfLog(
  events: readonly RunEvent[],
  app: RunDocument['app'],
  live: boolean,
): RunDocument {
  const run = foldRun(events)
  const findings = judge(run, clientOf(run))
  return toDocument({ run, findings, steps: STEPS, app, live })
}

/** The profile that the run's configuration names; the specification's for an unknown name. */
function clientOf(run: Run): ClientProfile {
  return CLIENTS.find((client) => client.id === run.config.client) ?? spec
}

function policyOf(run: Run): Policy {
  const { revision } = run.config
  const base = REVISION_POLICIES[revision === 'auto' ? NEWEST : revision]
  const policy = { ...base, ...clientOf(run).differs }
  const continued = (rules: readonly string[]) => rules.some((rule) => run.continued.includes(rule))
  return {
    ...policy,
    originAsIssuer: policy.originAsIssuer || continued(WITHOUT_RESOURCE_METADATA),
    defaultEndpoints: policy.defaultEndpoints || continued(WITHOUT_SERVER_METADATA),
  }
}
