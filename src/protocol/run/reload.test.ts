import { describe, expect, test } from 'vitest'
import type { Exchange } from '../http/exchange.ts'
import { type Practice, type PracticeWalk, openPractice } from '../practice-walk.ts'
import type { DocumentFinding, RunDocument } from './document.ts'
import type { RunEvent } from './events.ts'

/** Goes on to the end as a page does: one that waits for the person goes on waiting after a reload. */
async function finish(practice: Practice): Promise<RunDocument> {
  if (practice.document().outcome.waiting === null) await practice.go()
  while (practice.document().outcome.waiting?.on === 'authorization') {
    await practice.comeBack()
    await practice.go()
  }
  return practice.document()
}

/** The log as storage gives it back after so many events. */
function cutAfter(events: readonly RunEvent[], count: number): readonly RunEvent[] {
  return JSON.parse(JSON.stringify(events.slice(0, count)))
}

/**
 * What a document says, without ids, times and random values, and without what was broken off, was asked in vain or
 * was an experiment. The end of a session is among what nobody waits for: a reload cuts it off for good.
 */
function essence({ outcome, steps, exchanges, findings, decisions, tools }: RunDocument): unknown {
  const names = new Map(exchanges.map((each) => [each.id, `${each.step}: ${each.purpose}`]))
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id))
  const text = JSON.stringify({
    outcome,
    steps: steps.map(({ id, title, status, summary }) => ({ id, title, status, summary })),
    exchanges: exchanges.filter(isNeeded).map(toEssence).toSorted(),
    findings: findings.filter(isWalked).map((finding) => ({
      ...finding,
      evidence: finding.evidence.map(({ exchange, at }) => [nameOf(exchange), at]),
    })),
    decisions: decisions.map((decision) => ({ ...decision, exchange: nameOf(decision.exchange) })),
    tools,
  })
  return JSON.parse(withoutRandomValues(text))
}

function isNeeded({ diagnostic, ahead, outcome, request }: Exchange): boolean {
  const isBrokenOff = outcome.kind === 'aborted' && outcome.by === 'walk'
  const isExtra = diagnostic !== undefined || ahead?.used === false || request.method === 'DELETE'
  return !isBrokenOff && !isExtra
}

/** CORS-07 is about the end of the session. */
function isWalked({ rule }: DocumentFinding): boolean {
  return rule !== 'CORS-07'
}

function toEssence({ step, purpose, to, via, request, outcome }: Exchange): string {
  const answer =
    outcome.kind === 'response' ? [outcome.status, outcome.headers, outcome.body] : outcome.kind
  return JSON.stringify([step, purpose, to, via, request, answer])
}

function withoutRandomValues(text: string): string {
  return text
    .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'JWT')
    .replaceAll(/\b(client|code|refresh|session|access)_[\w-]{40,}/g, '$1')
    .replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/g, 'RANDOM')
    .replaceAll(/"bytes":\d+/g, '"bytes":0')
    .replaceAll(/_at\\+":\d+/g, '_at')
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, 'UUID')
}

const WALKS: { readonly [what: string]: PracticeWalk } = {
  'the newest revision, dynamic registration': {},
  'one exchange after another, by 2025-03-26': {
    config: { pace: 'one-by-one', revision: '2025-03-26' },
    sandbox: { issuer: 'http://localhost:4281' },
  },
  'a session, event streams, pages, a refresh and a revocation': {
    config: { revision: '2025-11-25', also: ['refresh', 'revoke'] },
    sandbox: { sessions: true, answers: 'event-stream', pageSize: 7 },
  },
  'a page under the rules of a browser': { reach: 'browser' },
}

/** The log as it was when this request had left and no answer had come. */
async function underWay(practice: Practice, purpose: string): Promise<readonly RunEvent[]> {
  await finish(practice)
  const { events } = practice
  const asked = events.findIndex(
    (event) => event.type === 'exchange-started' && event.exchange.purpose === purpose,
  )
  return cutAfter(events, asked + 1)
}

test('a reload while a tool was being called does not call it twice', async () => {
  const walk = { config: { call: { tool: 'add', arguments: '{"a":1,"b":2}' } } }
  const log = await underWay(openPractice(walk), 'Call of the tool add')
  const { outcome, exchanges, decisions } = await finish(openPractice(walk, log))
  expect(outcome.summary).toBe('Connected: 12 tools.')
  expect(exchanges.filter(({ purpose }) => purpose === 'Call of the tool add')).toHaveLength(1)
  expect(decisions.at(-1)?.says).toBe('Does not call add again')
})

describe('a reload while a code was under way', () => {
  test('sends it again, as it may not have arrived', async () => {
    const log = await underWay(openPractice(), 'Code exchange')
    const { outcome, exchanges } = await finish(openPractice({}, log))
    expect(outcome.status).toBe('passed')
    expect(exchanges.filter(({ step }) => step === 'token')).toHaveLength(2)
  })

  test('asks for a new one when it had arrived, as a code serves once', async () => {
    const whole = openPractice()
    const log = await underWay(whole, 'Code exchange')
    const ports = {
      fetch: (url: string, init: RequestInit) => whole.sandbox.fetch(new Request(url, init)),
    }
    const resumed = openPractice({ ports }, log)
    const { outcome, decisions } = await finish(resumed)
    expect(outcome.status).toBe('passed')
    expect(resumed.run().authorizations).toHaveLength(2)
    expect(decisions.map(({ says }) => says)).toContain('Asks for a new code')
  })
})

describe.each(Object.entries(WALKS))('%s', (_, walk) => {
  test('says the same after a reload at any moment', { timeout: 60_000 }, async () => {
    const whole = openPractice(walk)
    const expected = essence(await finish(whole))
    expect(whole.document().outcome.status).toBe('passed')
    for (let count = 1; count <= whole.events.length; count += 1) {
      const resumed = await finish(openPractice(walk, cutAfter(whole.events, count)))
      expect(essence(resumed), `cut after ${count} events`).toEqual(expected)
    }
  })
})
