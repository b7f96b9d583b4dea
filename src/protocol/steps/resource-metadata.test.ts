import { describe, expect, test } from 'vitest'
import type { ChallengeFact } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { resourceMetadata } from './resource-metadata.ts'

const SERVER = 'https://mcp.example/mcp'
const PATH = 'https://mcp.example/.well-known/oauth-protected-resource/mcp'
const ROOT = 'https://mcp.example/.well-known/oauth-protected-resource'
const POINTER = 'https://mcp.example/prm'
const ISSUER = 'https://issuer.example'

function challengeWith(change: Partial<ChallengeFact> = {}): ChallengeFact {
  return { exchange: 'e0', status: 401, required: true, header: 'absent', ...change }
}

/** Serves these documents and 404 elsewhere. */
function serving(documents: { readonly [url: string]: object }) {
  return ({ url }: Request): Response => {
    const document = documents[url]
    return document ? Response.json(document) : new Response(null, { status: 404 })
  }
}

function naming(resource: string, ...issuers: readonly string[]): object {
  return { resource, authorization_servers: issuers }
}

async function look(world: World, challenge: Partial<ChallengeFact> = {}) {
  const facts = { challenge: challengeWith(challenge) }
  const built = buildContext({ ...world, facts })
  const result = await resourceMetadata.run(built.context)
  const fact = result.kind === 'done' || result.kind === 'failed' ? result.facts : {}
  return { ...built, result, fact: fact.resourceMetadata, issuer: fact.issuer }
}

describe('the way to the resource metadata', () => {
  test('is the pointer of the challenge, and nothing else when a document is there', async () => {
    const answer = serving({ [POINTER]: naming(SERVER, ISSUER), [PATH]: naming(SERVER, ISSUER) })
    const { asked, fact, result } = await look({ answer }, { resourceMetadata: POINTER })
    expect(asked()).toEqual([`GET ${POINTER}`])
    expect(fact?.found).toMatchObject({ place: 'challenge', url: POINTER, exchange: 'e1' })
    expect(result).toMatchObject({ kind: 'done', says: 'from the challenge' })
  })

  test('goes on past a pointer that leads nowhere', async () => {
    const answer = serving({ [PATH]: naming(SERVER, ISSUER) })
    const { asked, fact } = await look({ answer }, { resourceMetadata: POINTER })
    expect(asked()).toEqual([`GET ${POINTER}`, `GET ${PATH}`])
    expect(fact?.looked.map(({ place, document }) => [place, document !== undefined])).toEqual([
      ['challenge', false],
      ['path-inserted', true],
    ])
  })

  test.each(['/prm', 'javascript:alert(1)', ''])(
    'passes over the pointer "%s"',
    async (pointer) => {
      const answer = serving({ [PATH]: naming(SERVER, ISSUER) })
      const { asked, decisions } = await look({ answer }, { resourceMetadata: pointer })
      expect(asked()).toEqual([`GET ${PATH}`])
      expect(decisions[0]).toMatchObject({ says: 'Does not follow the pointer of the challenge' })
    },
  )

  test('is the path first and the root after it', async () => {
    const answer = serving({ [ROOT]: naming('https://mcp.example', ISSUER) })
    const { asked, result } = await look({ answer })
    expect(asked()).toEqual([`GET ${PATH}`, `GET ${ROOT}`])
    expect(result).toMatchObject({ says: 'at the root address' })
  })

  test('ends with a look below the endpoint, where no client looks', async () => {
    const { asked, exchanges, result } = await look({ answer: serving({}) })
    const below = `${SERVER}/.well-known/oauth-protected-resource`
    expect(asked()).toEqual([`GET ${PATH}`, `GET ${ROOT}`, `GET ${below}`])
    expect(exchanges.at(-1)?.diagnostic).toBe('triage')
    expect(result).toMatchObject({ kind: 'failed', error: { code: 'no-resource-metadata' } })
  })

  test('goes on past a document for another resource, and takes the one that fits', async () => {
    const answer = serving({
      [PATH]: naming('https://other.example', 'https://wrong.example'),
      [ROOT]: naming('https://mcp.example', ISSUER),
    })
    const { fact, issuer } = await look({ answer })
    expect(fact?.found?.place).toBe('root')
    expect(issuer?.issuer).toBe(ISSUER)
  })

  test('takes the first document when none fits, for the rules to judge', async () => {
    const answer = serving({ [PATH]: naming('https://other.example', ISSUER), [ROOT]: {} })
    const { fact } = await look({ answer })
    expect(fact).toMatchObject({
      found: { place: 'path-inserted' },
      resource: 'https://other.example',
    })
  })

  test('ends at the first document for a client that does not compare', async () => {
    const answer = serving({ [PATH]: naming('https://other.example', ISSUER) })
    const { asked } = await look({ answer, policy: { resourceCheck: 'none' } })
    expect(asked()).toEqual([`GET ${PATH}`])
  })

  test('is the pointer alone by 2025-06-18', async () => {
    const answer = serving({ [PATH]: naming(SERVER, ISSUER) })
    const { asked, result } = await look({ answer, config: { revision: '2025-06-18' } })
    expect(asked()).toEqual([])
    expect(result).toMatchObject({
      kind: 'failed',
      error: {
        code: 'no-resource-metadata',
        message:
          'https://mcp.example/mcp has no resource metadata. The challenge names none, and this revision knows no other place.',
      },
    })
  })

  test('cannot be found by 2025-06-18 where a page may not read the challenge', async () => {
    const { result } = await look({ config: { revision: '2025-06-18' } }, { header: 'hidden' })
    expect(result).toMatchObject({ error: { message: expect.stringContaining('may not read') } })
  })
})

