import { describe, expect, test } from 'vitest'
import { CLIENT, TOKENS, textsOf } from './build-scene.ts'
import { ENTRA } from './entra.ts'

describe('Entra ID', () => {
  test('names the redirect URI, the origin and the resource of the run', () => {
    const texts = [
      ...Object.values(textsOf(ENTRA, 'redirect-uri', CLIENT)),
      ...Object.values(textsOf(ENTRA, 'endpoint-cors', { ...CLIENT, path: '/token' })),
      ...Object.values(textsOf(ENTRA, 'audience', { ...TOKENS, scopes: ['read'] })),
    ]
    expect(texts).toEqual([
      expect.stringContaining(CLIENT.redirectUri),
      expect.stringContaining(CLIENT.origin),
      expect.stringContaining(TOKENS.resource),
    ])
  })
})
