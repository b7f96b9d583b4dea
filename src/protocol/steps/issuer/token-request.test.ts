import { exportJWK, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import { relayWith } from '../../http/build-wire.ts'
import { buildIdentity } from '../../run/build-log.ts'
import type { ClientIdentity, ServerMetadataFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import { requestToken } from './token-request.ts'

const TOKEN = 'https://issuer.example/token'
const METADATA: ServerMetadataFact = {
  looked: [],
  issuer: 'https://issuer.example',
  guessed: false,
  tokenEndpoint: TOKEN,
}
const CODE = {
  step: 'token',
  purpose: 'Code exchange',
  grantType: 'authorization_code',
  parameters: { code: 'c1', resource: 'https://mcp.example/mcp' },
} as const

async function request(
  world: World = {},
  change: {
    metadata?: ServerMetadataFact
    identity?: Partial<ClientIdentity>
    about?: object
  } = {},
) {
  const facts = {
    serverMetadata: change.metadata ?? METADATA,
    clientIdentity: buildIdentity(change.identity),
  }
  const built = buildContext({ answer: () => Response.json({}), ...world, facts })
  const call = await requestToken(built.context, { ...CODE, ...change.about })
  const posted = built.exchanges.find(({ diagnostic }) => diagnostic === undefined)
  const form = new URLSearchParams(posted?.request.body?.text)
  return { ...built, call, form }
}

test('a token request carries its grant, its parameters and its client', async () => {
  const { call, form, exchanges } = await request()
  expect(call.kind).toBe('answered')
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'authorization_code',
    code: 'c1',
    resource: 'https://mcp.example/mcp',
    client_id: 'c',
  })
  expect(exchanges.at(-1)).toMatchObject({ step: 'token', purpose: 'Code exchange', to: 'issuer' })
})

test('a token request without an answer is told as such', async () => {
  const answer = ({ method }: Request): Response | Promise<Response> =>
    method === 'GET' ? new Response() : Promise.reject(new TypeError('no'))
  expect((await request({ answer })).call).toMatchObject({ kind: 'unanswered' })
})

describe('an endpoint', () => {
  test('that is not named ends the step', async () => {
    const { tokenEndpoint: _, ...metadata } = METADATA
    expect((await request({}, { metadata })).call).toMatchObject({
      error: { code: 'no-endpoint', message: 'The metadata names no token_endpoint.' },
    })
  })

  test.each(['/token', 'javascript:alert(1)'])(
    '"%s" is no place to send a code',
    async (tokenEndpoint) => {
      const { call, exchanges } = await request({}, { metadata: { ...METADATA, tokenEndpoint } })
      expect(call).toMatchObject({
        error: {
          code: 'unsafe-url',
          message: `The token endpoint is "${tokenEndpoint}", which is no http or https URL.`,
        },
      })
      expect(exchanges).toEqual([])
    },
  )
})

describe('an endpoint whose answers a page may not read', () => {
  const answer = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))

  test.each([
    [{}, 'a code sent there would be lost'],
    [{ grantType: 'refresh_token' }, 'a refresh token sent there would be lost'],
    [{ grantType: 'client_credentials' }, 'what is sent there would be lost'],
  ])('gets nothing: %j', async (about, words) => {
    const { call, form } = await request({ answer }, { about })
    expect(call).toMatchObject({
      error: { code: 'unsafe-to-send', message: expect.stringContaining(words) },
    })
    expect([...form]).toEqual([])
  })

  test('gets it when the person goes past CORS-09', async () => {
    const { form } = await request({ answer, continued: ['CORS-09'] })
    expect(form.get('code')).toBe('c1')
  })

  test('gets it through the relay, and nothing directly', async () => {
    const { call, exchanges } = await request({ answer, relay: relayWith({}) })
    expect(call.kind).toBe('answered')
    expect(exchanges.map(({ via }) => via)).toEqual(['relay'])
  })
})

describe('a client with a key', () => {
  const identity = { authentication: 'private_key_jwt' } as const

  test('signs with it', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const secrets = { privateKey: JSON.stringify(await exportJWK(privateKey)) }
    const { form } = await request({ secrets }, { identity })
    expect(form.get('client_assertion_type')).toBe(
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    )
    expect(form.get('client_assertion')).toMatch(/^eyJ/)
  })

  test.each([{}, { privateKey: 'no key' }])('cannot without a good one: %j', async (secrets) => {
    const { call, form } = await request({ secrets }, { identity })
    expect(call).toMatchObject({
      error: { code: 'bad-key', message: 'The private key is neither a PKCS#8 PEM nor a JWK.' },
    })
    expect([...form]).toEqual([])
  })
})
