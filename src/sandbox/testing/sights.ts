import type { Sandbox } from '../sandbox.ts'
import { bearer, looks } from './look.ts'
import { DOCUMENT, type Means, WRONG_DOCUMENT } from './means.ts'
import {
  CALLBACK,
  META,
  VERIFIER,
  authorizationUrl,
  authorize,
  callModern,
  endpoint,
  exchange,
  get,
  initialize,
  openSandbox,
  postForm,
  postJson,
} from './practice-client.ts'
import { SESSION_SIGHTS } from './session-sights.ts'

const AT_SERVER = looks({
  challenge: (sandbox) => callModern(sandbox, 'tools/list'),
  'legacy challenge': (sandbox) => initialize(sandbox, '2025-11-25'),
  'second challenge': async (sandbox) => {
    await callModern(sandbox, 'tools/list')
    return callModern(sandbox, 'tools/list')
  },
  'bad token': (sandbox) => callModern(sandbox, 'tools/list', { token: 'garbage' }),
  'foreign token': (sandbox, { foreign }) => callModern(sandbox, 'tools/list', { token: foreign }),
  'expired token': (sandbox, { expired }) => callModern(sandbox, 'tools/list', { token: expired }),
  'query token': (sandbox, { token }) =>
    postJson(sandbox, `${sandbox.options.server}?access_token=${token}`, {
      body: { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: META } },
      headers: { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/list' },
    }),
  'call from a page': (sandbox, { token }) =>
    callModern(sandbox, 'tools/list', { token, headers: { Origin: 'https://app.example' } }),
  'call from a rebinding page': (sandbox, { token }) =>
    callModern(sandbox, 'tools/list', { token, headers: { Origin: 'http://rebinding.example' } }),
  'call that accepts pages': (sandbox, { token }) =>
    callModern(sandbox, 'tools/list', { token, headers: { Accept: 'text/html' } }),
  'slash form': (sandbox) => postJson(sandbox, `${sandbox.options.server}/`, { body: {} }),
  'get without token': (sandbox) => get(sandbox, sandbox.options.server),
  get: (sandbox, { token }) => get(sandbox, sandbox.options.server, bearer(token)),
  'about page': (sandbox) => get(sandbox, originOf(sandbox) + '/about'),
  'login page': (sandbox) => get(sandbox, originOf(sandbox) + '/login'),
  'head of resource metadata': (sandbox) =>
    sandbox.fetch(new Request(`${originOf(sandbox)}${RESOURCE}/mcp`, { method: 'HEAD' })),
  'resource metadata at path': (sandbox) => get(sandbox, originOf(sandbox) + RESOURCE + '/mcp'),
  'resource metadata at root': (sandbox) => get(sandbox, originOf(sandbox) + RESOURCE),
  'resource metadata at pointer': (sandbox) =>
    get(sandbox, `${originOf(sandbox)}/resource-metadata`),
  'resource metadata below': (sandbox) => get(sandbox, sandbox.options.server + RESOURCE),
})

