import { expect, test } from 'vitest'
import { createSandbox } from './sandbox.ts'
import {
  CALLBACK,
  ISSUER,
  SERVER,
  accessToken,
  authorize,
  callLegacy,
  callModern,
  exchange,
  initialize,
  openSandbox,
  postForm,
  resultOf,
  toObject,
  toolNames,
} from './testing/practice-client.ts'
import { WORLDS, findWorld, toOptions, type World } from './worlds.ts'

const ADDRESSES = { server: SERVER, issuer: ISSUER }

test('each world has an id of its own, a title and a description', () => {
  expect(new Set(WORLDS.map(({ id }) => id)).size).toBe(WORLDS.length)
  for (const { title, description } of WORLDS) {
    expect(title).toMatch(/^\S.{5,}/)
    expect(description).toMatch(/^\S.+\.$/)
  }
})

test('a world is found by its id', () => {
  expect(findWorld('both-eras')?.title).toBe('Healthy, both eras')
  expect(findWorld('nowhere')).toBeUndefined()
})

test('a world on one origin has its issuer there', () => {
  const world = worldOf('first-revision')
  expect(toOptions(world, ADDRESSES).issuer).toBe('http://localhost:4281')
  expect(toOptions(worldOf('both-eras'), ADDRESSES).issuer).toBe(ISSUER)
})

const WALKABLE = WORLDS.filter(
  ({ kind, id }) =>
    kind === 'healthy' && !['pre-registered', 'documents-only', 'consent', 'step-up'].includes(id),
)

test.each(WALKABLE)('$id ends in tools', async (world) => {
  const sandbox = createSandbox(toOptions(world, ADDRESSES))
  const token = await accessToken(sandbox)
  expect(await firstTools(sandbox, world, token)).toContain('echo')
})

test('the known client of the pre-registered world gets a token', async () => {
  const sandbox = createSandbox(toOptions(worldOf('pre-registered'), ADDRESSES))
  const callback = await authorize(sandbox, 'practice-client')
  const answer = await exchange(sandbox, 'practice-client', { code: callback.get('code') })
  expect(await toObject(answer)).toHaveProperty('access_token')
})

test('the document world takes a client by its document', async () => {
  const id = 'https://client.example/client.json'
  const document = { client_id: id, client_name: 'Client', redirect_uris: [CALLBACK] }
  const options = toOptions(worldOf('documents-only'), ADDRESSES)
  const sandbox = openSandbox({ ...options, fetchDocument: async () => Response.json(document) })
  expect((await authorize(sandbox, id)).get('code')).toMatch(/^code_/)
})

test('the machine of the machine world gets a token of its own', async () => {
  const sandbox = createSandbox(toOptions(worldOf('machine'), ADDRESSES))
  const headers = { Authorization: `Basic ${btoa('practice-machine:practice-secret')}` }
  const body = { grant_type: 'client_credentials' }
  const answer = await toObject(await postForm(sandbox, `${ISSUER}/token`, { body, headers }))
  const list = callModern(sandbox, 'tools/list', { token: String(answer['access_token']) })
  expect((await list).status).toBe(200)
})

test('the step-up world lists its tools once the missing scope is added', async () => {
  const sandbox = createSandbox(toOptions(worldOf('step-up'), ADDRESSES))
  const refused = await callModern(sandbox, 'tools/list', { token: await accessToken(sandbox) })
  expect(refused.headers.get('WWW-Authenticate')).toContain('scope="list"')
  const token = await accessToken(sandbox, { scope: 'tools list' })
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
})

async function firstTools(
  sandbox: ReturnType<typeof createSandbox>,
  { options }: World,
  token: string,
) {
  if (options.eras !== 'legacy') {
    return toolNames(await resultOf(await callModern(sandbox, 'tools/list', { token })))
  }
  const opened = await initialize(sandbox, '2025-03-26', { token })
  const session = opened.headers.get('Mcp-Session-Id')
  const headers: Record<string, string> = session === null ? {} : { 'Mcp-Session-Id': session }
  return toolNames(await resultOf(await callLegacy(sandbox, 'tools/list', { token, headers })))
}

function worldOf(id: string): World {
  const world = findWorld(id)
  if (world === undefined) throw new TypeError(`There is no world ${id}`)
  return world
}
