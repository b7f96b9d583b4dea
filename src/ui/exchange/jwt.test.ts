import { expect, test } from 'vitest'
import { aResponse, anExchange } from '../document-builders.ts'
import { findJwts, parseJwt, toClaimNote } from './jwt.ts'

const encode = (value: object) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const token = `${encode({ alg: 'ES256' })}.${encode({ sub: 'Zoë?>', aud: 'x' })}.c2ln`

test('reads header and claims, in UTF-8', () => {
  expect(parseJwt(token)).toMatchObject({
    header: { alg: 'ES256' },
    claims: { sub: 'Zoë?>', aud: 'x' },
  })
})

test.each(['eyJh.eyJh.x', 'a.b.c', 'eyJ.eyJ', ''])('takes %j for no token', (text) => {
  expect(parseJwt(text)).toBe(undefined)
})

test('finds each token once, and tells what the answer brought from what was carried', () => {
  const headers = [['Authorization', `Bearer ${token}`]] as const
  const tokens = ({ brought, carried }: ReturnType<typeof findJwts>) => [
    brought.map((jwt) => jwt.token),
    carried.map((jwt) => jwt.token),
  ]
  expect(tokens(findJwts(anExchange({ headers })))).toEqual([[], [token]])
  const outcome = aResponse({ body: JSON.stringify({ access_token: token, id_token: token }) })
  expect(tokens(findJwts(anExchange({ headers, outcome })))).toEqual([[token], []])
})

const seen = { at: Date.UTC(2026, 0, 1), server: 'https://tools.example/mcp' }

test.each([
  ['exp', seen.at / 1000 + 3600, '2026-01-01T01:00:00Z, in 1 hour'],
  ['iat', seen.at / 1000 - 90, '2025-12-31T23:58:30Z, 1 minute ago'],
  ['nbf', seen.at / 1000, '2026-01-01T00:00:00Z, now'],
  ['exp', 1e20, null],
  ['exp', 'soon', null],
  ['aud', 'https://tools.example/mcp', 'This MCP server.'],
  ['aud', ['a', 'https://tools.example/mcp'], 'This MCP server.'],
  ['aud', 'https://tools.example', 'Not the address of this MCP server.'],
  ['sub', 'me', null],
])('explains %s %j as %j', (name, value, note) => {
  expect(toClaimNote(name, value, seen)).toBe(note)
})