const MODERN_CALLS = looks({
  discover: (sandbox, { token }) => callModern(sandbox, 'server/discover', { token }),
  list: (sandbox, { token }) => callModern(sandbox, 'tools/list', { token }),
  'list after a list': async (sandbox, { token }) => {
    await callModern(sandbox, 'tools/list', { token })
    return callModern(sandbox, 'tools/list', { token })
  },
  'last page': (sandbox, { token }) =>
    callModern(sandbox, 'tools/list', { token, params: { cursor: 'dG9vbHM6MTA' } }),
  'bad cursor': (sandbox, { token }) =>
    callModern(sandbox, 'tools/list', { token, params: { cursor: 'nowhere' } }),
  call: (sandbox, { token }) =>
    callModern(sandbox, 'tools/call', {
      token,
      params: { name: 'echo', arguments: { text: 'hi' } },
    }),
  'call without a scope': (sandbox, { token }) =>
    callModern(sandbox, 'tools/call', { token, params: { name: 'open_vault' } }),
  'unknown method': (sandbox, { token }) => callModern(sandbox, 'no/such', { token }),
  'unknown version': (sandbox, { token }) =>
    postJson(sandbox, sandbox.options.server, {
      body: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/list',
        params: {
          _meta: { ...META, 'io.modelcontextprotocol/protocolVersion': '2099-01-01' },
        },
      },
      headers: {
        ...bearer(token),
        'MCP-Protocol-Version': '2099-01-01',
        'Mcp-Method': 'tools/list',
      },
    }),
  'no meta': (sandbox, { token }) =>
    postJson(sandbox, sandbox.options.server, {
      body: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      headers: {
        ...bearer(token),
        'MCP-Protocol-Version': '2026-07-28',
        'Mcp-Method': 'tools/list',
      },
    }),
  'other header': (sandbox, { token }) =>
    callModern(sandbox, 'tools/list', { token, headers: { 'Mcp-Method': 'tools/call' } }),
})

const AT_ISSUER = looks({
  'metadata by oauth': (sandbox) => get(sandbox, wellKnown(sandbox, 'oauth-authorization-server')),
  'metadata by openid': (sandbox) => get(sandbox, wellKnown(sandbox, 'openid-configuration')),
  'metadata by oauth with a slash': (sandbox) =>
    get(sandbox, `${wellKnown(sandbox, 'oauth-authorization-server')}/`),
  'metadata by openid behind': (sandbox) =>
    get(sandbox, endpoint(sandbox, '.well-known/openid-configuration')),
  'metadata by oauth behind': (sandbox) =>
    get(sandbox, endpoint(sandbox, '.well-known/oauth-authorization-server')),
  'metadata of the second issuer': (sandbox) =>
    get(
      sandbox,
      `${new URL(sandbox.options.issuer).origin}/.well-known/oauth-authorization-server/second`,
    ),
  'unknown path of the issuer': (sandbox) => get(sandbox, endpoint(sandbox, 'nowhere')),
  registration: (sandbox) => postJson(sandbox, endpoint(sandbox, 'register'), { body: WISH }),
  'registration of a public http address': (sandbox) =>
    postJson(sandbox, endpoint(sandbox, 'register'), {
      body: { redirect_uris: ['http://public.example/'] },
    }),
  'registration with a slash': (sandbox) =>
    postJson(sandbox, `${endpoint(sandbox, 'register')}/`, { body: WISH }),
  'bad registration': (sandbox) =>
    postJson(sandbox, endpoint(sandbox, 'register'), { body: { redirect_uris: ['ftp://x'] } }),
  authorization: (sandbox, { clientId }) => get(sandbox, authorizationUrl(sandbox, clientId)),
  'consent given': (sandbox, { clientId }) => {
    const request = new URL(authorizationUrl(sandbox, clientId)).search.slice(1)
    const body = { request, page: 'consent', decision: 'allow', scope: 'tools' }
    return postForm(sandbox, endpoint(sandbox, 'authorize'), { body })
  },
  'authorization of a document': (sandbox) => get(sandbox, authorizationUrl(sandbox, DOCUMENT)),
  'authorization of a wrong document': (sandbox) =>
    get(sandbox, authorizationUrl(sandbox, WRONG_DOCUMENT)),
  'authorization without pkce': (sandbox, { clientId }) =>
    get(sandbox, authorizationUrl(sandbox, clientId, { code_challenge: null })),
  'authorization to elsewhere': (sandbox, { clientId }) =>
    get(sandbox, authorizationUrl(sandbox, clientId, { redirect_uri: 'https://evil.example/' })),
  'authorization to another port': (sandbox, { clientId }) =>
    get(
      sandbox,
      authorizationUrl(sandbox, clientId, { redirect_uri: CALLBACK.replace('4280', '5555') }),
    ),
  exchange: (sandbox, { clientId, code }) => exchange(sandbox, clientId, { code }),
  'exchange by basic': (sandbox, { clientId, code }) =>
    postForm(sandbox, endpoint(sandbox, 'token'), {
      body: { grant_type: 'authorization_code', code, code_verifier: VERIFIER },
      headers: { Authorization: `Basic ${btoa(`${encodeURIComponent(clientId)}:none`)}` },
    }),
  'exchange without resource': (sandbox, { clientId, code }) =>
    exchange(sandbox, clientId, { code, resource: null }),
  'exchange of a bad code': (sandbox, { clientId }) =>
    exchange(sandbox, clientId, { code: 'garbage', resource: null }),
  'second exchange': async (sandbox, { clientId, code }) => {
    await exchange(sandbox, clientId, { code })
    return exchange(sandbox, clientId, { code })
  },
  'exchange with another verifier': (sandbox, { clientId, code }) =>
    exchange(sandbox, clientId, { code, code_verifier: 'x'.repeat(43) }),
  'exchange with another redirect uri': (sandbox, { clientId, code }) =>
    exchange(sandbox, clientId, { code, redirect_uri: 'https://evil.example/' }),
  'exchange of two scopes': async (sandbox, { clientId }) => {
    const { code } = await codeFor(sandbox, clientId, 'tools vault')
    return exchange(sandbox, clientId, { code })
  },
  refresh: (sandbox, means) => refresh(sandbox, means),
  'second refresh': async (sandbox, means) => {
    await refresh(sandbox, means)
    return refresh(sandbox, means)
  },
})

