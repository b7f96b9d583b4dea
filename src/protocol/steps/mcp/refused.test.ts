import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../http/exchange.ts'
import { buildExchange } from '../../run/build-document.ts'
import { buildAuthorization } from '../../run/build-log.ts'
import type { TokensFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import { onRefusal } from './refusal.ts'

const TOKENS: TokensFact = { exchange: 'e0', accessToken: 't', tokenType: 'Bearer' }
const PRM = 'https://mcp.example/prm'
const FACTS = {
  tokens: TOKENS,
  issuer: { issuer: 'https://issuer.example', from: 'resource-metadata' },
} as const

function refusedWith(status: number, challenge?: string, withToken = true): Exchange {
  return buildExchange({
    id: 'e7',
    step: 'tools',
    headers: withToken ? [['Authorization', 'Bearer t']] : [],
    outcome: {
      kind: 'response',
      endedAt: 2,
      status,
      headers: challenge === undefined ? [] : [['WWW-Authenticate', challenge]],
      headersComplete: true,
      body: { text: '', bytes: 0 },
    },
  })
}

async function refuse(exchange: Exchange, world: World = {}) {
  const built = buildContext({ facts: FACTS, ...world })
  const result = await onRefusal(built.context, exchange)
  return { ...built, result }
}

test('an answer that is no refusal means nothing', async () => {
  expect((await refuse(refusedWith(200))).result).toBeUndefined()
  expect((await refuse(refusedWith(404))).result).toBeUndefined()
})

describe('401', () => {
  test('to a request without a token begins the authorization now', async () => {
    const { result } = await refuse(refusedWith(401, 'Bearer scope="tools"', false), { facts: {} })
    expect(result).toMatchObject({
      kind: 'back',
      to: 'resource-metadata',
      facts: { challenge: { exchange: 'e7', required: true, scope: 'tools' } },
    })
  })

  test('to a fresh token ends the walk, with the error that was named', async () => {
    const { result } = await refuse(refusedWith(401, 'Bearer error="invalid_token"'))
    expect(result).toEqual({
      kind: 'failed',
      error: {
        code: 'token-rejected',
        message: 'The server answered 401 to a token that was just issued (invalid_token).',
        exchange: 'e7',
      },
      facts: {},
    })
  })

  test('with metadata that names another authorization server leads there', async () => {
    const { result, exchanges, decisions } = await refuse(
      refusedWith(401, `Bearer resource_metadata="${PRM}"`),
      { answer: () => Response.json({ authorization_servers: ['https://new.example'] }) },
    )
    expect(exchanges[0]).toMatchObject({ step: 'tools', request: { url: PRM } })
    expect(result).toMatchObject({ kind: 'back', to: 'resource-metadata' })
    expect(decisions[0]).toMatchObject({ says: 'Discovers and registers anew' })
    expect(decisions[0]?.why).toContain('https://new.example')
  })

  test('leads nowhere for a client that keeps what it discovered', async () => {
    const { result, asked } = await refuse(refusedWith(401, `Bearer resource_metadata="${PRM}"`), {
      policy: { rediscovers: false },
    })
    expect(result).toMatchObject({ error: { code: 'token-rejected' } })
    expect(asked()).toEqual([])
  })

  test('without a pointer looks where the metadata was found before', async () => {
    const found = { place: 'root', url: `${PRM}/root`, exchange: 'e0', document: {} } as const
    const { asked } = await refuse(refusedWith(401), {
      facts: { ...FACTS, resourceMetadata: { looked: [], issuers: [], found } },
    })
    expect(asked()).toEqual([`GET ${PRM}/root`])
  })

  test.each([
    ['the same', ['https://issuer.example']],
    ['the same among others', ['https://b.example', 'https://issuer.example']],
    ['none', []],
  ])('with metadata that names %s is a rejected token', async (_, issuers) => {
    const { result } = await refuse(refusedWith(401, `Bearer resource_metadata="${PRM}"`), {
      answer: () => Response.json({ authorization_servers: issuers }),
    })
    expect(result).toMatchObject({ error: { code: 'token-rejected' } })
  })

  test('does not leave an authorization server that the person chose', async () => {
    const facts = {
      ...FACTS,
      issuer: { issuer: 'https://issuer.example', from: 'person' },
    } as const
    const { asked } = await refuse(refusedWith(401, `Bearer resource_metadata="${PRM}"`), { facts })
    expect(asked()).toEqual([])
  })

  test.each(['/prm', 'javascript:alert(1)'])('does not follow the pointer %s', async (pointer) => {
    const { asked } = await refuse(refusedWith(401, `Bearer resource_metadata="${pointer}"`))
    expect(asked()).toEqual([])
  })

  describe('to a token that has expired', () => {
    const tokens = { ...TOKENS, expiresAt: 500, refreshToken: 'r' }

    test('is answered with a refresh', async () => {
      const { result, asked } = await refuse(refusedWith(401), { facts: { ...FACTS, tokens } })
      expect(result).toMatchObject({ kind: 'back', to: 'refresh', facts: {} })
      expect(asked()).toEqual([])
    })

    test('is answered with one refresh only', async () => {
      const refresh = { exchange: 'e5', status: 200 }
      const { result } = await refuse(refusedWith(401), { facts: { ...FACTS, tokens, refresh } })
      expect(result).toMatchObject({ error: { code: 'token-rejected' } })
    })

    test('is a rejection where there is no refresh token, or time is left', async () => {
      for (const change of [{ refreshToken: undefined }, { expiresAt: 9_999 }]) {
        const { refreshToken, ...rest } = { ...tokens, ...change }
        const given = refreshToken === undefined ? rest : { ...rest, refreshToken }
        const { result } = await refuse(refusedWith(401), { facts: { ...FACTS, tokens: given } })
        expect(result).toMatchObject({ error: { code: 'token-rejected' } })
      }
    })
  })
})

describe('403', () => {
  const MORE = 'Bearer error="insufficient_scope", scope="vault"'

  test('that names scopes leads to a step-up', async () => {
    expect((await refuse(refusedWith(403, MORE))).result).toEqual({
      kind: 'back',
      to: 'step-up',
      why: 'the server wants vault',
      facts: { stepUp: { exchange: 'e7', challenged: 'vault' } },
    })
  })

  test.each([
    ['names no scope', 'Bearer error="insufficient_scope"', {}],
    ['names an empty scope', 'Bearer error="insufficient_scope", scope=""', {}],
    ['is about something else', 'Bearer error="access_denied", scope="vault"', {}],
    ['has no challenge', undefined, {}],
    ['meets a client that makes no step-up', MORE, { policy: { stepUp: 'none' } }],
    ['meets a machine', MORE, { config: { grant: 'client_credentials' } }],
  ] as const)('that %s ends the walk', async (_, challenge, world) => {
    const { result } = await refuse(refusedWith(403, challenge), world)
    expect(result).toMatchObject({ kind: 'failed', error: { code: 'insufficient-scope' } })
  })

  test('says what was named', async () => {
    const { result } = await refuse(refusedWith(403, 'Bearer error="no", scope="a b"'))
    expect(result).toMatchObject({
      error: { message: 'The server answered 403 with no, naming a b.', exchange: 'e7' },
    })
  })

  test('to a request without a token ends the walk', async () => {
    const { result } = await refuse(refusedWith(403, MORE, false))
    expect(result).toMatchObject({ error: { code: 'insufficient-scope' } })
  })

  test('leaves it to the authorization step to say when it is enough', async () => {
    const authorizations = Array.from({ length: 3 }, () => buildAuthorization())
    const { result } = await refuse(refusedWith(403, 'Bearer error="insufficient_scope"'), {
      authorizations,
    })
    expect(result).toMatchObject({ kind: 'back', to: 'step-up' })
  })
})
