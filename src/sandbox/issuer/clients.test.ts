import { expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { CALLBACK, authorizationUrl, get, openSandbox } from '../testing/practice-client.ts'

const ID = 'https://client.example/client.json'
const DOCUMENT = { client_id: ID, client_name: 'A page', redirect_uris: [CALLBACK] }

test('a client is known by the document at its id', async () => {
  const response = await ask(ID, () => Response.json(DOCUMENT))
  expect(response.headers.get('Location')).toContain('code=')
})

test.each([
  ['another client_id', { client_id: `${ID}/` }, 'names the client_id'],
  ['no name', { client_name: undefined }, 'no client_name'],
  ['no redirect URI', { redirect_uris: [] }, 'no redirect_uris'],
  ['a secret', { client_secret: 'x' }, 'shared secret'],
  ['a secret method', { token_endpoint_auth_method: 'client_secret_post' }, 'shared secret'],
])('a document with %s is refused', async (_, change: JsonObject, says) => {
  const response = await ask(ID, () => Response.json({ ...DOCUMENT, ...change }))
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(says)
})

test.each([
  ['a redirect', () => new Response(null, { status: 301, headers: { Location: '/' } }), '301'],
  [
    'a page',
    () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
    'not JSON',
  ],
  ['a list', () => Response.json([DOCUMENT]), 'no JSON object'],
  ['broken JSON', () => new Response('{', { headers: jsonType() }), 'could not be read'],
  ['six kilobytes', () => Response.json({ ...DOCUMENT, x: 'x'.repeat(6000) }), 'longer than 5120'],
])('a document that is %s is refused', async (_, build, says) => {
  const response = await ask(ID, build)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(says)
})

test('a document that cannot be fetched is refused with the reason', async () => {
  const response = await ask(ID, () => {
    throw new TypeError('no such host')
  })
  expect(await response.text()).toContain('no such host')
})

test.each([
  ['http://client.example/client.json', 'is not https'],
  ['https://client.example', 'has no path'],
  ['https://client.example/client.json#x', 'fragment'],
  ['https://me@client.example/client.json', 'user information'],
  ['https://client.example/a/../client.json', 'dot segment'],
])('the id %s is refused unread', async (id, says) => {
  const response = await ask(id, () => Response.json({ ...DOCUMENT, client_id: id }))
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(says)
})

test('a practice issuer on this machine reads documents of this machine', async () => {
  const id = 'http://localhost:4280/client.json'
  const response = await ask(id, () => Response.json({ ...DOCUMENT, client_id: id }))
  expect(response.headers.get('Location')).toContain('code=')
})

function ask(clientId: string, build: () => Response): Promise<Response> {
  const sandbox = openSandbox({ fetchDocument: async () => build() })
  return get(sandbox, authorizationUrl(sandbox, clientId))
}

function jsonType() {
  return { 'Content-Type': 'application/client+json' }
}
