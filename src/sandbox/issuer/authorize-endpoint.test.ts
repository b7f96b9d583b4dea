import { expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import {
  CALLBACK,
  ISSUER,
  SERVER,
  authorizationUrl,
  exchange,
  get,
  openSandbox,
  postForm,
  register,
  toObject,
} from '../testing/practice-client.ts'

test('the consent page says who asks, for what, and where the answer goes', async () => {
  const { sandbox, clientId } = await opened({ consent: 'page' })
  const response = await get(sandbox, authorizationUrl(sandbox, clientId, { scope: 'tools vault' }))
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain('<h1>Let Practice client in?</h1>')
  expect(page).toContain('localhost:4280')
  expect(page).toContain(SERVER)
  expect(page).toContain('<label for="scope-1">vault</label>')
  expect(page).toContain('<button type="submit" name="decision" value="allow">Allow</button>')
  expect(page).toContain('goes to a program on this computer')
})

test('the pages hold no script, may not be framed, and are not kept', async () => {
  const { sandbox, clientId } = await opened({ consent: 'page' })
  const { headers } = await get(sandbox, authorizationUrl(sandbox, clientId))
  expect(headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
})

test('a name made of markup is shown as text', async () => {
  const sandbox = openSandbox({ consent: 'page' })
  const wish = { client_name: '<img src=x onerror="alert(1)">' }
  const clientId = String((await register(sandbox, wish))['client_id'])
  const page = await (await get(sandbox, authorizationUrl(sandbox, clientId))).text()
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
  expect(page).not.toContain('<img')
})

test('a person who unticks a scope grants the others, and the token answer says so', async () => {
  const { sandbox, clientId } = await opened({ consent: 'page' })
  const url = new URL(authorizationUrl(sandbox, clientId, { scope: 'tools vault' }))
  const body = { request: url.search.slice(1), page: 'consent', decision: 'allow', scope: 'tools' }
  const response = await postForm(sandbox, url.href, { body })
  expect(response.status).toBe(303)
  const code = callbackOf(response).get('code')
  expect(await toObject(await exchange(sandbox, clientId, { code }))).toMatchObject({
    scope: 'tools',
  })
})

test('a person who says no is sent back with access_denied', async () => {
  const { sandbox, clientId } = await opened({ consent: 'page' })
  const url = new URL(authorizationUrl(sandbox, clientId))
  const body = { request: url.search.slice(1), page: 'consent', decision: 'deny' }
  const callback = callbackOf(await postForm(sandbox, url.href, { body }))
  expect(callback.get('error')).toBe('access_denied')
  expect(callback.get('state')).toBe('a state & more')
})

test('signing in comes before consent, and takes any name but none', async () => {
  const { sandbox, clientId } = await opened({ login: 'page', consent: 'page' })
  const url = new URL(authorizationUrl(sandbox, clientId))
  const login = await (await get(sandbox, url.href)).text()
  expect(login).toContain('<label for="name">Name</label>')
  const request = url.search.slice(1)
  const empty = await postForm(sandbox, url.href, { body: { request, page: 'login', name: ' ' } })
  expect(await empty.text()).toContain('<p role="alert">Type any name</p>')
  const named = await postForm(sandbox, url.href, { body: { request, page: 'login', name: 'Ada' } })
  expect(await named.text()).toContain('Let Practice client in?')
})

test('a forged form gets no further than the request in it', async () => {
  const { sandbox } = await opened({ consent: 'page' })
  const body = { request: 'client_id=nobody', page: 'consent', decision: 'allow' }
  const response = await postForm(sandbox, `${ISSUER}/authorize`, { body })
  expect(response.status).toBe(400)
  expect(response.headers.get('Location')).toBeNull()
})

test('an authorization request may come by POST', async () => {
  const { sandbox, clientId } = await opened({})
  const url = new URL(authorizationUrl(sandbox, clientId))
  const body = Object.fromEntries(url.searchParams)
  expect(callbackOf(await postForm(sandbox, `${ISSUER}/authorize`, { body })).has('code')).toBe(
    true,
  )
})

test('a page that asks for itself learns what the endpoint would ask', async () => {
  const { sandbox, clientId } = await opened({ consent: 'page' })
  const consent = await sandbox.consent(authorizationUrl(sandbox, clientId))
  if (consent.kind !== 'ask') throw new TypeError(consent.kind)
  expect(consent).toMatchObject({
    clientName: 'Practice client',
    redirectUri: CALLBACK,
    scopes: ['tools'],
    resource: SERVER,
  })
  expect(new URL(await consent.allow()).searchParams.get('code')).toMatch(/^code_/)
  expect(new URL(await consent.deny()).searchParams.get('error')).toBe('access_denied')
})

test('consent tells refusals and error redirects apart', async () => {
  const { sandbox, clientId } = await opened({})
  const refused = await sandbox.consent(authorizationUrl(sandbox, 'nobody'))
  expect(refused).toEqual({ kind: 'refused', says: 'No client is registered as nobody' })
  const redirect = await sandbox.consent(authorizationUrl(sandbox, clientId, { scope: 'odd' }))
  expect(redirect).toMatchObject({ kind: 'redirect', location: expect.stringContaining('scope') })
  const elsewhere = await sandbox.consent('http://localhost:4282/elsewhere')
  expect(elsewhere).toMatchObject({ kind: 'refused' })
})

async function opened(options: Parameters<typeof openSandbox>[0]) {
  const sandbox: Sandbox = openSandbox(options)
  return { sandbox, clientId: String((await register(sandbox))['client_id']) }
}

function callbackOf(response: Response): URLSearchParams {
  return new URL(response.headers.get('Location') ?? 'about:blank').searchParams
}
