import { decodeJwt, decodeProtectedHeader, generateKeyPair } from 'jose'
import { ClientSecretPost, genericTokenEndpointRequest } from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import { relayWith } from '../../http/build-wire.ts'
import { buildExchange } from '../../run/build-document.ts'
import { buildIdentity } from '../../run/build-log.ts'
import type { ClientIdentity, ServerMetadataFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import {
  callLibrary,
  noteObjection,
  objectionTo,
  toClientAuth,
  toLibraryClient,
  toLibraryServer,
} from './library.ts'

const METADATA: ServerMetadataFact = {
  looked: [],
  issuer: 'https://issuer.example',
  guessed: false,
  tokenEndpoint: 'https://issuer.example/token',
}
const ABOUT = { step: 'token', purpose: 'Code exchange', to: 'issuer' } as const

const EXCHANGE = buildExchange()

/** Sends a token request as this client and gives what travelled. */
async function sendAs(identity: ClientIdentity, key?: CryptoKey, world: World = {}) {
  const built = buildContext({ answer: () => Response.json({}), ...world })
  const auth = toClientAuth(identity, key && { key })
  const client = toLibraryClient(identity)
  const server = toLibraryServer(METADATA)
  const call = await callLibrary(built.context, ABOUT, (options) =>
    genericTokenEndpointRequest(server, client, auth, 'client_credentials', {}, options),
  )
  const [exchange] = built.exchanges
  const headers = new Map(exchange?.request.headers.map(([name, value]) => [name, value]))
  return { call, headers, form: new URLSearchParams(exchange?.request.body?.text), ...built }
}

describe('a request of the library', () => {
  test('is an exchange of its step that cannot be repeated', async () => {
    const { exchanges } = await sendAs(buildIdentity(), undefined, { relay: relayWith({}) })
    expect(exchanges).toMatchObject([
      { step: 'token', purpose: 'Code exchange', to: 'issuer', via: 'relay' },
    ])
  })

  test('names no user agent, which a page may not', async () => {
    const { headers } = await sendAs(buildIdentity())
    expect([...headers.keys()].map((name) => name.toLowerCase())).not.toContain('user-agent')
  })

  test('goes to plain http too; rules judge that', async () => {
    const { context } = buildContext({ answer: () => Response.json({}) })
    const server = { ...toLibraryServer(METADATA), token_endpoint: 'http://issuer.example/token' }
    const call = await callLibrary(context, ABOUT, (options) =>
      genericTokenEndpointRequest(
        server,
        { client_id: 'c' },
        ClientSecretPost('s'),
        'x',
        {},
        options,
      ),
    )
    expect(call.kind).toBe('answered')
  })

  test.each([
    ['that fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['of a status that no Response can have', undefined],
  ])('%s leaves its exchange and no answer', async (_, answer) => {
    const world = answer
      ? { answer }
      : { relay: relayWith({ status: 999 }), config: { transport: 'relay' } as const }
    const { call } = await sendAs(buildIdentity(), undefined, world)
    expect(call).toMatchObject({ kind: 'unanswered', exchange: { id: 'e1' } })
  })

  test('has its answer handed to the library with the headers that a Response takes', async () => {
    const headers = [
      ['Content-Type', 'application/json'],
      ['X-Odd', 'a\u0007b'],
    ] as const
    const world = {
      relay: relayWith({ status: 400, headers }),
      config: { transport: 'relay' },
    } as const
    const { call } = await sendAs(buildIdentity(), undefined, world)
    expect(call.kind === 'answered' && [...call.response.headers]).toEqual([
      ['content-type', 'application/json'],
    ])
  })

  test('that is never made is our defect', async () => {
    const { context } = buildContext()
    const calling = callLibrary(context, ABOUT, () => Promise.resolve(new Response()))
    await expect(calling).rejects.toThrow('The library made no request')
  })

  test('passes on what the library throws of itself', async () => {
    const { context } = buildContext()
    const calling = callLibrary(context, ABOUT, () => Promise.reject(new Error('Broken')))
    await expect(calling).rejects.toThrow('Broken')
  })
})

describe('a client shows who it is', () => {
  const secretive = { clientId: 'id:/ü', clientSecret: 'a-b_c.d*e f+g%h&' }

  test('by its id alone', async () => {
    const { form, headers } = await sendAs(buildIdentity({ clientId: 'c' }))
    expect(form.get('client_id')).toBe('c')
    expect(headers.has('authorization')).toBe(false)
  })

  test('by Basic, encoded as forms are: - _ . * stay', async () => {
    const { headers, form } = await sendAs(
      buildIdentity({ ...secretive, authentication: 'client_secret_basic' }),
    )
    const [scheme, value] = (headers.get('authorization') ?? '').split(' ')
    expect(scheme).toBe('Basic')
    expect(atob(value ?? '')).toBe('id%3A%2F%C3%BC:a-b_c.d*e+f%2Bg%25h%26')
    expect(form.has('client_secret')).toBe(false)
  })

  test('by its secret in the form', async () => {
    const { headers, form } = await sendAs(
      buildIdentity({ ...secretive, authentication: 'client_secret_post' }),
    )
    expect([form.get('client_id'), form.get('client_secret')]).toEqual([
      secretive.clientId,
      secretive.clientSecret,
    ])
    expect(headers.has('authorization')).toBe(false)
  })

  test.each([
    ['ES256', 'ES256'],
    ['EdDSA', 'EdDSA'],
  ])('by an assertion signed with %s', async (algorithm, named) => {
    const { privateKey } = await generateKeyPair(algorithm)
    const identity = buildIdentity({ clientId: 'c', authentication: 'private_key_jwt' })
    const { form } = await sendAs(identity, privateKey)
    const assertion = form.get('client_assertion') ?? ''
    expect(decodeProtectedHeader(assertion).alg).toBe(named)
    expect(decodeJwt(assertion)).toMatchObject({ iss: 'c', sub: 'c', aud: METADATA.issuer })
  })

  test('by an assertion that names its key', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const { context, exchanges } = buildContext({ answer: () => Response.json({}) })
    const identity = buildIdentity({ authentication: 'private_key_jwt' })
    const auth = toClientAuth(identity, { key: privateKey, kid: 'k1' })
    await callLibrary(context, ABOUT, (options) =>
      genericTokenEndpointRequest(
        toLibraryServer(METADATA),
        { client_id: 'c' },
        auth,
        'x',
        {},
        options,
      ),
    )
    const form = new URLSearchParams(exchanges[0]?.request.body?.text)
    expect(decodeProtectedHeader(form.get('client_assertion') ?? '').kid).toBe('k1')
  })

  test('not by an assertion without a key: that is our defect', () => {
    const identity = buildIdentity({ authentication: 'private_key_jwt' })
    expect(() => toClientAuth(identity, undefined)).toThrow('private_key_jwt needs a key')
  })
})

describe('what a strict client objects to', () => {
  test('is noted with the exchange', () => {
    const { context, decisions } = buildContext()
    noteObjection(context, EXCHANGE, {
      code: 'OAUTH_INVALID_RESPONSE',
      message: 'no token_type',
    })
    expect(decisions).toEqual([
      {
        exchange: 'e1',
        says: 'oauth4webapi, a strict client, would stop here',
        why: 'OAUTH_INVALID_RESPONSE: no token_type',
      },
    ])
  })

  test('is nothing where it has no objection', async () => {
    const { context, decisions } = buildContext()
    noteObjection(context, EXCHANGE, await objectionTo(Promise.resolve()))
    expect(decisions).toEqual([])
  })

  test('is not what only our own mistake can cause', async () => {
    await expect(objectionTo(Promise.reject(new RangeError('ours')))).rejects.toThrow('ours')
    expect(await objectionTo(Promise.reject(new TypeError('theirs')))).toEqual({
      code: 'type',
      message: 'theirs',
    })
  })
})

test('the server and the client are handed over as they were received', () => {
  expect(toLibraryServer({ ...METADATA, issuer: 'https://ISSUER.example/' })).toEqual({
    issuer: 'https://ISSUER.example/',
    token_endpoint: 'https://issuer.example/token',
  })
  expect(toLibraryClient(buildIdentity({ clientId: 'c' }))).toEqual({ client_id: 'c' })
})
