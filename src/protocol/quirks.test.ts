import { describe, expect, test } from 'vitest'
import { FAULTS, isFaultName, withFault } from '../sandbox/faults.ts'
import { IMITATIONS } from '../sandbox/providers.ts'
import { WORLDS, toOptions } from '../sandbox/worlds.ts'
import { practise } from './practice-walk.ts'
import { findToldQuirk, quirksFor } from './quirks.ts'
import { FAMILIES, PROVIDERS } from './quirks/index.ts'
import { RULES } from './rules/index.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

describe('a healthy server', () => {
  const healthy = WORLDS.filter(({ kind }) => kind === 'healthy')

  /** Healthy by the rules of its own day. */
  const configOf = (id: string) =>
    id === 'first-revision' ? ({ revision: '2025-03-26' } as const) : {}

  test.each(healthy.map((world) => [world.id, world] as const))(
    '%s is taken for nobody and has no quirk',
    async (id, world) => {
      for (const reach of [undefined, 'browser', 'browser-and-relay'] as const) {
        const { document } = await practise({
          config: configOf(id),
          sandbox: toOptions(world, AT),
          ...(reach && { reach }),
        })
        expect(quirksFor(document)).toEqual({ providers: [], quirks: [] })
      }
    },
  )

  test.each([
    'https://auth0.com.evil.example/',
    'https://notauth0.com/',
    'https://login.microsoftonline.com.evil.example/common/v2.0',
    'https://accounts.google.com.evil.example',
    'https://evil.example/github.com/login/oauth',
    'https://okta.com.evil.example/oauth2/default',
  ])('at %s is not taken for the provider that it looks like', async (issuer) => {
    const { document } = await practise({ sandbox: { issuer } })
    expect(quirksFor(document).providers).toEqual([])
  })
})

test('a fault where marks are looked for names nobody', async () => {
  const looked = /^(CHL|PRM|ASM|DCR|AUR|ISS)-/
  const walks = Object.keys(FAULTS)
    .filter(isFaultName)
    .filter((name) => looked.test(FAULTS[name].rule))
  const named = await Promise.all(
    walks.map(async (name) => {
      const sandbox = withFault(
        { server: 'https://mcp.acme.example/mcp', issuer: 'https://login.acme.example' },
        name,
      )
      const { document } = await practise({ sandbox })
      return quirksFor(document).providers.map((provider) => `${name}: ${provider.says}`)
    }),
  )
  expect(named.flat()).toEqual([])
}, 60_000)

test('a run that is under way is not judged', async () => {
  const { document } = await practise({ sandbox: { issuer: 'https://acme.eu.auth0.com/' } })
  expect(quirksFor(document).providers).toHaveLength(1)
  const outcome = { ...document.outcome, status: 'running' } as const
  expect(quirksFor({ ...document, outcome })).toEqual({ providers: [], quirks: [] })
})

describe('the list of quirks', () => {
  const all = [...PROVIDERS.flatMap(({ quirks }) => quirks), ...FAMILIES]

  test('has a switch of the sandbox for each number, and a quirk for each switch', () => {
    const ids = (list: readonly string[]) => [...new Set(list)].toSorted()
    const imitated = Object.values(IMITATIONS).map(({ quirk }) => quirk)
    expect(ids(imitated)).toEqual(ids(all.map(({ id }) => id)))
  })

  test('names rules that exist', () => {
    const rules = new Set(RULES.map(({ id }) => id))
    expect(all.flatMap((quirk) => quirk.rules).filter((id) => !rules.has(id))).toEqual([])
  })

  test('cites a dated source for each', () => {
    for (const { source } of all) {
      expect(source.url).toMatch(/^https:\/\//)
      expect(source.date).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })

  test('says what is done and what to do in whole sentences', () => {
    for (const { does, advice } of all) {
      for (const text of [does, advice]) expect(text).toMatch(/^[A-Z].*\."?$/)
    }
  })

  test('is in the README, provider by provider', async () => {
    // The core is compiled without Node's types: this is the one thing that the test needs.
    const nodeFiles: string = 'node:fs'
    const files: { readFileSync(path: URL, encoding: 'utf8'): string } = await import(nodeFiles)
    const readme = files.readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const words = readme.replaceAll(/\s+/g, ' ')
    expect(PROVIDERS.filter(({ name }) => !words.includes(name)).map(({ name }) => name)).toEqual(
      [],
    )
  })

  test('is told of each imitation, whose name begins with its provider', () => {
    const untold = Object.entries(IMITATIONS)
      .filter(([name, { quirk }]) => findToldQuirk(name, quirk) === undefined)
      .map(([name]) => name)
    expect(untold).toEqual([])
    expect(findToldQuirk('github-slash', 'Q21')?.provider?.name).toBe('GitHub')
    expect(findToldQuirk('anybodys-slash', 'Q10')?.provider).toBeNull()
  })

  test('names each provider once, in the order of the alphabet', () => {
    const names = PROVIDERS.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].toSorted())
  })
})
