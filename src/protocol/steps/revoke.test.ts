import { describe, expect, test } from 'vitest'
import { buildIdentity } from '../run/build-log.ts'
import type { Facts, TokensFact } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { revoke } from './revoke.ts'

const ENDPOINT = 'https://issuer.example/revoke'
const METADATA = {
  looked: [],
  issuer: 'https://issuer.example',
  guessed: false,
  revocationEndpoint: ENDPOINT,
}
const TOKENS: TokensFact = {
  exchange: 'e1',
  accessToken: 'a',
  tokenType: 'Bearer',
  refreshToken: 'r',
}
const FACTS: Partial<Facts> = {
  serverMetadata: METADATA,
  clientIdentity: buildIdentity(),
  tokens: TOKENS,
}

async function revokeWith(world: World = {}) {
  const built = buildContext({ facts: FACTS, answer: () => new Response(null), ...world })
  const result = await revoke.run(built.context)
  const form = Object.fromEntries(new URLSearchParams(built.exchanges[0]?.request.body?.text))
  return { ...built, result, form }
}

test('the refresh token is given back, as it takes the grant with it', async () => {
  const { form, result } = await revokeWith()
  expect(form).toEqual({ token: 'r', client_id: 'c' })
  expect(result).toEqual({
    kind: 'done',
    says: 'token revoked',
    facts: { revocation: { exchange: 'e1', status: 200 } },
  })
})

test('the access token is given back where there is no other', async () => {
  const { refreshToken: _, ...tokens } = TOKENS
  expect((await revokeWith({ facts: { ...FACTS, tokens } })).form.token).toBe('a')
})

test('another status is told as it is', async () => {
  const { result } = await revokeWith({ answer: () => new Response(null, { status: 503 }) })
  expect(result).toMatchObject({
    says: 'answered with 503',
    facts: { revocation: { status: 503 } },
  })
})

test('there is nowhere to give it where the metadata names no endpoint', async () => {
  const { revocationEndpoint: _, ...serverMetadata } = METADATA
  expect((await revokeWith({ facts: { ...FACTS, serverMetadata } })).result).toEqual({
    kind: 'skipped',
    why: 'the metadata names no revocation_endpoint',
  })
})

describe('a revocation that fails', () => {
  const withEndpoint = (revocationEndpoint: string): World => ({
    facts: { ...FACTS, serverMetadata: { ...METADATA, revocationEndpoint } },
  })
  const signing = buildIdentity({ authentication: 'private_key_jwt' })

  test.each<[string, World, string]>([
    ['no answer', { answer: () => Promise.reject(new TypeError('no')) }, 'unreachable'],
    ['no address', withEndpoint('/revoke'), 'unsafe-url'],
    ['no key', { facts: { ...FACTS, clientIdentity: signing } }, 'bad-key'],
  ])('for want of what is needed says so: %s', async (_, world, code) => {
    expect((await revokeWith(world)).result).toMatchObject({ kind: 'failed', error: { code } })
  })
})
