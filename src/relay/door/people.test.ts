import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  digestOf,
  isSameDigest,
  makeToken,
  parsePeople,
  recognise,
  toPeopleLine,
} from './people.ts'

test('each person is known by her own token, and nobody by another', async () => {
  const tokens = { ana: makeToken(), ben: makeToken() }
  const lines = await Promise.all(
    Object.entries(tokens).map(async ([name, token]) => {
      return toPeopleLine({ name, digest: await digestOf(token) })
    }),
  )
  const { people, problems } = parsePeople(`${lines.join('\n')}\n`)
  expect(problems).toEqual([])
  expect(await recognise(tokens.ana, people)).toBe('ana')
  expect(await recognise(tokens.ben, people)).toBe('ben')
  for (const token of ['', `${tokens.ana}x`, makeToken(), people[0]?.digest ?? '']) {
    expect(await recognise(token, people)).toBeUndefined()
  }
})

test('a line that cannot be used is named, and the others hold', () => {
  const digest = 'a'.repeat(64)
  const text = [
    toPeopleLine({ name: 'ana', digest }),
    '{"name":',
    '',
    JSON.stringify({ name: 'ben\nroot', sha256: digest }),
    JSON.stringify({ name: 'eva', sha256: 'A'.repeat(64) }),
  ].join('\n')
  expect(parsePeople(text)).toEqual({
    people: [{ name: 'ana', digest }],
    problems: [
      'Line 2 is no JSON object.',
      'Line 4 has no name of letters, digits and . @ + - _.',
      'Line 5, eva: sha256 has to be 64 hexadecimal digits in lower case.',
    ],
  })
})

test('the digest is the SHA-256 that everybody computes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(await digestOf(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
    { numRuns: 20 },
  )
})

test('digests are the same only when every character is', () => {
  const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 64 })
  fc.assert(
    fc.property(digest, digest, (one, other) => {
      expect(isSameDigest(one, other)).toBe(one === other)
      expect(isSameDigest(one, one)).toBe(true)
    }),
  )
})

test('tokens are 256 bits that fit into a header, each another one', () => {
  const tokens = Array.from({ length: 50 }, makeToken)
  expect(new Set(tokens).size).toBe(50)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})