const PREFLIGHTS = looks({
  'preflight of the server': (sandbox) => preflight(sandbox, sandbox.options.server),
  'preflight of resource metadata': (sandbox) =>
    preflight(sandbox, `${originOf(sandbox)}${RESOURCE}/mcp`),
  'preflight of issuer metadata': (sandbox) =>
    preflight(sandbox, wellKnown(sandbox, 'oauth-authorization-server')),
  'preflight of authorization': (sandbox) => preflight(sandbox, endpoint(sandbox, 'authorize')),
  'preflight of registration': (sandbox) => preflight(sandbox, endpoint(sandbox, 'register')),
  'preflight of token': (sandbox) => preflight(sandbox, endpoint(sandbox, 'token')),
})

/** All corners into which a portrait looks. */
export const SIGHTS = {
  ...AT_SERVER,
  ...MODERN_CALLS,
  ...SESSION_SIGHTS,
  ...AT_ISSUER,
  ...PREFLIGHTS,
}

export type Sight = keyof typeof SIGHTS

export const SIGHT_NAMES = Object.keys(SIGHTS).filter((name): name is Sight => name in SIGHTS)

const RESOURCE = '/.well-known/oauth-protected-resource'

const WISH = {
  client_name: 'Practice client',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'none',
}

function originOf(sandbox: Sandbox): string {
  return new URL(sandbox.options.server).origin
}

function wellKnown(sandbox: Sandbox, name: string): string {
  const { origin, pathname } = new URL(sandbox.options.issuer)
  return `${origin}/.well-known/${name}${pathname === '/' ? '' : pathname}`
}

async function codeFor(sandbox: Sandbox, clientId: string, scope: string) {
  const healthy = openSandbox({ ...sandbox.options, consent: 'automatic', faults: [] })
  return { code: (await authorize(healthy, clientId, { scope })).get('code') }
}

function refresh(sandbox: Sandbox, { clientId, refresh: token }: Means) {
  const body = { grant_type: 'refresh_token', refresh_token: token, client_id: clientId }
  return postForm(sandbox, endpoint(sandbox, 'token'), { body })
}

function preflight(sandbox: Sandbox, url: string) {
  const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' }
  return sandbox.fetch(new Request(url, { method: 'OPTIONS', headers }))
}
