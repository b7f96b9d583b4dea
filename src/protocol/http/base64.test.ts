import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

test('reads back what it wrote, in either alphabet and without padding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const written = toBase64(`x${text}`)
      const address = written.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      expect(fromBase64(written)).toBe(`x${text}`)
      expect(fromBase64(address)).toBe(`x${text}`)
    }),
  )
})

test.each(['', '=', 'a', 'abcde', 'ab cd', 'ab=c', 'abc.', 'ab==='])(
  'reads nothing from %j',
  (text) => {
    expect(fromBase64(text)).toBeUndefined()
  },
)

test('gives nothing or a text for anything', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w+/=-]*$/), (text) => {
      expect(['string', 'undefined']).toContain(typeof fromBase64(text))
    }),
  )
})
