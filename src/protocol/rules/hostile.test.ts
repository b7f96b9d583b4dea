import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PATIENCE, cases } from '../hostile/cases.ts'
import type { Json } from '../http/json.ts'
import type { Finding } from '../run/rule.ts'
import type { ExchangeChange } from './build-exchanges.ts'
import { type RunChange, SPEC_CLIENT, buildRun } from './build-run.ts'
import { REDIRECT, type Role } from './healthy-exchanges.ts'
import { gate, judgeStrictly } from './judge.ts'

const ROLES = [
  'resource-metadata',
  'server-metadata',
  'registration',
  'token',
  'session',
  'tools',
] as const
const NAMES = [
  'resource',
  'authorization_servers',
  'scopes_supported',
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'response_types_supported',
  'grant_types_supported',
  'code_challenge_methods_supported',
  'client_id',
  'client_secret',
  'redirect_uris',
  'access_token',
  'token_type',
  'expires_in',
  'scope',
  'error',
  'error_description',
  'jsonrpc',
  'id',
  'result',
  'tools',
  'protocolVersion',
] as const

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map((value) => {
  const copy: Json = JSON.parse(JSON.stringify(value))
  return copy
})
const document: fc.Arbitrary<Json> = fc.oneof(
  json,
  fc.dictionary(fc.constantFrom(...NAMES), json, { noNullPrototype: true }),
)
const header = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'Bearer',
    'Bearer error="insufficient_scope"',
    'Bearer scope="a" resource_metadata=x, Basic',
    '""""====,,,,',
  ),
)
const answer: fc.Arbitrary<ExchangeChange> = fc.record(
  {
    status: fc.constantFrom(200, 201, 202, 204, 302, 307, 400, 401, 403, 404, 405, 500),
    json: document,
    header: fc.record(
      {
        'www-authenticate': header,
        'content-type': fc.constantFrom('application/json', 'text/event-stream', 'text/html', ''),
        location: fc.oneof(fc.webUrl(), fc.string()),
        'mcp-session-id': fc.string({ unit: 'binary' }),
        'access-control-allow-origin': fc.string(),
      },
      { requiredKeys: [] },
    ),
    headersComplete: fc.boolean(),
    via: fc.constantFrom('direct', 'relay'),
    cut: fc.constantFrom('size', 'timeout', 'failed'),
  },
  { requiredKeys: ['status', 'json'] },
)
const callback = fc
  .array(fc.tuple(fc.constantFrom('code', 'state', 'iss', 'error', 'x'), fc.string()))
  .map((pairs) => ({ url: `${REDIRECT}?${new URLSearchParams(pairs.map(([a, b]) => [a, b]))}` }))

const change: fc.Arbitrary<RunChange> = fc.record({
  era: fc.constantFrom('modern', 'legacy'),
  until: fc.constantFrom(
    'challenge',
    'server-metadata',
    'registration',
    'callback',
    'token',
    'tools',
  ),
  failed: fc.constantFrom('unreachable', 'bad-mcp-answer', 'token-refused', 'insufficient-scope'),
  config: fc.record({
    revision: fc.constantFrom('auto', '2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'),
    server: fc.oneof(fc.constant('https://mcp.example/mcp'), fc.webUrl()),
  }),
  exchanges: fc
    .tuple(
      fc.tuple(fc.constantFrom<Role>('challenge', ...ROLES), answer),
      fc.dictionary(fc.constantFrom(...ROLES), answer, { noNullPrototype: true }),
      callback,
    )
    .map(([[role, one], others, back]) => ({ ...others, [role]: one, callback: back })),
})

describe('hostile servers', () => {
  test(
    'make no rule throw, and every fail shows a place that exists',
    () => {
      fc.assert(
        fc.property(change, (each) => {
          const run = buildRun(each)
          const ids = new Set(run.exchanges.map(({ id }) => id))
          for (const finding of judgeStrictly(run, SPEC_CLIENT))
            expect(faultsOf(finding, ids)).toEqual([])
          gate(run, SPEC_CLIENT)
        }),
        cases(200),
      )
    },
    PATIENCE,
  )
})

function faultsOf({ rule, verdict }: Finding, ids: ReadonlySet<string>): readonly string[] {
  if (verdict.kind !== 'fail') return []
  const lost = verdict.evidence.filter(({ exchange }) => !ids.has(exchange))
  const words = `${verdict.says} ${verdict.fix}`
  const isOdd = /undefined|\[object|NaN/.test(words) || verdict.says === '' || words.length > 2000
  return [
    ...lost.map(({ exchange }) => `${rule.id} shows ${exchange}, which is not there`),
    ...(isOdd ? [`${rule.id} says: ${words}`] : []),
  ]
}
