import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanChallenges } from './challenge-scanner.ts'

const token = fc.stringMatching(/^[!#$%&*+.^_`|~0-9A-Za-z-]{1,12}$/)
const quotable = fc
  .array(
    fc.oneof(fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]$/), fc.constantFrom('"', '\\', ',', '=')),
  )
  .map((characters) => characters.join(''))
const parameterList = fc.uniqueArray(
  fc.record({ name: token, value: fc.oneof(token, quotable), quoted: fc.boolean() }),
  { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 4 },
)
const challenge = fc.oneof(
  fc.record({ scheme: token, parameters: parameterList }),
  fc.record({ scheme: token }),
  fc.record({ scheme: token, token68: fc.stringMatching(/^[A-Za-z0-9._~+/-]{1,20}(==)?$/) }),
)

type Written = typeof challenge extends fc.Arbitrary<infer Value> ? Value : never

function writeChallenge(written: Written, comma: string): string {
  if ('token68' in written) return `${written.scheme} ${written.token68}`
  if (!('parameters' in written)) return written.scheme
  const parameters = written.parameters.map(({ name, value, quoted }) => {
    const bare = !quoted && /^[!#$%&*+.^_`|~0-9A-Za-z-]+$/.test(value)
    return `${name}=${bare ? value : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`}`
  })
  return `${written.scheme} ${parameters.join(comma)}`
}

describe('scanChallenges', () => {
  test('reads back a well-formed header without faults', () => {
    fc.assert(
      fc.property(
        fc.array(challenge, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(', ', ',', ' , ', ',\t'),
        (written, comma) => {
          const header = written.map((entry) => writeChallenge(entry, comma)).join(comma)
          const reading = scanChallenges(header)
          expect(reading.faults).toEqual([])
          const read = reading.challenges.map(({ scheme, token68, parameters }) => ({
            scheme,
            token68,
            parameters: parameters.map(({ name, value }) => [name, value]),
          }))
          const expected = written.map((entry) => ({
            scheme: entry.scheme,
            token68: 'token68' in entry ? entry.token68 : undefined,
            parameters:
              'parameters' in entry ? entry.parameters.map(({ name, value }) => [name, value]) : [],
          }))
          expect(read).toEqual(expected)
        },
      ),
    )
  })

  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('Bearer', 'a', ' ', ',', '=', '"', "'", '\\', ';', '\t', 'x="y"', '\u0000'),
      )
      .map((pieces) => pieces.join('')),
  )

  test('gives spans within the text, in order, and a sentence for every fault', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const { challenges, faults } = scanChallenges(text)
        const parameters = challenges.flatMap((entry) => entry.parameters)
        for (const { span } of [...challenges, ...parameters, ...faults]) {
          expect(span[0]).toBeGreaterThanOrEqual(0)
          expect(span[1]).toBeGreaterThanOrEqual(span[0])
          expect(span[1]).toBeLessThanOrEqual(text.length)
        }
        for (const { says, span } of faults) {
          expect(says).not.toBe('')
          expect(span[1]).toBeGreaterThan(span[0])
        }
        for (const { name, span } of parameters) expect(text.startsWith(name, span[0])).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  const pieces = ['"', '\\', "a='b,", 'a="b c="', 'Bearer ', 'a=', ' ', ',', 'a"', '=', 'x y="z" ']

  test.each(pieces)('reads 100,000 times %j without delay', (piece) => {
    const text = `Bearer ${piece.repeat(100_000)}`
    const long = performance.now()
    scanChallenges(text)
    expect(performance.now() - long).toBeLessThan(2000)
  })
})
