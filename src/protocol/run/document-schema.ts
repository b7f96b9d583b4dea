import * as v from 'valibot'
import { STEP_IDS } from '../http/exchange.ts'
import { REVISIONS } from '../spec/revisions.ts'
import { ON_DEMAND } from './config.ts'

/*
 * The form of a saved run, version 1, for reading files. `public/run.schema.json` says the same for other readers;
 * a test holds the two together. The compiler holds this to `RunDocument`.
 */

const text = v.string()
const time = v.pipe(v.number(), v.finite())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const step = v.picklist(STEP_IDS)
const culprit = v.picklist(['server', 'issuer', 'client', 'browser', 'network', 'person'])

function list<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.readonly())
}

const pair = v.pipe(v.strictTuple([text, text]), v.readonly())

const body = v.object({
  text,
  bytes: count,
  cut: v.exactOptional(v.picklist(['size', 'answered', 'failed', 'timeout', 'stopped'])),
})

const outcome = v.variant('kind', [
  v.object({ kind: v.literal('pending') }),
  v.object({
    kind: v.literal('response'),
    endedAt: time,
    firstByteAt: v.exactOptional(time),
    status: count,
    headers: list(pair),
    headersComplete: v.boolean(),
    body,
    finalUrl: v.exactOptional(text),
  }),
  v.object({ kind: v.literal('redirect-hidden'), endedAt: time }),
  v.object({
    kind: v.literal('unreadable'),
    endedAt: time,
    message: text,
    reason: v.exactOptional(
      v.picklist([
        'bad-url',
        'bad-scheme',
        'refused-address',
        'name-not-found',
        'connection-refused',
        'connection-reset',
        'tls',
        'timeout',
        'protocol',
        'relay',
        'relay-refused',
      ]),
    ),
  }),
  v.object({
    kind: v.literal('aborted'),
    endedAt: time,
    by: v.picklist(['user', 'timeout', 'walk']),
  }),
  v.object({ kind: v.literal('navigated'), endedAt: time }),
  v.object({ kind: v.literal('opaque'), endedAt: time }),
])

const exchange = v.object({
  id: text,
  step,
  purpose: text,
  to: v.picklist(['server', 'issuer', 'page']),
  via: v.picklist(['direct', 'relay', 'navigation']),
  startedAt: time,
  request: v.object({ method: text, url: text, headers: list(pair), body: v.nullable(body) }),
  outcome,
  ahead: v.exactOptional(v.object({ used: v.boolean() })),
  diagnostic: v.exactOptional(v.picklist(['triage', 'readable', 'probe', 'survey'])),
  after: v.exactOptional(text),
})

const place = v.variant('part', [
  v.object({ part: v.literal('url') }),
  v.object({ part: v.literal('request-header'), name: text }),
  v.object({ part: v.literal('request-body') }),
  v.object({ part: v.literal('status') }),
  v.object({
    part: v.literal('response-header'),
    name: text,
    span: v.exactOptional(v.pipe(v.strictTuple([count, count]), v.readonly())),
  }),
  v.object({ part: v.literal('response-body'), pointer: v.exactOptional(text) }),
  v.object({ part: v.literal('outcome') }),
])

const section = v.object({ title: text, url: text })

const finding = v.object({
  rule: text,
  name: text,
  title: text,
  step,
  severity: v.picklist(['error', 'warning', 'note']),
  verdict: v.picklist(['pass', 'fail', 'not-applicable', 'cannot-tell']),
  says: text,
  fix: v.nullable(text),
  culprit,
  evidence: list(v.object({ exchange: text, at: place })),
  paste: v.nullable(v.object({ title: text, text })),
  compare: list(v.object({ label: text, value: text })),
  spec: list(section),
})

const config = v.object({
  server: text,
  revision: v.picklist(['auto', ...REVISIONS]),
  client: text,
  transport: v.picklist(['auto', 'direct', 'relay']),
  pace: v.picklist(['together', 'one-by-one']),
  grant: v.picklist(['authorization_code', 'client_credentials']),
  authorizationBy: v.picklist(['same-tab', 'popup', 'paste']),
  redirectUri: text,
  clientUri: text,
  timeout: time,
  scope: v.exactOptional(text),
  resource: v.exactOptional(text),
  clientId: v.exactOptional(text),
  clientAuthentication: v.exactOptional(
    v.picklist(['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt']),
  ),
  clientDocument: v.exactOptional(text),
  issuer: v.exactOptional(text),
  authorizationParameters: v.exactOptional(list(pair)),
  headerNames: v.exactOptional(list(text)),
  call: v.exactOptional(v.object({ tool: text, arguments: text })),
  stepUp: v.exactOptional(text),
  also: list(v.picklist([...ON_DEMAND, 'survey'])),
})

const waiting = v.variant('on', [
  v.object({ on: v.literal('authorization'), url: text }),
  v.object({ on: v.literal('person'), field: text, says: text }),
  v.object({ on: v.literal('step'), step }),
])

/** A saved run of version 1. Members that it does not name are left out when a file is read. */
export const SAVED_RUN = v.object({
  format: v.literal('mcp-flow-run'),
  version: v.literal(1),
  app: v.object({ name: text, version: text }),
  id: text,
  startedAt: time,
  endedAt: time,
  config,
  revision: text,
  outcome: v.object({
    status: v.picklist(['passed', 'failed', 'stopped']),
    step: v.nullable(step),
    cause: v.nullable(text),
    summary: text,
    fix: v.nullable(text),
    culprit: v.nullable(culprit),
    canContinue: v.boolean(),
    waiting: v.nullable(waiting),
  }),
  steps: list(
    v.object({
      id: step,
      title: text,
      status: v.picklist(['passed', 'failed', 'skipped', 'waiting', 'pending']),
      startedAt: v.nullable(time),
      endedAt: v.nullable(time),
      exchanges: list(text),
      summary: text,
    }),
  ),
  exchanges: list(exchange),
  findings: list(finding),
  decisions: list(
    v.object({
      step,
      exchange: v.nullable(text),
      says: text,
      why: v.nullable(text),
      spec: v.nullable(section),
    }),
  ),
  tools: list(v.object({ name: text, title: v.nullable(text), description: v.nullable(text) })),
  clients: list(
    v.object({
      id: text,
      name: text,
      verdict: v.picklist(['works', 'fails', 'unknown']),
      step: v.nullable(step),
      why: text,
      exchange: v.exactOptional(v.nullable(text)),
      flip: v.nullable(text),
      confidence: text,
      asOf: text,
      seenIn: v.exactOptional(text),
    }),
  ),
  continued: list(text),
  from: v.nullable(v.object({ run: text, step })),
})

/** A run as files hold it: nothing in it is under way. */
export type SavedRun = v.InferOutput<typeof SAVED_RUN>
