import { describe, expect, test } from 'vitest'
import { buildDocument } from './build-document.ts'
import type { Expectation } from './expectation.ts'
import { toLines, toTotal } from './report.ts'
import { toResult, toSummary } from './result.ts'
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
  return toResult(target, whole, 1234)
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

test('the total counts what was run and what was not', () => {
  const results = [result({ document: PASSED }), result({ document: FAILED })]
  expect(toTotal(results, 5, 2000)).toBe('5 targets, 1 as expected, 1 not, 3 not run, in 2.0 s')
  expect(toTotal(results.slice(0, 1), 1, 400)).toBe('1 target, 1 as expected, in 0.4 s')
})

test('the summary repeats outcomes, and of addresses only what the page has redacted', () => {
  const results = [result({ document: PASSED }), result({ problem: 'the page crashed' })]
  const summary = toSummary(results, 3)
  expect(summary.counts).toEqual({ targets: 3, asExpected: 1, different: 1, notRun: 1 })
  expect(summary.targets).toMatchObject([
    {
      name: 'My server',
      server: 'https://a.example/mcp',
      status: 'passed',
      file: 'My-server.run.json',
    },
    { server: null, status: null, differences: ['the page crashed'], file: null },
  ])
  expect(JSON.stringify(summary)).not.toContain('hush')
})
