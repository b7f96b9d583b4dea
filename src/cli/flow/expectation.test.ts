import { describe, expect, test } from 'vitest'
import type { DocumentFinding, RunDocument, RunOutcome } from '../../protocol/index.ts'
import { buildDocument } from './build-document.ts'
import { type Expectation, findDifferences } from './expectation.ts'

const PASSED: Partial<RunOutcome> = { status: 'passed', cause: null }
const FAILED: Partial<RunOutcome> = { status: 'failed', cause: 'PRM-07' }

function broken(rule: string, severity: DocumentFinding['severity'] = 'error') {
  return { rule, severity, title: `${rule} holds`, verdict: 'fail' as const }
}

describe('findDifferences', () => {
  test.each<[string, RunDocument, Expectation, readonly string[]]>([
    ['nothing is said and it passed', buildDocument(PASSED), {}, []],
    [
      'nothing is said and it failed',
      buildDocument(FAILED),
      {},
      ['expected passed, but it failed'],
    ],
    ['the status is as said', buildDocument(FAILED), { status: 'failed' }, []],
    ['the cause is as said', buildDocument(FAILED), { cause: 'PRM-07' }, []],
    [
      'another cause was named',
      buildDocument(FAILED),
      { cause: 'CHL-01' },
      ['expected CHL-01 as the cause, but it is PRM-07'],
    ],
    [
      'a cause was named and it passed',
      buildDocument(PASSED),
      { cause: 'CHL-01' },
      ['expected CHL-01 as the cause, but it is none'],
    ],
    [
      'no cause was named and there is one',
      buildDocument(FAILED),
      { status: 'failed', cause: null },
      ['expected no rule as the cause, but it is PRM-07'],
    ],
    [
      'the broken rules are those named',
      buildDocument(PASSED, [broken('A-1')]),
      { rules: ['A-1'] },
      [],
    ],
    [
      'a named rule is not broken',
      buildDocument(PASSED),
      { rules: ['A-1'] },
      ['expected A-1 to be broken, but it is not'],
    ],
    [
      'a rule is broken that was not named',
      buildDocument(PASSED, [broken('A-1', 'warning')]),
      { rules: [] },
      ['A-1 is broken unexpectedly (A-1 holds)'],
    ],
    ['a note was not named', buildDocument(PASSED, [broken('A-1', 'note')]), { rules: [] }, []],
    ['a note was named', buildDocument(PASSED, [broken('A-1', 'note')]), { rules: ['A-1'] }, []],
    ['rules are broken and none were named', buildDocument(PASSED, [broken('A-1')]), {}, []],
  ])('when %s', (_, document, expected, differences) => {
    expect(findDifferences(document, expected)).toEqual(differences)
  })
})
