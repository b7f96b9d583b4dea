import type { Exchange, ExchangeId, StepId } from '../http/exchange.ts'
import { STEP_IDS } from '../http/exchange.ts'
import { type JsonObject, isJsonObject } from '../http/json.ts'
import type { ClientProfile } from '../run/client.ts'
import { DEFAULT_CONFIG, type RunConfig } from '../run/config.ts'
import type { FlowErrorCode, RunEvent, StepResult } from '../run/events.ts'
import type { FactName, Facts } from '../run/facts.ts'
import type { Fail, Rule, Verdict } from '../run/rule.ts'
import { type Run, foldRun } from '../run/run.ts'
import { type ExchangeChange, type MoreExchange, toExchange } from './build-exchanges.ts'
import { FACTS_OF } from './build-facts.ts'
import { PAGE, REDIRECT, type Role, SERVER, healthyExchange, stepOf } from './healthy-exchanges.ts'

/** What a test changes in the healthy walk. */
export type RunChange = {
  readonly era?: 'modern' | 'legacy'
  readonly config?: Partial<RunConfig>
  /** The last step that was walked. */
  readonly until?: StepId
  /** How the last step failed. */
  readonly failed?: FlowErrorCode
  readonly failedAt?: ExchangeId
  /** How steps ended, where it is not `done`. */
  readonly results?: { readonly [step in StepId]?: StepResult }
  /** `null` leaves the exchange out, and what it would have taught. */
  readonly exchanges?: { readonly [role in Role]?: ExchangeChange | null }
  readonly more?: readonly MoreExchange[]
  /** Members to change in what was learned; `null` takes the fact away. */
  readonly facts?: { readonly [name in FactName]?: Partial<Facts[name]> | null }
  readonly continued?: readonly string[]
  /** Events after the last step. */
  readonly events?: readonly RunEvent[]
}

/** The client that most tests walk as. */
export const SPEC_CLIENT: ClientProfile = {
  id: 'spec',
  name: 'A conforming client',
  asOf: '2026-07-28',
  seenIn: '2026-07',
  confidence: 'specification',
  sources: [],
  differs: {},
  redirectUris: null,
  documents: null,
  tokenAuthentication: null,
  refresh: null,
  notes: [],
}

const WALKED: readonly StepId[] = [
  'challenge',
  'resource-metadata',
  'server-metadata',
  'scope',
  'registration',
  'authorization',
  'callback',
  'token',
  'session',
  'tools',
]

const ROLES: readonly Role[] = [
  'challenge',
  'resource-metadata',
  'server-metadata',
  'registration',
  'authorization',
  'callback',
  'token',
  'session',
  'initialized',
  'tools',
]

/** A run made of events: a healthy walk of a practice server, with a test's changes. */
export function buildRun(change: RunChange = {}): Run {
  return foldRun(buildEvents(change))
}

/** What one rule says of a changed walk. */
export function check(rule: Rule, change: RunChange = {}, client = SPEC_CLIENT): Verdict {
  return rule.check(buildRun(change), client)
}

/** The events of a changed walk. */
export function buildEvents(change: RunChange = {}): readonly RunEvent[] {
  const config: RunConfig = {
    ...DEFAULT_CONFIG,
    server: SERVER,
    redirectUri: REDIRECT,
    clientUri: PAGE,
    ...change.config,
  }
  const start: RunEvent = { type: 'run-started', at: 1000, run: 'run-1', config }
  const continued = (change.continued ?? []).map((rule): RunEvent => ({
    type: 'continued',
    at: 9000,
    rule,
  }))
  return [
    start,
    ...continued,
    ...stepsIn(change).flatMap((step) => stepEvents(step, change)),
    ...(change.events ?? []),
  ]
}

function stepsIn(change: RunChange): readonly StepId[] {
  const last = change.until ?? 'tools'
  const place = STEP_IDS.indexOf(last)
  const healthy = WALKED.filter((step) => STEP_IDS.indexOf(step) <= place)
  return healthy.includes(last) ? healthy : [...healthy, last]
}

function stepEvents(step: StepId, change: RunChange): readonly RunEvent[] {
  const at = 1000 + STEP_IDS.indexOf(step) * 100
  const exchanges = exchangesIn(step, change, at)
  const talk = exchanges.flatMap((exchange): RunEvent[] => [
    { type: 'exchange-started', at, exchange: { ...exchange, outcome: { kind: 'pending' } } },
    { type: 'exchange-settled', at: at + 5, id: exchange.id, outcome: exchange.outcome },
  ])
  const result = resultOf(step, change, factsOf(step, change, exchanges))
  return [
    { type: 'step-started', at, step },
    ...talk,
    { type: 'step-settled', at: at + 10, step, result },
  ]
}

