import { describe, expect, test } from 'vitest'
import { redactRun } from '../export/redact.ts'
import type { PracticeWalk } from '../practice-walk.ts'
import { practise } from '../practice-walk.ts'
import { SERVER } from './places.ts'
import { mcpRequests, postedTo, tokenForms, watch } from './watch.ts'

const MACHINE = { clientId: 'machine', clientSecret: 'a-secret', redirectUris: [] }

const asMachine = (method: 'client_secret_basic' | 'client_secret_post'): PracticeWalk => ({
  config: {
    grant: 'client_credentials',
    clientId: MACHINE.clientId,
    clientAuthentication: method,
  },
  secrets: { clientSecret: MACHINE.clientSecret },
  sandbox: {
    grants: ['client_credentials'],
    registration: { known: [{ ...MACHINE, method }] },
  },
})

describe('what a client owes at the token endpoint', () => {
  test('TOK-01: it posts a form, and proves itself in one way', async () => {
    for (const method of ['client_secret_basic', 'client_secret_post'] as const) {
      const [request] = postedTo(await watch(asMachine(method)), '/token')
      expect(request?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/)
      const inHeader = request?.headers.has('authorization')
      const inForm = new URLSearchParams(request?.body).has('client_secret')
      expect([inHeader, inForm]).toEqual([method === 'client_secret_basic', inHeader !== true])
    }
  })

  test('RES-02: it names the resource, with the code and with the refresh token', async () => {
    const watched = await watch({ config: { also: ['refresh'] } })
    const forms = tokenForms(watched)
    expect(forms.map((form) => form.get('grant_type'))).toEqual([
      'authorization_code',
      'refresh_token',
    ])
    for (const form of forms) expect(form.getAll('resource')).toEqual([SERVER])
  })

  test('REF-03: a walk comes to the tools without a refresh token', async () => {
    const watched = await watch({
      sandbox: { faults: ['refresh-never-issued'] },
      config: { also: ['refresh'] },
    })
    expect(watched.document.outcome.status).toBe('passed')
    expect(tokenForms(watched)).toHaveLength(1)
  })

  test('REF-04: a refresh token goes to the token endpoint in a body, and nowhere else', async () => {
    const watched = await watch({ config: { also: ['refresh'] } })
    const token = tokenForms(watched)[1]?.get('refresh_token') ?? 'none'
    const carriers = watched.sent.filter(({ body }) => body.includes(token))
    expect(carriers.map(({ url }) => new URL(url).pathname)).toEqual(['/token'])
    const elsewhere = watched.sent.map(({ url, headers }) => [url, ...headers].join(' '))
    expect(elsewhere.join('\n')).not.toContain(token)
  })

  test('SEC-03: no code, token, verifier or secret is in what leaves the tab', async () => {
    const { document, secrets, events } = await practise({ config: { also: ['refresh'] } })
    const verifiers = events.flatMap((event) =>
      event.type === 'step-settled' && event.result.kind !== 'skipped'
        ? (event.result.facts.authorization?.verifier ?? [])
        : [],
    )
    const hidden = [...secrets, ...verifiers]
    expect(hidden.length).toBeGreaterThan(4)
    const text = JSON.stringify(redactRun(document))
    for (const secret of hidden) expect(text).not.toContain(secret)
  })
})

describe('what a machine owes', () => {
  test('ECC-01: it discovers as others do, and never registers', async () => {
    const watched = await watch(asMachine('client_secret_basic'))
    const person = await watch()
    const found = (asked: typeof watched) =>
      asked.sent.filter(({ url }) => url.includes('.well-known')).map(({ url }) => url)
    expect(found(watched)).toEqual(found(person))
    expect(postedTo(watched, '/register')).toEqual([])
    expect(watched.run.authorizations).toEqual([])
  })

  test('ECC-02: it asks by client_credentials, for the resource and the scope', async () => {
    const watched = await watch(asMachine('client_secret_basic'))
    const [form] = tokenForms(watched)
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      resource: SERVER,
      scope: 'tools',
    })
    expect(mcpRequests(watched).at(-1)?.rpc).toBe('tools/list')
  })

  test('ECC-05: the key signs a client assertion, and the grant stays client_credentials', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])
    const [privateJwk, { kty, crv, x, y }] = [
      await crypto.subtle.exportKey('jwk', pair.privateKey),
      await crypto.subtle.exportKey('jwk', pair.publicKey),
    ]
    const known = {
      clientId: MACHINE.clientId,
      method: 'private_key_jwt',
      redirectUris: [],
      jwk: { kty, crv, x, y, alg: 'ES256' },
    } as const
    const watched = await watch({
      config: { grant: 'client_credentials', clientId: known.clientId },
      secrets: { privateKey: JSON.stringify(privateJwk) },
      sandbox: { grants: ['client_credentials'], registration: { known: [known] } },
    })
    expect(tokenForms(watched)[0]?.get('grant_type')).toBe('client_credentials')
    expect(tokenForms(watched)[0]?.get('client_assertion_type')).toBe(
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    )
    expect(watched.document.outcome.status).toBe('passed')
  })
})
