import { describe, expect, test } from 'vitest'
import { toReport } from '../../protocol/reports.ts'
import type { Comparison } from './baseline/baseline.ts'
import { buildDocument } from './build-document.ts'
import type { Expectation } from './expectation.ts'
import { toLines, toTotal } from './report.ts'
import { toResult } from './result.ts'
import type { Ending } from './walk-target.ts'

const PASSED = buildDocument()
const FAILED = buildDocument({
  status: 'failed',
  step: 'challenge',
  cause: 'CHL-01',
  summary: 'It answers 200.',
  fix: 'Answer 401.',
})

function result(ending: Partial<Ending>, expected: Expectation = {}) {
  const server = 'https://a.example/mcp?key=hush'
  const target = { name: 'My server', server, given: new Map(), expect: expected }
  const whole = { document: undefined, problem: undefined, hint: undefined, ...ending }
  return toResult(target, whole, { secrets: {}, milliseconds: 1234 }).reported
}

describe('the lines of a target', () => {
  test('are one when all is as expected', () => {
    expect(toLines(result({ document: PASSED }))).toEqual([
      '✓ My server  passed  1.2 s  Connected: 1 tool.',
    ])
    expect(toLines(result({ document: FAILED }, { cause: 'CHL-01' }))).toHaveLength(1)
  })

  test('tell what differs, and the fix', () => {
    expect(toLines(result({ document: FAILED }))).toEqual([
      '✗ My server  failed  CHL-01  1.2 s  It answers 200.',
      '    expected passed, but it failed',
      '    fix: Answer 401.',
    ])
  })

  test('tell what kept the walk from its end', () => {
    const [line, problem] = toLines(result({ problem: 'the page crashed' }))
    expect([line, problem]).toEqual(['✗ My server  no run  1.2 s', '    the page crashed'])
  })

  test('obey no control characters of a server', () => {
    const document = buildDocument({ summary: 'a\u001B[2Jb\nc\u202Ed' })
    expect(toLines(result({ document }))).toEqual(['✓ My server  passed  1.2 s  a [2Jb c d'])
  })
})

test('a walk that waits for a person is as expected when that is what was expected', () => {
  const document = buildDocument({ status: 'stopped' })
  expect(result({ document, hint: 'drive it' }, { status: 'stopped' }).differences).toEqual([])
  expect(result({ document, problem: 'slow' }, { status: 'stopped' }).differences).toEqual(['slow'])
})

const CHANGED = {
  kind: 'status',
  step: null,
  subject: 'outcome',
  before: 'passed',
  after: 'failed',
  says: 'The run passed before and failed now.',
} as const

function besideBaseline(
  state: Comparison['state'],
  isUpdated: boolean,
  expected: Expectation = {},
) {
  const target = { name: 'a', server: 'https://a.example', given: new Map(), expect: expected }
  const differences = state === 'different' ? [CHANGED] : []
  const { reported } = toResult(
    target,
    { document: FAILED, problem: undefined, hint: undefined },
    {
      secrets: {},
      milliseconds: 1,
      baseline: { folder: 'kept', isUpdated },
      comparison: { state, differences, broken: ['CHL-01'] },
    },
  )
  return reported
}

describe('beside a baseline', () => {
  test('a run that is the same is as expected, even one that fails', () => {
    const target = besideBaseline('same', false)
    expect(target).toMatchObject({ asExpected: true, baseline: { state: 'same' } })
    expect(toLines(target)).toHaveLength(1)
  })

  test('what differs is told, and what is missing', () => {
    expect(besideBaseline('different', false).differences).toEqual([CHANGED.says])
    expect(besideBaseline('missing', false).differences).toEqual([
      'there is no baseline a.run.json in kept; --update keeps this run',
    ])
  })

  test('what was expected in words counts too', () => {
    expect(besideBaseline('same', false, { status: 'passed' }).differences).toEqual([
      'expected passed, but it failed',
    ])
  })

  test('what is kept is as expected, and told', () => {
    const target = besideBaseline('different', true)
    expect(target).toMatchObject({ asExpected: true, baseline: { state: 'kept' } })
    expect(toLines(target).slice(1)).toEqual([
      '    kept as the new baseline, with these differences:',
      `    ${CHANGED.says}`,
    ])
    expect(toLines(besideBaseline('missing', true))[1]).toBe('    kept as the first baseline')
  })

  test('hundreds of differences are cut on a terminal', () => {
    const says = Array.from({ length: 40 }, (_, index) => `difference ${index}`)
    const target = { ...besideBaseline('different', false), differences: says, fix: null }
    expect(toLines(target)).toHaveLength(14)
    expect(toLines(target).at(-1)).toBe('    and 28 more, which the reports tell')
  })
})

function report(targets: readonly ReturnType<typeof result>[], notRun: readonly string[]) {
  const app = { name: 'test', version: '0' }
  return toReport({ app, startedAt: 0, milliseconds: 2000, targets, notRun })
}

test('the total counts what was run and what was not', () => {
  const results = [result({ document: PASSED }), result({ document: FAILED })]
  const whole = report(results, ['a', 'b', 'c'])
  expect(toTotal(whole)).toBe('5 targets, 1 as expected, 1 not, 3 not run, in 2.0 s')
  expect(toTotal(report(results.slice(0, 1), []))).toBe('1 target, 1 as expected, in 2.0 s')
})

test('the reports repeat outcomes, and of addresses only what the page has redacted', () => {
  const results = [result({ document: PASSED }), result({ problem: 'the page crashed' })]
  expect(results).toMatchObject([
    {
      name: 'My server',
      server: 'https://a.example/mcp',
      status: 'passed',
      file: 'My-server.run.json',
      files: ['My-server.har'],
    },
    { server: null, status: null, differences: ['the page crashed'], file: null, files: [] },
  ])
  expect(JSON.stringify(results)).not.toContain('hush')
})

test('what was expected to be broken is marked as such', () => {
  const document = buildDocument({}, [{ rule: 'CHL-01' }, { rule: 'CHL-02', verdict: 'pass' }])
  expect(result({ document }, { rules: ['CHL-01'] }).findings).toMatchObject([
    { rule: 'CHL-01', expected: true },
  ])
})

test('a secret in the words of a problem does not get into the reports', () => {
  const target = { name: 'a', server: 'https://a.example', given: new Map(), expect: {} }
  const problem = 'the consent module failed: no field for tenant-key-7'
  const ending = { document: undefined, problem, hint: undefined }
  const secrets = { headers: [['X-Key', 'tenant-key-7']] } as const
  const { reported } = toResult(target, ending, { secrets, milliseconds: 1 })
  expect(reported.differences).toEqual([
    'the consent module failed: no field for redacted-header-1',
  ])
})
