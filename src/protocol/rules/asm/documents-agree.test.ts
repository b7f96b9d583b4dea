import { describe, expect, test } from 'vitest'
import type { Json } from '../../http/json.ts'
import { PROBES } from '../../spec/probes.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { healthyExchange } from '../healthy-exchanges.ts'
import { documentsAgree as rule } from './documents-agree.ts'

const probed = (json: Json, status = 200) => ({
  until: 'probes' as const,
  more: [
    {
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['other-metadata'],
      status,
      json,
    } as const,
  ],
})

describe('ASM-19 documents-agree', () => {
  test('passes when both say the same', () => {
    expect(kindOf(rule, probed(healthyExchange('server-metadata', 'modern').json ?? {}))).toBe(
      'pass',
    )
  })

  test('fails when they differ, with both places', () => {
    const fail = checkFail(rule, probed({ issuer: 'https://other.example' }))
    expect(fail.says).toContain('https://other.example')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['server-metadata', 'probe'])
  })

  test('cannot tell without the negative test, or with one document only', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
    expect(kindOf(rule, probed({}, 404))).toBe('cannot-tell')
  })
})
