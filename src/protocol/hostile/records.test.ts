import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../http/exchange.ts'
import { type Json, parseJsonObject } from '../http/json.ts'
import { type PracticeWalk, practise } from '../practice-walk.ts'
import type { RunEvent } from '../run/events.ts'
import { challenge, json, stream, text } from './arbitraries.ts'
import { PATIENCE, cases } from './cases.ts'
import { faultsOfJudging } from './verdicts.ts'

const WALKS: readonly PracticeWalk[] = [
  {},
  { sandbox: { eras: 'legacy', sessions: true, answers: 'event-stream' } },
  { config: { revision: '2025-03-26' }, sandbox: { issuer: 'http://localhost:4281' } },
  { reach: 'browser', sandbox: { faults: ['cors-hides-challenge'] } },
  { config: { also: ['refresh', 'revoke'], call: { tool: 'open_vault', arguments: '{}' } } },
  { sandbox: { faults: ['moves-issuer'] } },
  { sandbox: { faults: ['fresh-token-refused'] } },
]
const records = await Promise.all(WALKS.map(async (walk) => (await practise(walk)).events))

/** What takes the place of something that was recorded. */
type Change = {
  readonly at: number
  readonly status?: number
  readonly header?: readonly [name: string, value: string]
  readonly body?: string
  readonly member?: { readonly at: number; readonly value: Json }
  readonly outcome?: Outcome
}

const change: fc.Arbitrary<Change> = fc.record(
  {
    at: fc.nat(),
    status: fc.oneof(
      fc.constantFrom(200, 202, 204, 302, 400, 401, 403, 404, 405, 500),
      fc.integer(),
    ),
    header: fc.tuple(
      fc.constantFrom(
        'www-authenticate',
        'content-type',
        'mcp-session-id',
        'cache-control',
        'location',
        'access-control-allow-origin',
      ),
      challenge,
    ),
    body: fc.oneof(
      text,
      stream,
      json.map((value) => JSON.stringify(value)),
    ),
    member: fc.record({ at: fc.nat(), value: json }),
    outcome: fc.constantFrom<Outcome>(
      { kind: 'pending' },
      { kind: 'aborted', endedAt: 1, by: 'timeout' },
      { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' },
      { kind: 'redirect-hidden', endedAt: 1 },
    ),
  },
  { requiredKeys: ['at'] },
)

const ending = fc.record({ keeps: fc.double({ min: 0.1, max: 1, noNaN: true }) })

test(
  'rules judge any record: no exception, no verdict without evidence, none that takes long',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...records),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        ending,
        (events, changes, { keeps }) => {
          const changed = changes.reduce(withChange, events)
          const cut = changed.slice(0, Math.max(1, Math.ceil(changed.length * keeps)))
          expect(faultsOfJudging(cut)).toEqual([])
        },
      ),
      cases(400),
    )
  },
  PATIENCE,
)

/** The record with one of its answers changed. */
function withChange(events: readonly RunEvent[], change: Change): readonly RunEvent[] {
  const settled = events.flatMap((event, index) =>
    event.type === 'exchange-settled' ? [index] : [],
  )
  const index = settled[change.at % settled.length]
  const event = index === undefined ? undefined : events[index]
  if (index === undefined || event?.type !== 'exchange-settled') return events
  return events.with(index, { ...event, outcome: changedOutcome(event.outcome, change) })
}

function changedOutcome(outcome: Outcome, change: Change): Outcome {
  if (change.outcome) return change.outcome
  if (outcome.kind !== 'response') return outcome
  const body = change.body ?? withMember(outcome.body.text, change)
  return {
    ...outcome,
    status: change.status ?? outcome.status,
    headers: change.header
      ? [...outcome.headers.filter(([name]) => name !== change.header?.[0]), change.header]
      : outcome.headers,
    body: { ...outcome.body, text: body },
  }
}

/** A JSON object with one of its members changed. */
function withMember(body: string, { member }: Change): string {
  const document = parseJsonObject(body)
  if (!member || !document) return body
  const names = Object.keys(document)
  const name = names[member.at % names.length] ?? 'more'
  return JSON.stringify({ ...document, [name]: member.value })
}
