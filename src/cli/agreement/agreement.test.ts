import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FAULTS } from '../../sandbox/faults.ts'
import { meet, surprisesOf } from './agreement.ts'
import { KNOWN_MISSES } from './known-misses.ts'
import { type PracticeServer, openPracticeServer } from './practice-server.ts'

/*
 * A share of `npm run agreement`, which meets every fault: each thing that a profile is particular in, and a known miss
 * of each kind. About ten seconds.
 */
const SHARE = [
  null,
  'no-challenge',
  'forbidden-without-token',
  'pointer-to-nothing',
  'prm-resource-origin',
  'prm-resource-slash',
  'prm-resource-other-origin',
  'prm-without-resource',
  'asm-html',
  'asm-without-issuer',
  'asm-issuer-slash',
  'asm-without-response-types',
  'asm-without-pkce-methods',
  'asm-plain-only',
  'dcr-secret-for-public',
  'iss-promised-absent',
  'state-changed',
  'token-type-missing',
  'step-up-forever',
  'without-jsonrpc',
  'challenge-single-quotes',
  'mcp-redirect-307',
  'tool-schema-null',
  'resource-metadata-drops',
  'modern-get-404',
] as const

describe('real clients do as their profiles say', () => {
  let practice: PracticeServer
  beforeAll(async () => {
    practice = await openPracticeServer()
  })
  afterAll(() => practice.close())

  test.each(SHARE)(
    'at %s',
    async (fault) => {
      const { misses = [] } = (fault && KNOWN_MISSES[fault]) || {}
      expect(surprisesOf(misses, await meet(practice, fault))).toEqual([])
    },
    20_000,
  )
})

test('each known miss belongs to a fault, and has a reason', () => {
  for (const [fault, { misses, why }] of Object.entries(KNOWN_MISSES)) {
    expect(Object.keys(FAULTS)).toContain(fault)
    expect(misses.length).toBeGreaterThan(0)
    expect(why).toMatch(/^\p{Lu}.+\.$/u)
  }
})
