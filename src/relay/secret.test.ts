import { expect, test } from 'vitest'
import { isSameSecret, makeRelaySecret } from './secret.ts'

test('a secret is 32 bytes that fit into a fragment, and never the same twice', () => {
  const secret = makeRelaySecret()
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(makeRelaySecret()).not.toBe(secret)
})

test('only the secret itself is the same, whatever the length of the other', () => {
  const secret = makeRelaySecret()
  expect(isSameSecret(secret, secret)).toBe(true)
  for (const other of ['', secret.slice(1), `${secret}a`, secret.toLowerCase() + '!']) {
    expect(isSameSecret(other, secret)).toBe(false)
  }
})
