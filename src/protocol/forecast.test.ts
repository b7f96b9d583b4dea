import { describe, expect, test } from 'vitest'
import { withFault } from '../sandbox/faults.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'
import { findWorld, toOptions } from '../sandbox/worlds.ts'
import { CLIENTS } from './clients/index.ts'
import { forecast } from './forecast.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'
import type { DocumentClient } from './run/document.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** Walks, and foretells from that walk. */
async function foretell(walk: PracticeWalk = {}): Promise<readonly DocumentClient[]> {
  const { events } = await practise(walk)
  return forecast(events)
}

function find(clients: readonly DocumentClient[], id: string): DocumentClient {
  const client = clients.find((each) => each.id === id)
  if (!client) throw new Error(`Nothing is foretold of ${id}`)
  return client
}

function inWorld(id: string): SandboxOptions {
  const world = findWorld(id)
  if (!world) throw new Error(`There is no world ${id}`)
  return toOptions(world, AT)
}

describe('a forecast', () => {
  test('is made for every client, in the order of the list, with the date of what is known', async () => {
    const clients = await foretell()
    expect(clients.map(({ id }) => id)).toEqual(CLIENTS.map(({ id }) => id))
    expect(find(clients, 'codex-cli')).toMatchObject({
      seenIn: '2026-09',
      confidence: 'source-code',
    })
  })

  test('says how a client gets in, and shows where the tools came', async () => {
    const client = find(await foretell(), 'mcp-ts-sdk-v2')
    expect(client).toMatchObject({ verdict: 'works', step: null, flip: null })
    expect(client.why).toContain('by dynamic registration, and asks for tools offline_access')
    expect(client.exchange).toMatch(/^e\d+$/)
  })

  test('is unknown where a client asks what the run did not, and names that request', async () => {
    expect(find(await foretell(), 'gemini-cli')).toMatchObject({
      verdict: 'unknown',
      step: 'challenge',
      why: `It makes a request that this run did not: HEAD ${AT.server}.`,
    })
  })

  test('is unknown where no source tells what decides', async () => {
    const clients = await foretell()
    expect(find(clients, 'chatgpt-2025-11').why).toBe(
      'No source tells where it looks for metadata.',
    )
    expect(find(clients, 'cursor').why).toMatch(/^No source tells .*, and here that decides\.$/)
    const sandbox = withFault(AT, 'asm-without-pkce-methods')
    const after = await foretell({ sandbox, goOnPast: ['ASM-09'] })
    expect(find(after, 'claude-ai')).toMatchObject({
      verdict: 'unknown',
      why: 'No source tells whether it looks for code_challenge_methods_supported, and here that decides.',
    })
    expect(find(after, 'vscode').verdict).toBe('works')
    expect(find(after, 'zed').verdict).toBe('fails')
  })

  test('says that a client goes on where the run stopped', async () => {
    const clients = await foretell({ sandbox: withFault(AT, 'asm-without-pkce-methods') })
    expect(find(clients, 'vscode').why).toMatch(/^It goes on past server-metadata, where this run/)
  })

  test('is not made from what a page could not see', async () => {
    const sandbox = withFault(AT, 'cors-hides-challenge')
    const clients = await foretell({
      sandbox,
      reach: 'browser',
      config: { revision: '2025-06-18' },
    })
    expect(find(clients, 'mcp-csharp-sdk')).not.toMatchObject({ verdict: 'fails' })
  })

  test('of a machine is made for nobody', async () => {
    expect(await foretell({ config: { grant: 'client_credentials' } })).toEqual([])
  })

  test('of a server that wants no token is the same for all that ask', async () => {
    const clients = await foretell({ sandbox: { openMethods: 'all' } })
    expect(find(clients, 'vscode')).toMatchObject({ verdict: 'works' })
    expect(find(clients, 'vscode').why).toContain('asks for no token')
  })
})

describe('a client that fails', () => {
  test('is told with the step, the exchange that shows it, and the change that lets it in', async () => {
    const sandbox = withFault(AT, 'prm-resource-other-origin')
    const client = find(await foretell({ sandbox, goOnPast: ['PRM-07'] }), 'mcp-python-sdk-v2')
    expect(client).toMatchObject({
      verdict: 'fails',
      step: 'resource-metadata',
      exchange: 'e2',
      flip: expect.stringContaining(`Put ${AT.server} into resource`),
    })
  })

  test.each([
    ['asm-without-pkce-methods', 'zed', 'Say code_challenge_methods_supported: ["S256"]'],
    ['asm-issuer-slash', 'mcp-ts-sdk-v2', 'Say issuer: "http://localhost:4282"'],
  ] as const)('by %s: %s', async (fault, id, flip) => {
    const client = find(await foretell({ sandbox: withFault(AT, fault) }), id)
    expect(client).toMatchObject({ verdict: 'fails', flip: expect.stringContaining(flip) })
  })

  test('and that no change of the record lets in has no such word', async () => {
    const sandbox = withFault(AT, 'mcp-redirect-307')
    expect(find(await foretell({ sandbox }), 'spec')).toMatchObject({
      verdict: 'fails',
      flip: null,
    })
  })
})

/*
 * What is foretold from one walk of the specification's client, held against what happens when each client is
 * walked: 'unknown' is never wrong, and nothing else ever may be. About five seconds for all.
 */
test.each<readonly [string, Partial<SandboxOptions>]>([
  ['a healthy server', {}],
  ...[
    'issuer-elsewhere',
    'issuer-mirrored',
    'issuer-everywhere',
    'scopes-by-challenge',
    'first-revision',
  ].map((id) => [id, inWorld(id)] as const),
  ...(
    [
      'no-challenge',
      'prm-resource-origin',
      'prm-resource-other-origin',
      'asm-issuer-slash',
      'asm-without-pkce-methods',
      'iss-promised-absent',
      'dcr-secret-for-public',
    ] as const
  ).map((fault) => [fault, withFault(AT, fault)] as const),
])('%s: nothing is foretold that does not happen', async (_, sandbox) => {
  const known = (await foretell({ sandbox })).filter(({ verdict }) => verdict !== 'unknown')
  const happened = await Promise.all(
    known.map(async ({ id }) => (await practise({ sandbox, config: { client: id } })).document),
  )
  expect(known.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(
    happened.map(
      ({ config, outcome }) =>
        `${config.client} ${outcome.status === 'passed' ? 'works' : 'fails'}`,
    ),
  )
})
