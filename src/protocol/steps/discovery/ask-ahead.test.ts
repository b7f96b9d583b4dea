import { describe, expect, test } from 'vitest'
import { PATH_INSERTED } from '../../run/behaviour/lookup.ts'
import { type World, buildContext } from '../build-context.ts'
import { resourceMetadataAsks, serverMetadataAsks } from './ask-ahead.ts'
import { resourceLooks, serverLooks } from './places.ts'

const PRM = 'https://mcp.example/.well-known/oauth-protected-resource'

function urlsOf(asks: readonly { readonly url: string }[]): readonly string[] {
  return asks.map(({ url }) => url)
}

function issuerPlaces(issuer: string, world: World = {}): readonly string[] {
  const looks = serverLooks(buildContext(world).context, { issuer, from: 'resource-metadata' })
  return looks.map(({ lookup, ask }) => `${lookup.at} ${ask.url}`)
}

describe('resource metadata', () => {
  test.each([
    ['https://mcp.example/mcp', [`${PRM}/mcp`, PRM]],
    ['https://mcp.example/mcp/', [`${PRM}/mcp/`, PRM]],
    ['https://mcp.example/a/b?c=d', [`${PRM}/a/b?c=d`, PRM]],
    ['https://mcp.example/', [PRM]],
    ['https://mcp.example', [PRM]],
  ])('of %s is looked for in this order', (server, urls) => {
    const { context } = buildContext({ config: { server } })
    expect(urlsOf(resourceLooks(context, undefined).map(({ ask }) => ask))).toEqual(urls)
  })

  test('is looked for below the endpoint by a client that does so', () => {
    const { context } = buildContext({
      policy: { discovery: [{ ...PATH_INSERTED, at: 'path-appended' }] },
    })
    expect(resourceLooks(context, undefined)[0]?.ask.url).toBe(
      'https://mcp.example/mcp/.well-known/oauth-protected-resource',
    )
  })

  test('is asked for ahead at the path even by a client that follows the pointer only', () => {
    const { context } = buildContext({ config: { revision: '2025-06-18' } })
    expect(resourceLooks(context, undefined)).toEqual([])
    expect(urlsOf(resourceMetadataAsks(context))).toEqual([`${PRM}/mcp`])
  })

  test('is not asked for by a revision that does not know it', () => {
    const { context } = buildContext({ config: { revision: '2025-03-26' } })
    expect(resourceMetadataAsks(context)).toEqual([])
  })
})

describe('server metadata', () => {
  test('of an issuer without a path is looked for at two places', () => {
    expect(issuerPlaces('https://issuer.example')).toEqual([
      'oauth-inserted https://issuer.example/.well-known/oauth-authorization-server',
      'openid-inserted https://issuer.example/.well-known/openid-configuration',
    ])
    expect(issuerPlaces('https://issuer.example/')).toEqual(issuerPlaces('https://issuer.example'))
  })

  test.each(['https://issuer.example/tenant', 'https://issuer.example/tenant/'])(
    'of %s is looked for at three places',
    (issuer) => {
      expect(issuerPlaces(issuer)).toEqual([
        'oauth-inserted https://issuer.example/.well-known/oauth-authorization-server/tenant',
        'openid-inserted https://issuer.example/.well-known/openid-configuration/tenant',
        'openid-appended https://issuer.example/tenant/.well-known/openid-configuration',
      ])
    },
  )

  test.each(['2025-03-26', '2025-06-18'] as const)(
    'is looked for at one place by %s',
    (revision) => {
      expect(issuerPlaces('https://issuer.example/tenant', { config: { revision } })).toEqual([
        'oauth-inserted https://issuer.example/.well-known/oauth-authorization-server/tenant',
      ])
    },
  )

  test('is asked for ahead at the origin of the server by 2025-03-26', () => {
    const { context } = buildContext({ config: { revision: '2025-03-26' } })
    expect(urlsOf(serverMetadataAsks(context))).toEqual([
      'https://mcp.example/.well-known/oauth-authorization-server',
    ])
  })

  test('is asked for ahead where the person has named the issuer', () => {
    const config = { issuer: 'https://mine.example', revision: '2025-03-26' } as const
    expect(urlsOf(serverMetadataAsks(buildContext({ config }).context))).toEqual([
      'https://mine.example/.well-known/oauth-authorization-server',
    ])
  })

  test('is not asked for ahead where the issuer is not known yet, or is no address', () => {
    expect(serverMetadataAsks(buildContext().context)).toEqual([])
    const config = { issuer: 'mine' }
    expect(serverMetadataAsks(buildContext({ config }).context)).toEqual([])
  })
})
