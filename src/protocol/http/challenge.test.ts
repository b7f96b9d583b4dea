import * as oauth from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import { FAULTY, POINTER, WELL_FORMED } from './challenge.samples.ts'
import {
  type ChallengeReading,
  findBearer,
  parameterElsewhere,
  parameterOf,
  parseChallenges,
} from './challenge.ts'

function bearerOf(reading: ChallengeReading['strict']): { readonly [name: string]: string } | null {
  return reading.kind === 'bearer' ? reading.parameters : null
}

/** What oauth4webapi itself reads: it tells only through the error that it throws. */
async function readByLibrary(header: string): Promise<{ readonly [name: string]: string } | null> {
  const response = new Response(null, { status: 401, headers: { 'WWW-Authenticate': header } })
  const refusal: unknown = await oauth.processRevocationResponse(response).catch((error) => error)
  if (!(refusal instanceof Error) || !Array.isArray(refusal.cause)) return null
  return refusal.cause.find(({ scheme }) => scheme === 'bearer')?.parameters ?? null
}

describe('parseChallenges', () => {
  test.each([...WELL_FORMED, ...FAULTY])('reads $about', (sample) => {
    const reading = parseChallenges(sample.header)
    expect(reading.challenges.map(({ scheme }) => scheme)).toEqual(sample.schemes ?? ['Bearer'])
    expect(reading.faults.map(({ kind }) => kind)).toEqual(sample.faults)
    expect(bearerOf(reading.lenient)).toEqual(sample.lenient)
    expect(bearerOf(reading.strict)).toEqual(sample.strict ?? null)
  })

  const sendable = [...WELL_FORMED, ...FAULTY].filter(({ header }) => /^[\x20-\xff]*$/.test(header))

  test.each(sendable)('reads $about as strictly as oauth4webapi', async ({ header }) => {
    const own = bearerOf(parseChallenges(header).strict)
    const theirs = await readByLibrary(header)
    // It takes `scope=` for a token68 and so for a challenge without parameters, where ours gives up.
    const nothing = theirs !== null && Object.keys(theirs).length === 0 && own === null
    expect(own).toEqual(nothing ? null : theirs)
  })

  test('keeps every value of a repeated parameter with its place', () => {
    const header = 'Bearer scope="a", scope="b"'
    const { challenges, faults } = parseChallenges(header)
    expect(challenges[0]?.parameters.map(({ value }) => value)).toEqual(['a', 'b'])
    expect(faults.map(({ span }) => header.slice(...span))).toEqual(['scope="b"'])
    expect(faults[0]?.says).toContain('scope')
  })

  test('points at the very characters of a fault', () => {
    const header = `Basic realm="x", Bearer resource_metadata=${POINTER}`
    const [fault] = parseChallenges(header).faults
    expect(header.slice(...(fault?.span ?? [0, 0]))).toBe(POINTER)
    expect(fault?.says).toContain('resource_metadata')
  })

  test('keeps a token68 and knows it from parameters', () => {
    const [negotiate, basic] = parseChallenges('Negotiate YII==, Basic realm=x').challenges
    expect(negotiate?.token68).toBe('YII==')
    expect(negotiate?.parameters).toEqual([])
    expect(basic?.token68).toBeUndefined()
  })

  test('does not give Bearer the metadata of another scheme, and says whose it is', () => {
    const reading = parseChallenges(
      `DPoP algs="ES256", resource_metadata="${POINTER}", Basic realm="x"`,
    )
    expect(findBearer(reading)).toBeUndefined()
    expect(reading.lenient).toEqual({
      kind: 'none',
      why: `The header offers DPoP, Basic and no Bearer challenge. The resource_metadata "${POINTER}" belongs to DPoP.`,
    })
    expect(parameterElsewhere(reading, 'resource_metadata')).toEqual([
      { scheme: 'DPoP', value: POINTER },
    ])
  })

  test('says why a strict client reads nothing', () => {
    const { strict } = parseChallenges('Bearer realm="x')
    expect(strict).toEqual({
      kind: 'none',
      why: 'It gives up on the whole header. The quote that opens at column 14 is never closed.',
    })
  })

  test.each(['', ' ', ', ,'])('finds no challenge in %j', (header) => {
    const reading = parseChallenges(header)
    expect(reading.challenges).toEqual([])
    expect(reading.lenient).toEqual({ kind: 'none', why: 'The header holds no challenge.' })
  })

  test('reads parameters that are named like members of every object', () => {
    const reading = parseChallenges('Bearer __proto__="x", constructor="y"')
    expect(new Map(Object.entries(bearerOf(reading.lenient) ?? {}))).toEqual(
      new Map([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    )
  })
})

describe('findBearer and parameterOf', () => {
  test('find by name without regard to case, and the first of equal names', () => {
    const bearer = findBearer(parseChallenges('Basic realm="b", bEARER Scope="a", scope="c"'))
    expect(parameterOf(bearer, 'SCOPE')).toBe('a')
    expect(parameterOf(bearer, 'realm')).toBeUndefined()
    expect(parameterOf(undefined, 'scope')).toBeUndefined()
  })
})
