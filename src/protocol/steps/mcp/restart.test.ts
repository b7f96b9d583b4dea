import { describe, expect, test } from 'vitest'
import type { Exchange, ResponseOutcome } from '../../http/exchange.ts'
import type { RelayPort } from '../../http/ports.ts'
import { buildExchange } from '../../run/build-document.ts'
import type { SessionFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import { onWrongStart } from './restart.ts'

const MODERN: SessionFact = {
  era: 'modern',
  version: '2026-07-28',
  exchange: 'e1',
  capabilities: null,
}
const LEGACY: SessionFact = { ...MODERN, era: 'legacy', version: '2025-11-25' }
const relay: RelayPort = async () => ({ kind: 'failed', reason: 'relay', message: 'not asked' })

function refused(text: string, change: Partial<ResponseOutcome> = {}): Exchange {
  const outcome: ResponseOutcome = {
    kind: 'response',
    endedAt: 2,
    status: 400,
    headers: [],
    headersComplete: false,
    body: { text, bytes: text.length },
    ...change,
  }
  return buildExchange({ id: 'e2', step: 'tools', via: 'direct', outcome })
}

function startAgain(session: SessionFact, exchange: Exchange, world: World = { relay }) {
  const built = buildContext(world)
  return { result: onWrongStart(built.context, exchange, session), decisions: built.decisions }
}

describe('a server that names 2026-07-28', () => {
  test.each(['Bad Request: Server not initialized', 'No valid session ID provided'])(
    'is initialized after all when it says %j',
    (text) => {
      const { result, decisions } = startAgain(MODERN, refused(text))
      expect(result).toMatchObject({
        kind: 'back',
        to: 'session',
        facts: { restart: { by: 'initialize', after: 'e1' } },
      })
      expect(decisions).toMatchObject([
        { exchange: 'e2', says: 'Begins with initialize after all' },
      ])
    },
  )

  test('is not when it refuses for another reason', () => {
    expect(startAgain(MODERN, refused('Method not found')).result).toBeUndefined()
  })
})

describe('a session whose id a page may not have seen', () => {
  test('begins again through the relay', () => {
    const { result } = startAgain(LEGACY, refused(''))
    expect(result).toMatchObject({ facts: { restart: { by: 'relay', after: 'e1' } } })
  })

  test.each<[string, SessionFact, Exchange, World]>([
    ['the id was seen', { ...LEGACY, sessionId: 's' }, refused(''), { relay }],
    ['all headers were seen', LEGACY, refused('', { headersComplete: true }), { relay }],
    ['the refusal is about something else', LEGACY, refused('', { status: 500 }), { relay }],
    ['there is no relay', LEGACY, refused(''), {}],
  ])('does not where %s', (_, session, exchange, world) => {
    expect(startAgain(session, exchange, world).result).toBeUndefined()
  })
})

test('a walk begins again once', () => {
  const facts = { restart: { by: 'relay', after: 'e1' } } as const
  expect(startAgain(LEGACY, refused(''), { relay, facts }).result).toBeUndefined()
})
