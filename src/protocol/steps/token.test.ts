import { describe, expect, test } from 'vitest'
import type { Exchange } from '../http/exchange.ts'
import { buildExchange } from '../run/build-document.ts'
import { buildAuthorization, buildIdentity } from '../run/build-log.ts'
import type { Facts } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { token } from './token.ts'

const FACTS: Partial<Facts> = {
  serverMetadata: {
    looked: [],
    issuer: 'https://issuer.example',
    guessed: false,
    tokenEndpoint: 'https://issuer.example/token',
  },
  clientIdentity: buildIdentity(),
  authorization: buildAuthorization({ verifier: 'v1', redirectUri: 'https://page.example/cb' }),
  callback: { exchange: 'e8', parameters: [], code: 'c1' },
  scope: { asked: 'tools', from: 'challenge', candidates: [], offlineAccess: false },
  resourceMetadata: { looked: [], issuers: [], resource: 'https://MCP.example/mcp/' },
}
const GRANTED = { access_token: 'a', token_type: 'Bearer', expires_in: 60 }

async function exchange(world: World = {}) {
  const built = buildContext({ answer: () => Response.json(GRANTED), facts: FACTS, ...world })
  const result = await token.run(built.context)
  const posted = built.exchanges.find(({ request, id }) => request.method === 'POST' && id !== 'e0')
  const form = Object.fromEntries(new URLSearchParams(posted?.request.body?.text))
  const tokens = result.kind === 'done' ? result.facts.tokens : undefined
  const error = result.kind === 'failed' ? result.error : undefined
  return { ...built, result, form, tokens, error }
}

describe('the code', () => {
  test('is exchanged with its verifier, its redirect URI and the very resource', async () => {
    const { form, result, tokens, exchanges } = await exchange()
    expect(form).toEqual({
      grant_type: 'authorization_code',
      code: 'c1',
      redirect_uri: 'https://page.example/cb',
      code_verifier: 'v1',
      resource: 'https://MCP.example/mcp/',
      client_id: 'c',
    })
    expect(result).toMatchObject({ says: 'access token, no refresh token' })
    expect(tokens).toMatchObject({ accessToken: 'a', exchange: exchanges.at(-1)?.id })
  })

  test('is exchanged without a resource by 2025-03-26', async () => {
    const { form } = await exchange({ config: { revision: '2025-03-26' } })
    expect(form).not.toHaveProperty('resource')
  })

  test('may bring a refresh token', async () => {
    const answer = () => Response.json({ ...GRANTED, refresh_token: 'r' })
    expect((await exchange({ answer })).result).toMatchObject({
      says: 'access token, refresh token too',
    })
  })

  test('may bring what a strict client would refuse; that is noted', async () => {
    const answer = () => Response.json({ access_token: 'a' })
    const { tokens, decisions } = await exchange({ answer })
    expect(tokens?.accessToken).toBe('a')
    expect(decisions[0]?.says).toContain('a strict client, would stop here')
  })
})

describe('a machine', () => {
  const config = { grant: 'client_credentials' } as const

  test('asks with its own credentials, its scopes and the resource', async () => {
    const clientIdentity = buildIdentity({
      authentication: 'client_secret_post',
      clientSecret: 's',
    })
    const { form, exchanges } = await exchange({ config, facts: { ...FACTS, clientIdentity } })
    expect(form).toEqual({
      grant_type: 'client_credentials',
      scope: 'tools',
      resource: 'https://MCP.example/mcp/',
      client_id: 'c',
      client_secret: 's',
    })
    expect(exchanges.at(-1)?.purpose).toBe('Token request with client credentials')
  })

  test('names no scope where there is none', async () => {
    const scope = { asked: null, from: 'nobody', candidates: [], offlineAccess: false } as const
    const { form } = await exchange({ config, facts: { ...FACTS, scope } })
    expect(form).not.toHaveProperty('scope')
  })
})

describe('a token endpoint that gives no token', () => {
  const unless =
    (method: string, answer: () => Response | Promise<Response>) =>
    (request: Request): Response | Promise<Response> =>
      request.method === method ? new Response() : answer()

  test.each([
    [() => Response.json({ error: 'invalid_grant' }, { status: 400 }), 'token-refused'],
    [() => new Response('<h1>', { status: 500 }), 'bad-token-answer'],
    [() => Promise.reject(new TypeError('no')), 'unreachable'],
  ])('ends the walk: %#', async (answer, code) => {
    expect((await exchange({ answer: unless('GET', answer) })).error?.code).toBe(code)
  })

  test('refuses a code that a reload may have spent, and a new one is asked for', async () => {
    const cutOff: Exchange = buildExchange({
      id: 'e0',
      step: 'token',
      method: 'POST',
      body: 'grant_type=authorization_code&code=c1&client_assertion=other',
      outcome: { kind: 'aborted', endedAt: 2, by: 'walk' },
    })
    const answer = unless('GET', () => Response.json({ error: 'invalid_grant' }, { status: 400 }))
    const { result } = await exchange({ answer, exchanges: [cutOff] })
    expect(result).toMatchObject({ kind: 'back', to: 'authorization' })
    const other = { ...cutOff, request: { ...cutOff.request, body: { text: 'code=c0', bytes: 7 } } }
    expect((await exchange({ answer, exchanges: [other] })).error?.code).toBe('token-refused')
  })
})