describe('what the document says', () => {
  test.each(['https://MCP.example/mcp', 'https://mcp.example:443/mcp', 'https://mcp.example/mcp/'])(
    'is kept as it was received: resource %s',
    async (resource) => {
      const { fact } = await look({ answer: serving({ [PATH]: naming(resource, ISSUER) }) })
      expect(fact?.resource).toBe(resource)
    },
  )

  test.each(['https://ISSUER.example', 'https://issuer.example:443', 'https://issuer.example/'])(
    'is kept as it was received: issuer %s',
    async (named) => {
      const { issuer } = await look({ answer: serving({ [PATH]: naming(SERVER, named) }) })
      expect(issuer).toEqual({ issuer: named, from: 'resource-metadata' })
    },
  )

  test('names the first of several authorization servers, and says so', async () => {
    const answer = serving({ [PATH]: naming(SERVER, ISSUER, 'https://b.example') })
    const { issuer, decisions } = await look({ answer })
    expect(issuer?.issuer).toBe(ISSUER)
    expect(decisions.at(-1)).toMatchObject({ why: 'it is the first of 2 listed', exchange: 'e1' })
  })

  test('gives way to the authorization server that the person chose', async () => {
    const answer = serving({ [PATH]: naming(SERVER, ISSUER) })
    const { issuer } = await look({ answer, config: { issuer: 'https://b.example/' } })
    expect(issuer).toEqual({ issuer: 'https://b.example/', from: 'person' })
  })

  test('may name scopes', async () => {
    const document = { ...naming(SERVER, ISSUER), scopes_supported: ['a', 1, 'b'] }
    const { fact } = await look({ answer: serving({ [PATH]: document }) })
    expect(fact?.scopes).toEqual(['a', 'b'])
  })
})

describe('where nobody names an authorization server', () => {
  test('the step fails with every address that was looked at', async () => {
    const { result, fact } = await look({})
    expect(result).toMatchObject({
      kind: 'failed',
      error: {
        code: 'no-resource-metadata',
        message: `${SERVER} has no resource metadata; looked at ${PATH} and ${ROOT}.`,
      },
    })
    expect(fact?.looked).toHaveLength(2)
  })

  test('the step fails with the document that names none', async () => {
    const { result } = await look({ answer: serving({ [PATH]: naming(SERVER) }) })
    expect(result).toMatchObject({
      kind: 'failed',
      error: {
        code: 'no-issuer',
        message: `The resource metadata at ${PATH} names no authorization server.`,
        exchange: 'e1',
      },
    })
  })

  test('the person who goes on gets the origin of the server', async () => {
    const { issuer, decisions } = await look({ policy: { originAsIssuer: 'origin' } })
    expect(issuer).toEqual({ issuer: 'https://mcp.example', from: 'origin' })
    expect(decisions.at(-1)?.why).toContain('2025-03-26')
  })

  test('the person who has named one needs no document', async () => {
    const { result, issuer } = await look({ config: { issuer: ISSUER } })
    expect(result).toMatchObject({ kind: 'done', says: 'none found' })
    expect(issuer?.from).toBe('person')
  })
})

describe('by 2025-03-26', () => {
  const config = { revision: '2025-03-26' } as const

  test('the origin of the server is the issuer, its path dropped', async () => {
    const { asked, issuer, fact } = await look({ config })
    expect(asked()).toEqual([])
    expect(issuer).toEqual({ issuer: 'https://mcp.example', from: 'origin' })
    expect(fact).toBeUndefined()
  })

  test('the person may name another', async () => {
    const { issuer } = await look({ config: { ...config, issuer: ISSUER } })
    expect(issuer).toEqual({ issuer: ISSUER, from: 'person' })
  })
})

test('nothing is looked for where no token is needed', async () => {
  const { result, asked } = await look({}, { required: false })
  expect(result).toEqual({ kind: 'skipped', why: 'no token is needed' })
  expect(asked()).toEqual([])
})
