import { expect, test } from 'vitest'
import {
  ISSUER,
  SERVER,
  accessToken,
  callLegacy,
  callModern,
  get,
  getObject,
  initialize,
  openSandbox,
  register,
  resultOf,
  toObject,
  toolNames,
  walk,
} from './testing/practice-client.ts'

test('a request without a token gets 401 that leads to the resource metadata', async () => {
  const sandbox = openSandbox()
  const response = await callModern(sandbox, 'tools/list')
  expect(response.status).toBe(401)
  expect(response.headers.get('WWW-Authenticate')).toBe(
    `Bearer scope="tools", resource_metadata="http://localhost:4281/.well-known/oauth-protected-resource/mcp"`,
  )
})

test('the documents name each other', async () => {
  const sandbox = openSandbox()
  const resource = await getObject(
    sandbox,
    'http://localhost:4281/.well-known/oauth-protected-resource/mcp',
  )
  expect(resource).toMatchObject({ resource: SERVER, authorization_servers: [ISSUER] })
  const issuer = await getObject(sandbox, `${ISSUER}/.well-known/oauth-authorization-server`)
  expect(issuer).toMatchObject({
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/authorize`,
    token_endpoint: `${ISSUER}/token`,
    registration_endpoint: `${ISSUER}/register`,
    code_challenge_methods_supported: ['S256'],
    protected_resources: [SERVER],
  })
})

test('the stateless revision goes from registration to tools', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const discovery = await resultOf(await callModern(sandbox, 'server/discover', { token }))
  expect(discovery).toMatchObject({
    resultType: 'complete',
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: {} },
    cacheScope: 'private',
  })
  const list = await resultOf(await callModern(sandbox, 'tools/list', { token }))
  expect(toolNames(list)).toHaveLength(12)
  expect(list).toMatchObject({ resultType: 'complete', cacheScope: 'private' })
  const params = { name: 'add', arguments: { a: 2, b: 3 } }
  const sum = await resultOf(await callModern(sandbox, 'tools/call', { params, token }))
  expect(sum['content']).toEqual([{ type: 'text', text: '5' }])
})

test.each(['2025-03-26', '2025-06-18', '2025-11-25'])(
  '%s goes from initialize to tools',
  async (version) => {
    const sandbox = openSandbox()
    const token = await accessToken(sandbox)
    const opened = await resultOf(await initialize(sandbox, version, { token }))
    expect(opened).toMatchObject({
      protocolVersion: version,
      capabilities: { tools: {} },
      serverInfo: { name: 'practice-server' },
    })
    const headers: Record<string, string> =
      version === '2025-03-26' ? {} : { 'MCP-Protocol-Version': version }
    const sending = { token, headers }
    const noted = await callLegacy(sandbox, 'notifications/initialized', sending)
    expect([noted.status, await noted.text()]).toEqual([202, ''])
    const list = await resultOf(await callLegacy(sandbox, 'tools/list', sending))
    expect(toolNames(list)).toHaveLength(12)
    expect(list).not.toHaveProperty('resultType')
  },
)

test('an issuer with a path is found at each listed place, and nowhere else', async () => {
  const issuer = `${ISSUER}/tenant/one`
  const sandbox = openSandbox({ issuer, issuerMetadataAt: 'both' })
  const places = [
    '/.well-known/oauth-authorization-server/tenant/one',
    '/.well-known/openid-configuration/tenant/one',
    '/tenant/one/.well-known/openid-configuration',
  ]
  for (const place of places) {
    expect(await getObject(sandbox, ISSUER + place)).toMatchObject({ issuer })
  }
  const appended = `${ISSUER}/tenant/one/.well-known/oauth-authorization-server`
  expect((await get(sandbox, appended)).status).toBe(404)
})

test('a sandbox on one origin serves server and issuer side by side', async () => {
  const sandbox = openSandbox({ issuer: 'http://localhost:4281' })
  const metadata = await getObject(
    sandbox,
    'http://localhost:4281/.well-known/oauth-authorization-server',
  )
  expect(metadata).toMatchObject({ issuer: 'http://localhost:4281' })
  expect((await callModern(sandbox, 'tools/list')).status).toBe(401)
})

test('what was issued is known again after the sandbox has been made anew', async () => {
  const { clientId, access_token: token } = await walk(openSandbox())
  const reopened = openSandbox()
  const list = await callModern(reopened, 'tools/list', { token: String(token) })
  expect(list.status).toBe(200)
  const other = openSandbox({ issuer: 'http://localhost:4999' })
  expect((await callModern(other, 'tools/list', { token: String(token) })).status).toBe(401)
  expect(clientId).toMatch(/^client_/)
})

test('secretsIssued names each code, token and client secret', async () => {
  const sandbox = openSandbox()
  const granted = await walk(sandbox)
  const registered = await register(sandbox, { token_endpoint_auth_method: 'client_secret_basic' })
  const secrets = sandbox.secretsIssued()
  expect(secrets).toContain(granted['access_token'])
  expect(secrets).toContain(granted['refresh_token'])
  expect(secrets).toContain(registered['client_secret'])
  expect(secrets.some((secret) => secret.startsWith('code_'))).toBe(true)
})

test('HEAD is answered as GET without a body', async () => {
  const url = `${ISSUER}/.well-known/oauth-authorization-server`
  const response = await openSandbox().fetch(new Request(url, { method: 'HEAD' }))
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(response.headers.get('Content-Type')).toBe('application/json')
})

test('a path that nobody serves is 404, readable by pages', async () => {
  const response = await get(openSandbox(), 'http://localhost:4281/nothing')
  expect(response.status).toBe(404)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
})

test('an open server gives its tools without a token', async () => {
  const sandbox = openSandbox({ openMethods: 'all' })
  const list = await resultOf(await callModern(sandbox, 'tools/list'))
  expect(list['cacheScope']).toBe('public')
})

test('a lazily authenticating server asks at the call', async () => {
  const sandbox = openSandbox({ openMethods: ['initialize', 'server/discover', 'tools/list'] })
  expect((await callModern(sandbox, 'tools/list')).status).toBe(200)
  const params = { name: 'echo', arguments: { text: 'hi' } }
  expect((await callModern(sandbox, 'tools/call', { params })).status).toBe(401)
  const opened = await initialize(sandbox, '2025-11-25')
  expect((await toObject(opened))['result']).toBeDefined()
  expect((await callLegacy(sandbox, 'notifications/initialized')).status).toBe(202)
})
