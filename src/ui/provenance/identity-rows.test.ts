import { describe, expect, test } from 'vitest'
import type { DocumentFinding } from '../../protocol/index.ts'
import { aFinding, aRun, aResponse, anExchange } from '../document-builders.ts'
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

function groups(exchanges = EXCHANGES, findings: readonly DocumentFinding[] = []) {
  const document = aRun({ exchanges, findings })
  const [resource, issuer, redirect] = toIdentity({
    ...document,
    config: { ...document.config, server: SERVER },
  })
  return { resource, issuer, redirect }
}

describe('toIdentity', () => {
  test('holds each resource against what a client asks for', () => {
    expect(
      groups().resource?.rows.map(({ where, differs }) => [where, differs?.in ?? null]),
    ).toEqual([
      ['the address that was entered', null],
      ['resource of the resource metadata', null],
      ['resource in the authorization request', 'a slash at the end'],
      ['resource in the token request', null],
      ['aud of the access token', null],
    ])
  })

  test('holds each issuer against the one that a client compares it with', () => {
    expect(
      groups().issuer?.rows.map(({ exchange, differs }) => [exchange, differs?.in ?? null]),
    ).toEqual([
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
          rule: null,
        },
        {
          where: 'the address that the person came back to',
          value: BACK,
          exchange: 'back',
          differs: null,
          rule: null,
        },
        {
          where: 'redirect_uri in the token request',
          value: BACK,
          exchange: 'token',
          differs: null,
          rule: null,
        },
      ],
      unseen: ['redirect_uris as registered'],
    })
  })

  test('a token for what the metadata names is right, though the metadata is wrong', () => {
    const other = 'https://tools.example/other'
    const [, asm, , back] = EXCHANGES
    const document = { resource: other, authorization_servers: [ISSUER] }
    const token = `${encode({ alg: 'none' })}.${encode({ aud: [other, 'https://more.example'] })}.`
    const query = new URLSearchParams({ redirect_uri: BACK, resource: other })
    const exchanges = [
      anExchange({
        id: 'prm',
        step: 'resource-metadata',
        outcome: aResponse({ body: JSON.stringify(document) }),
      }),
      ...(asm && back ? [asm, back] : []),
      anExchange({ id: 'ask', step: 'authorization', url: `${ISSUER}/authorize?${query}` }),
      anExchange({
        id: 'token',
        step: 'token',
        method: 'POST',
        outcome: aResponse({ body: JSON.stringify({ access_token: token }) }),
      }),
    ]
    const differing = groups(exchanges).resource?.rows.filter(({ differs }) => differs !== null)
    expect(differing).toEqual([
      {
        where: 'resource of the resource metadata',
        value: other,
        exchange: 'prm',
        differs: { from: SERVER, in: 'path' },
        rule: null,
      },
    ])
  })

  test('iss is held against the issuer of the metadata, which may be wrong itself', () => {
    const own = 'https://evil.example'
    const asm = anExchange({
      id: 'asm',
      step: 'server-metadata',
      outcome: aResponse({ body: JSON.stringify({ issuer: own }) }),
    })
    const exchanges = EXCHANGES.map((each) => (each.id === 'asm' ? asm : each))
    expect(groups(exchanges).issuer?.rows.map(({ differs }) => differs)).toEqual([
      null,
      { from: ISSUER, in: 'host' },
      null,
      { from: own, in: 'host' },
    ])
  })

  test('the query of a redirect URI is no difference to where the person came back', () => {
    const asked = new URLSearchParams({ redirect_uri: `${BACK}?tenant=a` })
    const ask = anExchange({ id: 'ask', step: 'authorization', url: `${ISSUER}/a?${asked}` })
    const back = anExchange({ id: 'back', step: 'callback', url: `${BACK}?tenant=a&code=c` })
    expect(groups([ask, back]).redirect?.rows.map(({ differs }) => differs)).toEqual([null, null])
  })

  test('names the finding about a difference, where the rule failed', () => {
    const failed = aFinding({ rule: 'ISS-05', verdict: 'fail' })
    const passed = aFinding({ rule: 'ASM-03', verdict: 'pass' })
    const { issuer } = groups(EXCHANGES, [failed, passed])
    expect(issuer?.rows.map(({ rule }) => rule)).toEqual([null, null, 'ISS-05', null])
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
