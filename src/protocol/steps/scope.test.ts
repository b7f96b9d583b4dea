import { describe, expect, test } from 'vitest'
import type { RunConfig } from '../run/config.ts'
import type { Facts, ServerMetadataFact } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { scope, splitScopes } from './scope.ts'

type Named = {
  readonly challenge?: string
  readonly resource?: readonly string[]
  readonly issuer?: readonly string[]
}

function factsWith({ challenge, resource, issuer }: Named): Partial<Facts> {
  const url = 'https://issuer.example/.well-known/oauth-authorization-server'
  const serverMetadata: ServerMetadataFact = {
    looked: [],
    found: {
      place: 'oauth-inserted',
      url,
      exchange: 'e3',
      document: issuer ? { scopes_supported: issuer } : {},
    },
    issuer: 'https://issuer.example',
    guessed: false,
  }
  return {
    challenge: {
      exchange: 'e1',
      status: 401,
      required: true,
      header: 'absent',
      ...(challenge !== undefined && { scope: challenge }),
    },
    resourceMetadata: { looked: [], issuers: [], ...(resource && { scopes: resource }) },
    serverMetadata,
  }
}

async function choose(named: Named, world: Omit<World, 'facts'> = {}) {
  const { context, decisions } = buildContext({ ...world, facts: factsWith(named) })
  const result = await scope.run(context)
  const fact = result.kind === 'done' ? result.facts.scope : undefined
  return { fact, says: result.kind === 'done' ? result.says : undefined, decisions }
}

describe('what is asked for', () => {
  test('is what the challenge names, over every list', async () => {
    const { fact, decisions } = await choose({ challenge: 'a b', resource: ['c'], issuer: ['d'] })
    expect(fact).toMatchObject({ asked: 'a b', from: 'challenge' })
    expect(decisions).toMatchObject([{ says: 'Asks for a b', exchange: 'e1' }])
  })

  test('keeps each space of a value that the client cuts out as it stands', async () => {
    const policy = { challengePattern: '"([^"]+)"' }
    const { fact } = await choose({ challenge: 'a  b' }, { policy })
    expect(fact?.asked).toBe('a  b')
  })

  test('need not be in any list', async () => {
    expect((await choose({ challenge: 'x', resource: ['y'] })).fact?.asked).toBe('x')
  })

  test('is all of the resource metadata where the challenge names none', async () => {
    const { fact } = await choose({ resource: ['c', 'd'], issuer: ['e'] })
    expect(fact).toMatchObject({ asked: 'c d', from: 'resource-metadata' })
  })

  test('is all of the resource metadata where the challenge names an empty one', async () => {
    expect((await choose({ challenge: ' ', resource: ['c'] })).fact?.asked).toBe('c')
  })

  test('is nothing where neither names any, whatever the authorization server lists', async () => {
    const { fact, says } = await choose({ issuer: ['openid', 'profile'] })
    expect(fact).toMatchObject({ asked: null, from: 'nobody', offlineAccess: false })
    expect(says).toBe('asks for none')
  })

  test('is what the person wishes, or nothing when that is empty', async () => {
    const named = { challenge: 'a' }
    const mine = await choose(named, { config: { scope: ' mine  too ' } })
    expect(mine.fact).toMatchObject({ asked: 'mine  too', from: 'person' })
    const none = await choose(named, { config: { scope: '' } })
    expect(none.fact).toMatchObject({ asked: null, from: 'person' })
  })

  test.each(['2025-03-26', '2025-06-18'] as const)(
    'is left to the authorization server by %s',
    async (revision) => {
      const { fact } = await choose({ challenge: 'a', resource: ['b'] }, { config: { revision } })
      expect(fact?.asked).toBeNull()
    },
  )

  test("is the authorization server's list for a client that takes that", async () => {
    const policy = { scopeFrom: ['server-metadata'] } as const
    const { fact } = await choose({ challenge: 'a', issuer: ['d'] }, { policy })
    expect(fact).toMatchObject({ asked: 'd', from: 'server-metadata' })
  })
})

test('every source is kept with what it named and where', async () => {
  const { fact } = await choose({ challenge: 'a', issuer: ['d'] }, { config: { scope: 'p' } })
  expect(fact?.candidates).toEqual([
    { source: 'person', scopes: ['p'] },
    { source: 'challenge', scopes: ['a'], exchange: 'e1' },
    { source: 'resource-metadata', scopes: null },
    { source: 'server-metadata', scopes: ['d'], exchange: 'e3' },
  ])
})

describe('offline_access', () => {
  const LISTED = ['tools', 'offline_access']

  test('is added when the authorization server lists it and there is a scope to add it to', async () => {
    const { fact, decisions } = await choose({ challenge: 'tools', issuer: LISTED })
    expect(fact).toMatchObject({ asked: 'tools offline_access', offlineAccess: true })
    expect(decisions[0]?.why).toContain('offline_access is added')
  })

  test.each<[string, Named, Partial<RunConfig>]>([
    ['is not listed', { challenge: 'tools', issuer: ['tools'] }, {}],
    ['would stand alone', { issuer: LISTED }, {}],
    ['was named already', { challenge: 'offline_access', issuer: LISTED }, {}],
    ['was not among the wishes of the person', { issuer: LISTED }, { scope: 'mine' }],
    [
      'is of no use without a person',
      { challenge: 'tools', issuer: LISTED },
      { grant: 'client_credentials' },
    ],
    [
      'is unknown to the revision',
      { challenge: 'tools', issuer: LISTED },
      { revision: '2025-11-25' },
    ],
  ])('is not added when it %s', async (_, named, config) => {
    expect((await choose(named, { config })).fact?.offlineAccess).toBe(false)
  })
})

test('nothing is decided where no token is needed', async () => {
  const challenge = { exchange: 'e1', status: 200, required: false, header: 'absent' } as const
  const { context } = buildContext({ facts: { challenge } })
  expect(await scope.run(context)).toEqual({ kind: 'skipped', why: 'no token is needed' })
})

test('a scope value falls into its tokens', () => {
  expect(splitScopes(' a  b ')).toEqual(['a', 'b'])
  expect(splitScopes('')).toEqual([])
})
