import { describe, expect, test } from 'vitest'
import { aRun, aResponse, anExchange } from '../document-builders.ts'
import { toIdentity } from './identity-rows.ts'

const SERVER = 'https://tools.example/mcp'
const ISSUER = 'https://auth.example'
const BACK = 'http://localhost:4280/callback.html'
const encode = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_')
const TOKEN = `${encode({ alg: 'none' })}.${encode({ iss: `${ISSUER}/`, aud: [SERVER] })}.`

const request = new URLSearchParams({ redirect_uri: BACK, resource: `${SERVER}/` })
const EXCHANGES = [
  anExchange({
    id: 'prm',
    step: 'resource-metadata',
    outcome: aResponse({
      body: JSON.stringify({ resource: SERVER, authorization_servers: [ISSUER] }),
    }),
  }),
  anExchange({
    id: 'asm',
    step: 'server-metadata',
    outcome: aResponse({ body: JSON.stringify({ issuer: ISSUER }) }),
  }),
  anExchange({ id: 'ask', step: 'authorization', url: `${ISSUER}/authorize?${request}` }),
  anExchange({
    id: 'back',
    step: 'callback',
    url: `${BACK}?code=c&iss=https%3A%2F%2Fevil.example`,
  }),
  anExchange({
    id: 'token',
    step: 'token',
    method: 'POST',
    body: String(new URLSearchParams({ redirect_uri: BACK, resource: SERVER })),
    outcome: aResponse({ body: JSON.stringify({ access_token: TOKEN }) }),
  }),
]

function groups(exchanges = EXCHANGES) {
  const document = aRun({ exchanges })
  const [resource, issuer, redirect] = toIdentity({
    ...document,
    config: { ...document.config, server: SERVER },
  })
  return { resource, issuer, redirect }
}

describe('toIdentity', () => {
  test('holds each resource against the address that was entered', () => {
    expect(groups().resource?.rows.map(({ where, differs }) => [where, differs])).toEqual([
      ['the address that was entered', null],
      ['resource of the resource metadata', null],
      ['resource in the authorization request', 'a slash at the end'],
      ['resource in the token request', null],
      ['aud of the access token', null],
    ])
  })

  test('holds each issuer against the one that the resource metadata lists', () => {
    expect(groups().issuer?.rows.map(({ exchange, differs }) => [exchange, differs])).toEqual([
      ['prm', null],
      ['asm', null],
      ['back', 'host'],
      ['token', 'a slash at the end'],
    ])
  })

  test('the redirect URI is the same as sent and as arrived at, without its parameters', () => {
    expect(groups().redirect).toEqual({
      title: 'The redirect URI',
      rows: [
        {
          where: 'redirect_uri in the authorization request',
          value: BACK,
          exchange: 'ask',
          differs: null,
        },
        {
          where: 'the address that the person came back to',
          value: BACK,
          exchange: 'back',
          differs: null,
        },
        {
          where: 'redirect_uri in the token request',
          value: BACK,
          exchange: 'token',
          differs: null,
        },
      ],
      unseen: ['redirect_uris as registered'],
    })
  })

  test('says what a run that stopped early did not show', () => {
    const { issuer } = groups([])
    expect(issuer?.rows).toEqual([])
    expect(issuer?.unseen).toContain('iss of the access token')
  })

  test('what was made to find something out is not taken for the walk', () => {
    const [prm] = EXCHANGES
    const probe = prm && { ...prm, diagnostic: 'survey' as const }
    expect(groups(probe ? [probe] : []).issuer?.rows).toEqual([])
  })
})
