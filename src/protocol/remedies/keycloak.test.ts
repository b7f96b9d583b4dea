import { describe, expect, test } from 'vitest'
import { CLIENT, TOKENS, textsOf } from './build-scene.ts'
import { KEYCLOAK } from './keycloak.ts'

describe('Keycloak', () => {
  test('names the redirect URI, the origin and the resource of the run', () => {
    const texts = [
      ...Object.values(textsOf(KEYCLOAK, 'redirect-uri', CLIENT)),
      ...Object.values(textsOf(KEYCLOAK, 'endpoint-cors', { ...CLIENT, path: '/token' })),
      ...Object.values(textsOf(KEYCLOAK, 'audience', { ...TOKENS, scopes: ['read'] })),
    ]
    expect(texts).toEqual([
      expect.stringContaining(CLIENT.redirectUri),
      expect.stringContaining(CLIENT.origin),
      expect.stringContaining(TOKENS.resource),
    ])
  })
})
