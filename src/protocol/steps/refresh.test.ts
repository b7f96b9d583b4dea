import { describe, expect, test } from 'vitest'
import { buildIdentity } from '../run/build-log.ts'
import type { Facts } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { refresh } from './refresh.ts'

const FACTS: Partial<Facts> = {
  serverMetadata: {
    looked: [],
    issuer: 'https://issuer.example',
    guessed: false,
    tokenEndpoint: 'https://issuer.example/token',
  },
  clientIdentity: buildIdentity(),
  tokens: { exchange: 'e1', accessToken: 'a1', tokenType: 'Bearer', refreshToken: 'r1' },
}

async function refreshWith(world: World = {}) {
  const built = buildContext({ facts: FACTS, ...world })
  const result = await refresh.run(built.context)
  const posted = built.exchanges.find(({ request }) => request.method === 'POST')
  const form = Object.fromEntries(new URLSearchParams(posted?.request.body?.text))
  return { ...built, result, form }
}

function granted(members: object) {
  return { answer: () => Response.json({ access_token: 'a2', token_type: 'Bearer', ...members }) }
}

test('the refresh token is traded for the same resource', async () => {
  const { form, exchanges } = await refreshWith(granted({}))
  expect(form).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'r1',
    resource: 'https://mcp.example/mcp',
    client_id: 'c',
  })
  expect(exchanges.at(-1)).toMatchObject({ step: 'refresh', purpose: 'Refresh grant' })
})

test('a new refresh token replaces the old', async () => {
  const { result, exchanges } = await refreshWith(granted({ refresh_token: 'r2' }))
  expect(result).toMatchObject({
    kind: 'done',
    says: 'new access and refresh token',
    facts: {
      tokens: { accessToken: 'a2', refreshToken: 'r2' },
      refresh: { exchange: exchanges.at(-1)?.id, status: 200 },
    },
  })
})

test('the old refresh token stays where none comes back', async () => {
  expect((await refreshWith(granted({}))).result).toMatchObject({
    says: 'new access token, same refresh token',
    facts: { tokens: { accessToken: 'a2', refreshToken: 'r1' } },
  })
})

test('there is nothing to trade where no refresh token was issued', async () => {
  const tokens = { exchange: 'e1', accessToken: 'a1', tokenType: 'Bearer' }
  const { result, exchanges } = await refreshWith({ facts: { ...FACTS, tokens } })
  expect(result).toEqual({ kind: 'skipped', why: 'no refresh token was issued' })
  expect(exchanges).toEqual([])
})

describe('a refresh that fails', () => {
  test.each<[World, string]>([
    [{ answer: () => Response.json({ error: 'invalid_grant' }, { status: 400 }) }, 'token-refused'],
    [{ answer: () => new Response('', { status: 500 }) }, 'bad-token-answer'],
    [{ answer: () => Promise.reject(new TypeError('no')) }, 'unsafe-to-send'],
    [
      {
        answer: ({ method }) =>
          method === 'GET' ? new Response() : Promise.reject(new TypeError('no')),
      },
      'unreachable',
    ],
  ])('says why: %#', async (world, code) => {
    expect((await refreshWith(world)).result).toMatchObject({ kind: 'failed', error: { code } })
  })
})
