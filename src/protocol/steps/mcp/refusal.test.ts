import { describe, expect, test } from 'vitest'
import type { Exchange, ResponseOutcome } from '../../http/exchange.ts'
import type { RelayPort } from '../../http/ports.ts'
import { buildExchange } from '../../run/build-document.ts'
import { buildContext } from '../build-context.ts'
import { withReason } from './refusal.ts'

const CHALLENGE = ['WWW-Authenticate', 'Bearer error="insufficient_scope"'] as const
const REFUSED: ResponseOutcome = {
  kind: 'response',
  endedAt: 2,
  status: 403,
  headers: [],
  headersComplete: false,
  body: { text: '', bytes: 0 },
}

const relay: RelayPort = async () => ({
  kind: 'answer',
  status: 403,
  headers: [CHALLENGE],
  body: (async function* () {})(),
})

async function reasonOf(change: Partial<ResponseOutcome> = {}, via: Exchange['via'] = 'direct') {
  const exchange = buildExchange({
    id: 'e1',
    step: 'tools',
    via,
    outcome: { ...REFUSED, ...change },
  })
  const { context, exchanges } = buildContext({ exchanges: [exchange], relay })
  const seen = await withReason(context, exchange)
  return { seen, again: exchanges.slice(1) }
}

describe('a refusal of a page', () => {
  test.each([401, 403])(
    'by %i without a challenge is asked again through the relay',
    async (status) => {
      const { seen, again } = await reasonOf({ status })
      expect(again).toMatchObject([{ via: 'relay', after: 'e1', step: 'tools' }])
      expect(seen.outcome).toMatchObject({ headers: [CHALLENGE] })
    },
  )

  test.each([
    ['no refusal', { status: 404 }],
    ['a refusal whose challenge can be seen', { headers: [CHALLENGE] }],
    ['a refusal all of whose headers can be seen', { headersComplete: true }],
  ])('is left alone when it is %s', async (_, change) => {
    const { seen, again } = await reasonOf(change)
    expect(again).toEqual([])
    expect(seen.id).toBe('e1')
  })

  test('is left alone when the relay had it', async () => {
    expect((await reasonOf({}, 'relay')).again).toEqual([])
  })

  test('stays what was seen where there is no relay, or the relay gets no answer', async () => {
    const exchange = buildExchange({ id: 'e1', outcome: REFUSED })
    expect((await withReason(buildContext().context, exchange)).id).toBe('e1')
    const failed: RelayPort = async () => ({ kind: 'failed', reason: 'relay', message: 'gone' })
    const { context } = buildContext({ exchanges: [exchange], relay: failed })
    expect((await withReason(context, exchange)).id).toBe('e1')
  })
})
