import { expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import type { Sandbox } from '../sandbox.ts'
import {
  ISSUER,
  authorize,
  callModern,
  exchange,
  openSandbox,
  postForm,
  register,
  toObject,
  walk,
} from '../testing/practice-client.ts'

test('a refresh gives a new pair, and the old refresh token is done for', async () => {
  const sandbox = openSandbox()
  const first = await walk(sandbox)
  const second = await refresh(sandbox, first, first)
  expect(second['refresh_token']).not.toBe(first['refresh_token'])
  expect(await statusOf(sandbox, second)).toBe(200)
})

test('an old refresh token that comes again ends the whole grant', async () => {
  const sandbox = openSandbox()
  const first = await walk(sandbox)
  const second = await refresh(sandbox, first, first)
  expect(await refresh(sandbox, first, first)).toMatchObject({ error: 'invalid_grant' })
  expect(await statusOf(sandbox, second)).toBe(401)
  expect(await refresh(sandbox, first, second)).toMatchObject({ error: 'invalid_grant' })
})

test('a refresh may ask for less, and the next one for all again', async () => {
  const sandbox = openSandbox()
  const first = await walk(sandbox, { scope: 'tools vault' })
  const narrow = await refresh(sandbox, first, first, { scope: 'tools' })
  expect(narrow['scope']).toBe('tools')
  expect((await refresh(sandbox, first, narrow))['scope']).toBe('tools vault')
})

test('a refresh with an empty scope asks for what was granted', async () => {
  const sandbox = openSandbox()
  const first = await walk(sandbox, { scope: 'tools vault' })
  expect((await refresh(sandbox, first, first, { scope: '' }))['scope']).toBe('tools vault')
})

test('a refresh that asks for more is refused, and costs nothing', async () => {
  const sandbox = openSandbox()
  const first = await walk(sandbox)
  const greedy = await refresh(sandbox, first, first, { scope: 'tools vault' })
  expect(greedy).toMatchObject({ error: 'invalid_scope' })
  expect(await refresh(sandbox, first, first)).toHaveProperty('access_token')
})

test('a refresh for another server is refused, and costs nothing', async () => {
  const sandbox = openSandbox()
  const first = await walk(sandbox)
  const astray = await refresh(sandbox, first, first, { resource: 'https://elsewhere.example/' })
  expect(astray).toMatchObject({ error: 'invalid_target' })
  expect(await refresh(sandbox, first, first)).toHaveProperty('access_token')
})

test('of two exchanges of one code at once, one gets through', async () => {
  const sandbox = openSandbox()
  const clientId = String((await register(sandbox))['client_id'])
  const code = (await authorize(sandbox, clientId)).get('code')
  const answers = await Promise.all([
    exchange(sandbox, clientId, { code }),
    exchange(sandbox, clientId, { code }),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test("one client cannot use another's refresh token", async () => {
  const sandbox = openSandbox()
  const [mine, theirs] = [await walk(sandbox), await walk(sandbox)]
  expect(await refresh(sandbox, theirs, mine)).toMatchObject({ error: 'invalid_grant' })
})

test('a refresh token lives for thirty days', async () => {
  let now = 1_800_000_000_000
  const sandbox = openSandbox({ now: () => now })
  const first = await walk(sandbox)
  now += 30 * 24 * 3600 * 1000
  expect(await refresh(sandbox, first, first)).toMatchObject({ error: 'invalid_grant' })
})

test('offline access is what a refresh token may depend on', async () => {
  const sandbox = openSandbox({ refresh: 'offline-access' })
  expect(await walk(sandbox)).not.toHaveProperty('refresh_token')
  const granted = await walk(sandbox, { scope: 'tools offline_access' })
  expect(granted).toHaveProperty('refresh_token')
})

test('a request without scope gets those that the resource metadata lists', async () => {
  expect((await walk(openSandbox(), { scope: null }))['scope']).toBe('tools')
})

type Granted = JsonObject & { readonly clientId: string }

async function refresh(
  sandbox: Sandbox,
  { clientId }: Pick<Granted, 'clientId'>,
  { refresh_token: token }: JsonObject,
  change: Record<string, string> = {},
): Promise<JsonObject> {
  const body = {
    grant_type: 'refresh_token',
    refresh_token: String(token),
    client_id: clientId,
    ...change,
  }
  return toObject(await postForm(sandbox, `${ISSUER}/token`, { body }))
}

async function statusOf(sandbox: Sandbox, granted: JsonObject): Promise<number> {
  const token = String(granted['access_token'])
  return (await callModern(sandbox, 'tools/list', { token })).status
}
