import { expect, test } from 'vitest'
import { callModern, openSandbox } from '../testing/practice-client.ts'
import { written } from './challenge.ts'

const POINTER = 'resource_metadata="http://localhost:4281/.well-known/oauth-protected-resource/mcp"'

test.each([
  ['plain', `Bearer scope="tools", ${POINTER}`],
  ['no-pointer', 'Bearer scope="tools"'],
  [
    'several-challenges',
    `Negotiate, Basic realm="practice, basic", Bearer scope="tools", ${POINTER}, DPoP algs="ES256"`,
  ],
  [
    'other-case',
    `BEARER SCOPE="tools", ${POINTER.replace('resource_metadata', 'RESOURCE_METADATA')}`,
  ],
  ['comma-in-quotes', `Bearer realm="practice, the \\"quoted\\" one", scope="tools", ${POINTER}`],
] as const)('%s', async (challengeHeader, header) => {
  const response = await callModern(openSandbox({ challengeHeader }), 'tools/list')
  expect(response.headers.get('WWW-Authenticate')).toBe(header)
})

test('a challenge without scopes names none', async () => {
  const response = await callModern(openSandbox({ scopes: {} }), 'tools/list')
  expect(response.headers.get('WWW-Authenticate')).toBe(`Bearer ${POINTER}`)
})

test('values are quoted so that they can be read back', () => {
  const challenge = { scheme: 'Bearer', parameters: [['a', 'b "c" \\d']] as const }
  expect(written(challenge)).toBe(String.raw`Bearer a="b \"c\" \\d"`)
  expect(written({ scheme: 'Bearer', parameters: [] })).toBe('Bearer')
})