function exchangesIn(step: StepId, change: RunChange, at: number): readonly Exchange[] {
  const era = change.era ?? 'modern'
  const healthy = ROLES.filter((role) => stepOf(role) === step).flatMap((role): Exchange[] => {
    const changed = change.exchanges?.[role]
    if (changed === null || (role === 'initialized' && era === 'modern')) return []
    return [toExchange({ id: role, step }, merge(healthyExchange(role, era), changed), at)]
  })
  const more = (change.more ?? []).filter((each) => each.step === step)
  return [...healthy, ...more.map((each) => toExchange(each, each, at + 6))]
}

function merge(healthy: ExchangeChange, change: ExchangeChange | undefined): ExchangeChange {
  const { json, ...rest } = healthy
  const body = change?.text === undefined && json !== undefined ? { json } : {}
  return {
    ...rest,
    ...body,
    ...change,
    header: { ...healthy.header, ...change?.header },
    sent: { ...healthy.sent, ...change?.sent },
  }
}

function factsOf(step: StepId, change: RunChange, exchanges: readonly Exchange[]): Partial<Facts> {
  const scope: Partial<Facts> =
    step === 'scope'
      ? {
          scope: {
            asked: 'tools',
            from: 'challenge',
            candidates: [{ source: 'challenge', scopes: ['tools'], exchange: 'challenge' }],
            offlineAccess: false,
          },
        }
      : {}
  const learned = ROLES.flatMap((role): Partial<Facts>[] => {
    const exchange = exchanges.find(({ id }) => id === role)
    return exchange ? [FACTS_OF[role](exchange)] : []
  })
  return withChanges(Object.assign({}, scope, ...learned), step, change)
}

const GIVEN_BY: { readonly [name in FactName]: StepId } = {
  challenge: 'challenge',
  resourceMetadata: 'resource-metadata',
  issuer: 'resource-metadata',
  earlyMetadata: 'challenge',
  serverMetadata: 'server-metadata',
  scope: 'scope',
  clientIdentity: 'registration',
  authorization: 'authorization',
  callback: 'callback',
  tokens: 'token',
  restart: 'tools',
  session: 'session',
  tools: 'tools',
  refresh: 'refresh',
  revocation: 'revoke',
  stepUp: 'step-up',
}

function withChanges(facts: Partial<Facts>, step: StepId, change: RunChange): Partial<Facts> {
  const changes: readonly [string, object | null][] = Object.entries(change.facts ?? {})
  const changed: { [name: string]: unknown } = { ...facts }
  for (const [name, value] of changes) {
    if (!isFactName(name) || GIVEN_BY[name] !== step) continue
    if (value === null) delete changed[name]
    else changed[name] = { ...facts[name], ...value }
  }
  return changed
}

function isFactName(name: string): name is FactName {
  return name in GIVEN_BY
}

function resultOf(step: StepId, change: RunChange, facts: Partial<Facts>): StepResult {
  const given = change.results?.[step]
  if (given) return given
  if (change.failed === undefined || step !== (change.until ?? 'tools')) {
    return { kind: 'done', says: 'done', facts }
  }
  const error = {
    code: change.failed,
    message: `The step failed: ${change.failed}.`,
    ...(change.failedAt !== undefined && { exchange: change.failedAt }),
  }
  return { kind: 'failed', error, facts }
}

/** The fail that a rule must find in a changed walk. */
export function checkFail(rule: Rule, change: RunChange = {}, client = SPEC_CLIENT): Fail {
  const verdict = check(rule, change, client)
  if (verdict.kind === 'fail') return verdict
  throw new Error(`${rule.id} should fail but says ${JSON.stringify(verdict)}`)
}

/** The kind of a rule's answer on a changed walk. */
export function kindOf(rule: Rule, change: RunChange = {}, client = SPEC_CLIENT): Verdict['kind'] {
  return check(rule, change, client).kind
}

/** A change of members in the JSON answer of one exchange; `undefined` takes a member away. */
export function withMembers(
  role: Role,
  members: JsonObject,
  era: RunChange['era'] = 'modern',
): RunChange {
  const healthy = healthyExchange(role, era).json
  return {
    era,
    exchanges: { [role]: { json: { ...(isJsonObject(healthy) && healthy), ...members } } },
  }
}
