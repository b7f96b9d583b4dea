import { describe, expect, test } from 'vitest'
import { aFinding, aRun } from '../document-builders.ts'
import { findMarks, toEvidenceView, toPlaceWords } from './evidence.ts'
import { groupFindings } from './grouped.ts'

describe('groupFindings', () => {
  test('puts the cause first, then the worst', () => {
    const findings = [
      aFinding({ rule: 'A', severity: 'note' }),
      aFinding({ rule: 'B', severity: 'error' }),
      aFinding({ rule: 'C', severity: 'warning' }),
      aFinding({ rule: 'D', severity: 'error' }),
      aFinding({ rule: 'E', verdict: 'pass' }),
    ]
    const outcome = { ...aRun().outcome, cause: 'D' }
    const grouped = groupFindings(aRun({ findings, outcome }))
    expect(grouped.failed.map(({ rule }) => rule)).toEqual(['D', 'B', 'C', 'A'])
    expect(grouped.passed.map(({ rule }) => rule)).toEqual(['E'])
  })
})

test('only a failed finding marks an exchange, and only its own', () => {
  const findings = [
    aFinding({ rule: 'A' }),
    aFinding({ rule: 'B', verdict: 'cannot-tell' }),
    aFinding({ rule: 'C', evidence: [{ exchange: 'e2', at: { part: 'url' } }] }),
  ]
  expect(findMarks(aRun({ findings }), 'e1').map(({ finding }) => finding.rule)).toEqual(['A'])
})

test.each([
  [{ part: 'response-body', pointer: '/issuer' }, 'response', 'body /issuer'],
  [{ part: 'response-body' }, 'response', 'body'],
  [{ part: 'response-header', name: 'WWW-Authenticate' }, 'response', 'header WWW-Authenticate'],
  [{ part: 'request-header', name: 'Accept' }, 'request', 'request header Accept'],
  [{ part: 'url' }, 'request', 'address'],
  [{ part: 'outcome' }, 'explained', 'outcome'],
] as const)('a proof at %j opens %s and is called "%s"', (at, detail, words) => {
  expect(toEvidenceView({ exchange: 'e1', at })).toMatchObject({
    selected: 'e1',
    detail,
    evidence: at,
  })
  expect(toPlaceWords(at)).toBe(words)
})
