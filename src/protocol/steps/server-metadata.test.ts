import { describe, expect, test } from 'vitest'
import { type World, buildContext } from './build-context.ts'
import { serverMetadata } from './server-metadata.ts'

const ISSUER = 'https://issuer.example'
const OAUTH = 'https://issuer.example/.well-known/oauth-authorization-server'
const OPENID = 'https://issuer.example/.well-known/openid-configuration'
const DOCUMENT = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  registration_endpoint: `${ISSUER}/register`,
  revocation_endpoint: `${ISSUER}/revoke`,
}

function serving(documents: { readonly [url: string]: unknown }) {
  return ({ url }: Request): Response => {
    const document = documents[url]
    return document === undefined ? new Response(null, { status: 404 }) : Response.json(document)
  }
}

async function look(world: World, issuer = ISSUER) {
  const facts = { issuer: { issuer, from: 'resource-metadata' } } as const
  const built = buildContext({ ...world, facts })
  const result = await serverMetadata.run(built.context)
  await built.context.wire.settle(1_000)
  const given = result.kind === 'done' || result.kind === 'failed' ? result.facts : {}
  const walked = built.exchanges.filter(({ diagnostic }) => diagnostic === undefined)
  return {
    ...built,
    result,
    fact: given.serverMetadata,
    issuer: given.issuer,
    looked: walked.map(({ request }) => request.url),
  }
}

describe('the metadata', () => {
  test('gives the endpoints, and where it was found', async () => {
    const { fact, result, looked } = await look({ answer: serving({ [OAUTH]: DOCUMENT }) })
    expect(looked).toEqual([OAUTH])
    expect(result).toMatchObject({ kind: 'done', says: 'OAuth metadata found' })
    expect(fact).toMatchObject({
      found: { place: 'oauth-inserted', url: OAUTH, exchange: 'e1' },
      issuer: ISSUER,
      guessed: false,
      authorizationEndpoint: `${ISSUER}/authorize`,
      tokenEndpoint: `${ISSUER}/token`,
      registrationEndpoint: `${ISSUER}/register`,
      revocationEndpoint: `${ISSUER}/revoke`,
    })
  })

  test('is looked for further on until one names the issuer', async () => {
    const other = { ...DOCUMENT, issuer: 'https://other.example' }
    const answer = serving({ [OAUTH]: other, [OPENID]: DOCUMENT })
    const { fact, looked, result } = await look({ answer })
    expect(looked).toEqual([OAUTH, OPENID])
    expect(fact?.found?.url).toBe(OPENID)
    expect(result).toMatchObject({ says: 'OpenID configuration found' })
  })

  test('is the first document when none names the issuer, for the rules to judge', async () => {
    const other = { ...DOCUMENT, issuer: `${ISSUER}/` }
    const { fact } = await look({ answer: serving({ [OAUTH]: other }) })
    expect(fact).toMatchObject({ found: { url: OAUTH }, issuer: ISSUER })
  })

  test('is the first document for a client that does not compare', async () => {
    const answer = serving({ [OAUTH]: { issuer: 'https://other.example' }, [OPENID]: DOCUMENT })
    const { looked } = await look({ answer, policy: { issuerCheck: 'none' } })
    expect(looked).toEqual([OAUTH])
  })

  test.each(['https://ISSUER.example', 'https://issuer.example:443', 'https://issuer.example/'])(
    'is compared with the very string that led there: %s',
    async (named) => {
      const answer = serving({ [OAUTH]: { ...DOCUMENT, issuer: named } })
      const { fact, looked } = await look({ answer }, named)
      expect(fact?.issuer).toBe(named)
      expect(looked).toEqual([OAUTH])
    },
  )

  test('leaves out endpoints that are no strings', async () => {
    const document = { ...DOCUMENT, token_endpoint: ['x'], revocation_endpoint: null }
    const { fact } = await look({ answer: serving({ [OAUTH]: document }) })
    expect(fact).not.toHaveProperty('tokenEndpoint')
    expect(fact).not.toHaveProperty('revocationEndpoint')
  })

  test('is asked for at all places at once where the pace allows it', async () => {
    const answer = serving({ [OAUTH]: DOCUMENT })
    const { exchanges } = await look({ answer, config: { pace: 'together' } })
    expect(exchanges.slice(0, 2).map(({ ahead }) => ahead)).toEqual([
      { used: false },
      { used: false },
    ])
  })
})

