import { describe, expect, test } from 'vitest'
import { add, countPlaywright, countVitest, settle } from './counts.ts'

function file(status: string, ...statuses: readonly string[]) {
  return { status, assertionResults: statuses.map((each) => ({ status: each })) }
}

describe('countVitest', () => {
  test('counts tests over all files', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')]
    expect(countVitest({ testResults })).toEqual({ passed: 3, failed: 1 })
  })

  test('counts a file that could not be loaded as one failure', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  test('does not let a repeated test pass', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1 }
    expect(countPlaywright({ stats })).toEqual({ passed: 4, failed: 2 })
  })
})

describe('settle', () => {
  test('takes the counts of a suite that ended well', () => {
    expect(settle({ passed: 2, failed: 0 }, 0)).toEqual({ passed: 2, failed: 0 })
  })

  test.each([
    ['ended badly though no test failed', { passed: 2, failed: 0 }, 1, { passed: 2, failed: 1 }],
    ['ran nothing', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    ['left no report', undefined, 0, { passed: 0, failed: 1 }],
  ])('counts one failure for a suite that %s', (_, counts, exitCode, expected) => {
    expect(settle(counts, exitCode)).toEqual(expected)
  })
})

test('add sums up', () => {
  expect(
    add([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 })
})
