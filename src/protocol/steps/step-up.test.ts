import { describe, expect, test } from 'vitest'
import { buildExchange } from '../run/build-document.ts'
import { buildAuthorization } from '../run/build-log.ts'
import type { ScopeFact } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { stepUp } from './step-up.ts'

const SCOPE: ScopeFact = {
  asked: 'a b',
  from: 'challenge',
  candidates: [{ source: 'challenge', scopes: ['a', 'b'] }],
  offlineAccess: false,
}
const REFUSED = { exchange: 'e2', challenged: 'b c' }
const EXCHANGES = [buildExchange({ id: 'e1' }), buildExchange({ id: 'e2' })]

async function widen(world: World = {}) {
  const built = buildContext({
    exchanges: EXCHANGES,
    authorizations: [buildAuthorization({ exchange: 'e1' })],
    ...world,
    facts: { scope: SCOPE, ...world.facts },
  })
  const result = await stepUp.run(built.context)
  return { ...built, result, fact: result.kind === 'back' ? result.facts.scope : undefined }
}

describe('a step-up after a 403', () => {
  const facts = { stepUp: REFUSED }

  test('asks for the union of what was asked for and what the server wants', async () => {
    const { fact, result, decisions } = await widen({ facts })
    expect(result).toMatchObject({ kind: 'back', to: 'authorization', why: 'asks for a b c' })
    expect(fact).toMatchObject({ asked: 'a b c', from: 'step-up' })
    expect(decisions[0]).toMatchObject({ says: 'Asks again, for a b c', exchange: 'e2' })
  })

  test('keeps what the server wants among the candidates', async () => {
    const { fact } = await widen({ facts })
    expect(fact?.candidates.at(-1)).toEqual({
      source: 'step-up',
      scopes: ['b', 'c'],
      exchange: 'e2',
    })
  })

  test('asks for what the server wants alone where the client does so', async () => {
    const { fact } = await widen({ facts, policy: { stepUp: 'challenge' } })
    expect(fact?.asked).toBe('b c')
  })

  test('asks again also for what was granted, as the server does not see it', async () => {
    const { result } = await widen({ facts: { stepUp: { exchange: 'e2', challenged: 'a' } } })
    expect(result).toMatchObject({ kind: 'back', why: 'asks for a b' })
  })

  test('keeps offline_access', async () => {
    const { fact } = await widen({ facts: { ...facts, scope: { ...SCOPE, offlineAccess: true } } })
    expect(fact?.offlineAccess).toBe(true)
  })
})

describe('a step-up that the person wants', () => {
  test('asks for the union with the wish', async () => {
    const { fact, decisions } = await widen({ config: { stepUp: 'vault' } })
    expect(fact?.asked).toBe('a b vault')
    expect(decisions[0]).not.toHaveProperty('exchange')
  })

  test('does not serve an earlier 403 a second time', async () => {
    const { fact } = await widen({
      facts: { stepUp: REFUSED },
      config: { stepUp: 'vault' },
      authorizations: [buildAuthorization({ exchange: 'e2' })],
    })
    expect(fact?.asked).toBe('a b vault')
  })

  test('begins with the wish where nothing was asked for before', async () => {
    const scope = { ...SCOPE, asked: null }
    const { fact } = await widen({ facts: { scope }, config: { stepUp: 'vault' } })
    expect(fact?.asked).toBe('vault')
  })

  test.each([{}, { stepUp: 'b' }])('is skipped where it names nothing new: %j', async (config) => {
    const { result } = await widen({ config })
    expect(result).toEqual({
      kind: 'skipped',
      why: 'no scope was named beyond those asked for',
    })
  })
})
