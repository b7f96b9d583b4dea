import { expect, test } from 'vitest'
import type { SandboxOptions } from '../sandbox.ts'
import {
  SERVER,
  authorize,
  callModern,
  exchange,
  get,
  openSandbox,
  register,
  toObject,
} from '../testing/practice-client.ts'

const ORIGIN = 'http://localhost:4281'
const PATH = '/.well-known/oauth-protected-resource/mcp'
const ROOT = '/.well-known/oauth-protected-resource'

test.each<[Partial<SandboxOptions>, Record<string, string>]>([
  [{ resourceMetadataAt: 'path' }, { [PATH]: SERVER }],
  [{ resourceMetadataAt: 'root' }, { [ROOT]: SERVER }],
  [{ resourceMetadataAt: 'root', challengeHeader: 'no-pointer' }, { [ROOT]: ORIGIN }],
  [{ resourceMetadataAt: 'both' }, { [PATH]: SERVER, [ROOT]: ORIGIN }],
  [{ resourceMetadataAt: 'header-only' }, { '/resource-metadata': SERVER }],
  [{ resourceMetadataAt: 'nowhere' }, {}],
])('with %j the documents are %j', async (options, documents) => {
  const sandbox = openSandbox(options)
  for (const path of [PATH, ROOT, '/resource-metadata']) {
    const response = await get(sandbox, ORIGIN + path)
    const found = response.status === 200 ? (await toObject(response))['resource'] : undefined
    expect([path, found]).toEqual([path, documents[path]])
  }
})

test('a server that goes by its origin takes tokens for its origin', async () => {
  const sandbox = openSandbox({ resourceMetadataAt: 'root', challengeHeader: 'no-pointer' })
  const clientId = String((await register(sandbox))['client_id'])
  const code = (await authorize(sandbox, clientId, { resource: ORIGIN })).get('code')
  const answer = await exchange(sandbox, clientId, { code, resource: ORIGIN })
  const token = String((await toObject(answer))['access_token'])
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
})

test.each([
  ['http://localhost:4281', '/.well-known/oauth-protected-resource'],
  ['http://localhost:4281/', '/.well-known/oauth-protected-resource'],
  ['http://localhost:4281/mcp/', '/.well-known/oauth-protected-resource/mcp/'],
])('a server at %s has its document at %s and goes by its own string', async (server, path) => {
  const sandbox = openSandbox({ server })
  expect(await toObject(await get(sandbox, ORIGIN + path))).toMatchObject({ resource: server })
})

test('a document is read, never written to', async () => {
  const request = new Request(ORIGIN + PATH, { method: 'POST', body: '{}' })
  expect((await openSandbox().fetch(request)).status).toBe(405)
})