describe('where there is none', () => {
  test('the step fails with every address that was looked at', async () => {
    const { result, fact } = await look({})
    expect(result).toMatchObject({
      kind: 'failed',
      error: {
        code: 'no-server-metadata',
        message: `${ISSUER} has no metadata; looked at ${OAUTH} and ${OPENID}.`,
      },
    })
    expect(fact?.looked.map(({ place }) => place)).toEqual(['oauth-inserted', 'openid-inserted'])
  })

  test('2025-03-26 takes the default endpoints at the origin, after it has looked', async () => {
    const { fact, result, looked, decisions } = await look(
      { config: { revision: '2025-03-26' } },
      'https://mcp.example',
    )
    expect(looked).toEqual(['https://mcp.example/.well-known/oauth-authorization-server'])
    expect(result).toMatchObject({ says: 'none found, default endpoints' })
    expect(fact).toMatchObject({
      guessed: true,
      authorizationEndpoint: 'https://mcp.example/authorize',
      tokenEndpoint: 'https://mcp.example/token',
      registrationEndpoint: 'https://mcp.example/register',
    })
    expect(decisions[0]?.says).toContain('default endpoints')
  })

  test.each(['2025-06-18', '2025-11-25', '2026-07-28', 'auto'] as const)(
    '%s takes no default endpoints',
    async (revision) => {
      const { fact } = await look({ config: { revision } })
      expect(fact).not.toHaveProperty('tokenEndpoint')
    },
  )

  test('the person who goes on gets the default endpoints at the origin of the issuer', async () => {
    const { fact } = await look({ policy: { defaultEndpoints: 'issuer' } }, `${ISSUER}/tenant`)
    expect(fact).toMatchObject({ guessed: true, tokenEndpoint: `${ISSUER}/token` })
  })
})

describe('an issuer', () => {
  test('that is no address ends the step', async () => {
    const { result } = await look({}, 'issuer.example')
    expect(result).toMatchObject({
      kind: 'failed',
      error: {
        code: 'no-issuer',
        message:
          'The authorization server is named "issuer.example", which is no http or https URL.',
      },
    })
  })

  test('that is no address is left for the origin by the person who goes on', async () => {
    const { issuer } = await look(
      { policy: { originAsIssuer: 'origin', defaultEndpoints: 'issuer' } },
      'javascript:alert(1)',
    )
    expect(issuer).toEqual({ issuer: 'https://mcp.example', from: 'origin' })
  })

  test('chosen by the person comes before the one that was found', async () => {
    const { issuer, looked } = await look({ config: { issuer: 'https://mine.example' } })
    expect(issuer).toEqual({ issuer: 'https://mine.example', from: 'person' })
    expect(looked[0]).toContain('https://mine.example/')
  })
})

describe('whether a page may read the endpoints', () => {
  const answer = serving({ [OAUTH]: DOCUMENT })
  const checked = async (world: World): Promise<readonly string[]> => {
    const { exchanges } = await look({ answer, ...world })
    return exchanges
      .filter(({ diagnostic }) => diagnostic === 'readable')
      .map(({ request }) => `${request.method} ${request.url}`)
  }

  test('is found out for the token and the registration endpoint', async () => {
    expect(await checked({})).toEqual([`GET ${ISSUER}/token`, `GET ${ISSUER}/register`])
  })

  test.each([{ clientId: 'mine' }, { clientDocument: 'https://page.example/client.json' }])(
    'is not asked of a registration endpoint that is not needed: %j',
    async (config) => {
      expect(await checked({ config })).toEqual([`GET ${ISSUER}/token`])
    },
  )

  test('is not asked of what is no address', async () => {
    const document = { ...DOCUMENT, token_endpoint: '/token', registration_endpoint: 'x' }
    expect(await checked({ answer: serving({ [OAUTH]: document }) })).toEqual([])
  })

  test('is not asked where everything goes through the relay', async () => {
    expect(await checked({ config: { transport: 'relay' } })).toEqual([])
  })
})
