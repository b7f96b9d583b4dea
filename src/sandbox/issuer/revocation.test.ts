import { expect, test } from 'vitest'
import {
  ISSUER,
  callModern,
  openSandbox,
  postForm,
  toObject,
  walk,
} from '../testing/practice-client.ts'

test('a revoked refresh token takes the tokens of its grant along', async () => {
  const sandbox = openSandbox()
  const { clientId, access_token: token, refresh_token: refresh } = await walk(sandbox)
  const body = { token: String(refresh), client_id: clientId }
  const response = await postForm(sandbox, `${ISSUER}/revoke`, { body })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect((await callModern(sandbox, 'tools/list', { token: String(token) })).status).toBe(401)
})

test('a revoked access token leaves the grant alive', async () => {
  const sandbox = openSandbox()
  const { clientId, access_token: token, refresh_token: refresh } = await walk(sandbox)
  await postForm(sandbox, `${ISSUER}/revoke`, {
    body: { token: String(token), client_id: clientId },
  })
  expect((await callModern(sandbox, 'tools/list', { token: String(token) })).status).toBe(401)
  const body = {
    grant_type: 'refresh_token',
    refresh_token: String(refresh),
    client_id: clientId,
  }
  expect((await postForm(sandbox, `${ISSUER}/token`, { body })).status).toBe(200)
})

test("an unknown token and another client's token are 200 without effect", async () => {
  const sandbox = openSandbox()
  const [mine, theirs] = [await walk(sandbox), await walk(sandbox)]
  for (const token of ['garbage', String(mine['access_token'])]) {
    const body = { token, client_id: theirs.clientId }
    expect((await postForm(sandbox, `${ISSUER}/revoke`, { body })).status).toBe(200)
  }
  const token = String(mine['access_token'])
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
})

test('who revokes must say who they are, and what', async () => {
  const sandbox = openSandbox()
  const { clientId } = await walk(sandbox)
  const nobody = await postForm(sandbox, `${ISSUER}/revoke`, { body: { token: 'x' } })
  expect(await toObject(nobody)).toMatchObject({ error: 'invalid_client' })
  const nothing = await postForm(sandbox, `${ISSUER}/revoke`, { body: { client_id: clientId } })
  expect(await toObject(nothing)).toMatchObject({ error: 'invalid_request' })
})
