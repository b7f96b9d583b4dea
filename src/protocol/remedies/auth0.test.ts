import { describe, expect, test } from 'vitest'
import { AUTH0 } from './auth0.ts'
import { CLIENT, TOKENS, textsOf } from './build-scene.ts'

describe('Auth0', () => {
  test('names the redirect URI, the origin and the resource of the run', () => {
    const texts = [
      ...Object.values(textsOf(AUTH0, 'redirect-uri', CLIENT)),
      ...Object.values(textsOf(AUTH0, 'endpoint-cors', { ...CLIENT, path: '/token' })),
      ...Object.values(textsOf(AUTH0, 'audience', { ...TOKENS, scopes: ['read'] })),
    ]
    expect(texts).toEqual([
      expect.stringContaining(CLIENT.redirectUri),
      expect.stringContaining(CLIENT.origin),
      expect.stringContaining(TOKENS.resource),
    ])
  })
})
