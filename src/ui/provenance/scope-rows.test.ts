import { expect, test } from 'vitest'
import { aRun, aResponse, anExchange } from '../document-builders.ts'
import { toScopeRows } from './scope-rows.ts'

function challenge(status: number, scope: string) {
  const value = `Bearer realm="x", scope=${scope}`
  return aResponse({ status, headers: [['WWW-Authenticate', value]] })
}

const ASKED = anExchange({
  step: 'authorization',
  url: 'https://auth.example/authorize?scope=read%20offline_access',
})

function token(answer: object) {
  return anExchange({
    step: 'token',
    method: 'POST',
    body: 'grant_type=authorization_code',
    outcome: aResponse({ body: JSON.stringify({ access_token: 'a', ...answer }) }),
  })
}

function rows(...exchanges: ReturnType<typeof anExchange>[]) {
  return Object.fromEntries(
    toScopeRows(aRun({ exchanges })).map(({ scope, places }) => [scope, [...places]]),
  )
}

test('says of each scope who named it, and what became of it', () => {
  const metadata = (step: 'resource-metadata' | 'server-metadata', scopes: readonly string[]) =>
    anExchange({ step, outcome: aResponse({ body: JSON.stringify({ scopes_supported: scopes }) }) })
  expect(
    rows(
      anExchange({ outcome: challenge(401, '"read"') }),
      metadata('resource-metadata', ['read', 'write']),
      metadata('server-metadata', ['offline_access']),
      ASKED,
      token({ scope: 'read' }),
      anExchange({ step: 'tools', outcome: challenge(403, '"write"') }),
    ),
  ).toEqual({
    read: ['challenge', 'resource metadata', 'asked for', 'granted'],
    write: ['resource metadata', 'needed'],
    offline_access: ['server metadata', 'asked for'],
  })
})

test('an answer that names no scope grants what was asked for', () => {
  expect(rows(ASKED, token({}))).toEqual({
    read: ['asked for', 'granted'],
    offline_access: ['asked for', 'granted'],
  })
})

test('a scope without quotes is read too', () => {
  expect(rows(anExchange({ outcome: challenge(401, 'read') }))).toEqual({ read: ['challenge'] })
})

test('a negative test names no scope', () => {
  const probe = anExchange({ diagnostic: 'probe', outcome: challenge(401, '"read"') })
  expect(rows(probe)).toEqual({})
})
