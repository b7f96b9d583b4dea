import { describe, expect, test } from 'vitest'
import { CLIENT, TOKENS, textsOf } from './build-scene.ts'
import { OKTA } from './okta.ts'

describe('Okta', () => {
  test('names the redirect URI, the origin and the resource of the run', () => {
    const texts = [
      ...Object.values(textsOf(OKTA, 'redirect-uri', CLIENT)),
      ...Object.values(textsOf(OKTA, 'endpoint-cors', { ...CLIENT, path: '/token' })),
      ...Object.values(textsOf(OKTA, 'audience', { ...TOKENS, scopes: ['read'] })),
    ]
    expect(texts).toEqual([
      expect.stringContaining(CLIENT.redirectUri),
      expect.stringContaining(CLIENT.origin),
      expect.stringContaining(TOKENS.resource),
    ])
  })
})
