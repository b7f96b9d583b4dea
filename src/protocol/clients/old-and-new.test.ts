import { describe, expect, test } from 'vitest'
import { findWorld, toOptions } from '../../sandbox/worlds.ts'
import { practise } from '../practice-walk.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** Walks a server of the gallery as a client: how it ended, where, and by which rule. */
async function meet(id: string, client: string): Promise<string> {
  const world = findWorld(id)
  if (!world) throw new Error(`There is no world ${id}`)
  const { document } = await practise({ sandbox: toOptions(world, AT), config: { client } })
  const { status, step, cause } = document.outcome
  return [status, step, cause].filter((word) => word !== null).join(' ')
}

const PASSED = 'passed'
const NO_METADATA = 'failed server-metadata ASM-01'

/*
 * The question that this program grew out of: what ChatGPT's connectors did at first, what they do since they read
 * scopes from WWW-Authenticate, what they do today, and what the specification asks.
 */
describe.each<[world: string, spec: string, first: string, afterTheChange: string, today: string]>([
  ['issuer-elsewhere', PASSED, NO_METADATA, PASSED, PASSED],
  ['issuer-mirrored', NO_METADATA, PASSED, NO_METADATA, PASSED],
  ['issuer-everywhere', PASSED, PASSED, PASSED, PASSED],
  ['scopes-by-challenge', PASSED, 'failed tools SCO-20', PASSED, PASSED],
])('%s', (world, ...outcomes) => {
  test.each(
    ['spec', 'chatgpt-2025-09', 'chatgpt-2025-11', 'chatgpt-current'].map(
      (client, at) => [client, outcomes[at]] as const,
    ),
  )('%s: %s', async (client, expected) => {
    expect(await meet(world, client)).toBe(expected)
  })
})

test('ChatGPT of 2025-09 asks for no scope, by a parameter that is empty', async () => {
  const world = findWorld('scopes-by-challenge')
  const sandbox = world && toOptions(world, AT)
  const { document } = await practise({
    sandbox: { ...sandbox },
    config: { client: 'chatgpt-2025-09' },
  })
  const request = document.exchanges.find(({ step }) => step === 'authorization')
  expect(request?.request.url).toMatch(/[?&]scope=(&|$)/)
})
