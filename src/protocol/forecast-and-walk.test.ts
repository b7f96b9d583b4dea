import { expect, test } from 'vitest'
import { answerClientDocument } from '../sandbox/client-documents.ts'
import { FAULTS, type FaultName, isFaultName, withFault } from '../sandbox/faults.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'
import { WORLDS, findWorld, toOptions } from '../sandbox/worlds.ts'
import { loadClient } from './clients/loaded.ts'
import { forecast } from './forecast.ts'
import { cases } from './hostile/cases.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** Clients of which it is foretold that they get in, and whose own walk does not come to the tools. */
const KNOWN: { readonly [fault in FaultName]?: readonly string[] } = {
  // Registered as a client with a secret it would have had another answer, which no record has.
  'dcr-without-metadata': ['mcp-csharp-sdk'],
  'dcr-secret-beside-none': ['mcp-csharp-sdk'],
  'dcr-method-unsaid': ['mcp-csharp-sdk'],
  // The record has an answer to a like request, and does not show that theirs leads nowhere.
  'proxy-without-consent': [
    'chatgpt-current',
    'vscode',
    'zed',
    'mcp-ts-sdk-v1',
    'mcp-remote',
    'cline',
    'mcp-go-sdk',
  ],
  // Of two answers at one address the record has the later.
  'moves-issuer': ['mcp-ts-sdk-v2', 'mcp-ts-sdk-v1', 'mcp-inspector', 'mcp-remote', 'cline'],
}

/** Only time ends a walk against these. */
const ENDLESS: readonly string[] = ['stream-without-answer']

// All of them, seven thousand walks in a minute, under `NIGHTLY=1`; else a share.
const every = Math.max(1, Math.round(10_000 / cases(400).numRuns))
const tried = Object.keys(FAULTS)
  .filter(isFaultName)
  .filter((name) => !name.endsWith('-hangs') && !ENDLESS.includes(name))
  .filter((_, index) => index % every === 0)

test.each(tried)('%s: what is foretold of a client is how its own walk ends', async (name) => {
  const sandbox = { tokens: 'opaque', ...withFault(AT, name), faults: [name] } as const
  expect(await findAstray(sandbox)).toEqual(KNOWN[name] ?? [])
})

test.each(WORLDS.flatMap(({ id, kind }) => (kind === 'healthy' ? [id] : [])))(
  '%s, before 2026-07-28: what is foretold of a client is how its own walk ends',
  async (id) => {
    const world = findWorld(id)
    if (!world) throw new Error(`There is no world ${id}`)
    const sandbox = { ...toOptions(world, AT), eras: 'legacy', sessions: true } as const
    expect(await findAstray({ ...sandbox, tokens: 'opaque' })).toEqual([])
  },
)

/** Clients of which a walk of the specification's client foretells what does not happen. */
async function findAstray(options: Partial<SandboxOptions>): Promise<readonly string[]> {
  const sandbox: PracticeWalk['sandbox'] = {
    fetchDocument: (url) => answerClientDocument(url, 'http://localhost:4280/callback.html'),
    ...options,
  }
  const { events } = await practise({ sandbox, config: { also: ['survey'] } })
  const astray: string[] = []
  for (const { id, verdict } of await forecast(events)) {
    if (verdict === 'unknown') continue
    await loadClient(id)
    const { document } = await practise({ sandbox, config: { client: id } })
    const { status, cause } = document.outcome
    if ((status === 'passed') !== (verdict === 'works')) astray.push(id)
    if (status === 'failed' && cause === null) astray.push(`${id}, without a cause`)
  }
  return astray
}
