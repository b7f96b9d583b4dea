import { describe, expect, test } from 'vitest'
import type { Rule } from '../run/rule.ts'
import { SPEC_CLIENT, buildRun } from './build-run.ts'
import { judge, judgeStrictly } from './judge.ts'
import { PASS, fail } from './verdict.ts'

const rule = (change: Partial<Rule>): Rule => ({
  id: 'TEST-01',
  name: 'test',
  title: 'Test',
  level: 'must',
  spec: ['rfc8414-2'],
  step: 'challenge',
  stops: false,
  culprit: 'server',
  check: () => PASS,
  ...change,
})
const throwing = rule({
  check: () => {
    throw new Error('hostile')
  },
})
const kinds = (run: Parameters<typeof judge>[0], ...rules: readonly Rule[]) =>
  judge(run, SPEC_CLIENT, rules).map(({ verdict }) => verdict.kind)

describe('judge', () => {
  test('a rule of a later or an earlier revision does not apply and says which', () => {
    const run = buildRun({ config: { revision: '2025-06-18' } })
    const [later] = judge(run, SPEC_CLIENT, [rule({ since: '2025-11-25' })])
    expect(later?.verdict).toEqual({
      kind: 'not-applicable',
      why: 'Asked for since 2025-11-25; this run follows 2025-06-18',
    })
    expect(kinds(run, rule({ until: '2025-03-26' }))).toEqual(['not-applicable'])
    expect(kinds(run, rule({ since: '2025-06-18', until: '2025-06-18' }))).toEqual(['pass'])
  })

  test('without a chosen revision the one that the server speaks counts', () => {
    const run = buildRun({ era: 'legacy' })
    expect(kinds(run, rule({ since: '2026-07-28' }), rule({ until: '2025-11-25' }))).toEqual([
      'not-applicable',
      'pass',
    ])
  })

  test('a rule that throws cannot tell, names our defect, and stops no other', () => {
    const [first, second] = judge(buildRun(), SPEC_CLIENT, [throwing, rule({})])
    expect(first?.verdict).toEqual({
      kind: 'cannot-tell',
      why: 'This rule failed: our defect (hostile)',
    })
    expect(second?.verdict.kind).toBe('pass')
  })

  test('what a rule throws comes through in tests', () => {
    expect(() => judgeStrictly(buildRun(), SPEC_CLIENT, [throwing])).toThrow('hostile')
  })

  test('severity follows the level', () => {
    const levels = ['must', 'should', 'practice'] as const
    const broken = levels.map((level) =>
      rule({
        level,
        check: () =>
          fail({ says: 'x', fix: 'y', evidence: [{ exchange: 'e1', at: { part: 'url' } }] }),
      }),
    )
    expect(judge(buildRun(), SPEC_CLIENT, broken).map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
      'note',
    ])
  })
})
