import { describe, expect, test } from 'vitest'
import { ISSUER, PATH_METADATA, ROOT_METADATA, SERVER } from './places.ts'
import { fetched, mcpRequests, postedTo, watch } from './watch.ts'

describe('what a client owes on the way to the issuer', () => {
  test('CHL-11: a 401 is read, and its pointer followed before anything else is asked', async () => {
    const watched = await watch({ sandbox: { resourceMetadataAt: 'root' } })
    expect(watched.sent[1]).toMatchObject({ method: 'GET', url: ROOT_METADATA })
    expect(watched.document.outcome.status).toBe('passed')
  })

  test('CHL-13: a challenge in the middle of the use makes it read the resource metadata again', async () => {
    const watched = await watch({ sandbox: { faults: ['moves-issuer'] } })
    const [first, second] = watched.sent.flatMap(({ url }, index) =>
      url.includes('oauth-protected-resource') ? [index] : [],
    )
    const token = watched.sent.findIndex(({ url }) => url.endsWith('/token'))
    expect(first).toBeLessThan(token)
    expect(second).toBeGreaterThan(token)
  })

  test('PRM-02: the pointer comes first, then the well-known address with the path, then the root', async () => {
    const pointed = await watch()
    expect(fetched(pointed)).not.toContain(ROOT_METADATA)
    const silent = await watch({
      sandbox: { challengeHeader: 'no-pointer', resourceMetadataAt: 'nowhere' },
    })
    // What is asked after them is an experiment, and marked as one.
    const marked = silent.run.exchanges.filter(({ diagnostic }) => diagnostic === 'triage')
    const experiments = marked.map(({ request }) => request.url)
    expect(fetched(silent)).toEqual([PATH_METADATA, ROOT_METADATA, ...experiments])
  })

  test('PRM-15: unknown members of the resource metadata are ignored', async () => {
    const odd = { later: { version: 9 }, resource_policy_uri: 7 }
    const { document } = await watch({
      sandbox: { habits: [{ resourceMetadata: (given) => ({ ...odd, ...given }) }] },
    })
    expect(document.outcome.status).toBe('passed')
  })

  test('PRM-19: what was had from one issuer is not shown to the next', async () => {
    const watched = await watch({ sandbox: { faults: ['moves-issuer'] } })
    const [first, second] = watched.run.identities
    expect(second?.issuer).not.toBe(first?.issuer)
    const toSecond = watched.sent.filter(({ url }) => url.startsWith(`${second?.issuer}/`))
    expect(toSecond.length).toBeGreaterThan(0)
    for (const { body } of toSecond) expect(body).not.toContain(first?.clientId ?? 'none')
  })

  test.each(['http://issuer.example', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'PRM-20: an issuer at %s is never spoken to',
    async (issuer) => {
      const watched = await watch({
        sandbox: {
          habits: [
            { resourceMetadata: (given) => ({ ...given, authorization_servers: [issuer] }) },
          ],
        },
      })
      expect(watched.sent.map(({ url }) => new URL(url).origin)).not.toContain(
        'http://issuer.example',
      )
      expect(watched.run.authorizations).toEqual([])
      expect(watched.document.outcome.status).not.toBe('passed')
    },
  )

  test.each([
    [
      `${ISSUER}/tenant`,
      [
        '/.well-known/oauth-authorization-server/tenant',
        '/.well-known/openid-configuration/tenant',
        '/tenant/.well-known/openid-configuration',
      ],
    ],
    [ISSUER, ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration']],
  ])('ASM-04: the metadata of %s is looked for at its places in order', async (issuer, places) => {
    const watched = await watch({ sandbox: { issuer, issuerMetadataAt: 'nowhere' } })
    const asked = fetched(watched).filter((url) => url.startsWith(ISSUER))
    expect(asked).toEqual(places.map((place) => ISSUER + place))
  })

  test('ASM-21: 2025-03-26 looks for metadata, and then uses exactly the three default paths', async () => {
    const origin = new URL(SERVER).origin
    const watched = await watch({
      config: { revision: '2025-03-26' },
      sandbox: { issuer: origin, issuerMetadataAt: 'nowhere' },
    })
    expect(fetched(watched)[0]).toBe(`${origin}/.well-known/oauth-authorization-server`)
    expect(postedTo(watched, '/register').map(({ url }) => url)).toEqual([`${origin}/register`])
    expect(watched.run.authorizations[0]?.url.split('?')[0]).toBe(`${origin}/authorize`)
    expect(postedTo(watched, '/token').map(({ url }) => url)).toEqual([`${origin}/token`])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://issuer.example/authorize'])(
    'ASM-23: nobody is sent to the authorization endpoint %s',
    async (endpoint) => {
      const { run, document } = await watch({
        sandbox: {
          habits: [{ issuerMetadata: (given) => ({ ...given, authorization_endpoint: endpoint }) }],
        },
      })
      expect(run.authorizations).toEqual([])
      expect(document.outcome).toMatchObject({ status: 'failed', waiting: null })
    },
  )

  test('PRM-07: metadata of another resource is not used', async () => {
    const watched = await watch({
      sandbox: {
        habits: [
          {
            resourceMetadata: (given) => ({ ...given, resource: 'https://elsewhere.example/mcp' }),
          },
        ],
      },
    })
    expect(watched.document.outcome).toMatchObject({ status: 'failed', cause: 'PRM-07' })
    expect(mcpRequests(watched)).toHaveLength(1)
    expect(watched.run.authorizations).toEqual([])
  })

  test('ASM-03: metadata of another issuer is not used', async () => {
    const watched = await watch({
      sandbox: { habits: [{ issuerMetadata: (given) => ({ ...given, issuer: `${ISSUER}/` }) }] },
    })
    expect(watched.document.outcome).toMatchObject({ status: 'failed', cause: 'ASM-03' })
    expect(postedTo(watched, '/register')).toEqual([])
    expect(watched.run.authorizations).toEqual([])
  })
})
