import { expect, test } from 'vitest'
import { buildDocument } from '../run/build-document.ts'
import type { DocumentFinding } from '../run/document.ts'
import { compareRulings, rulingsOf } from './broken-rules.ts'

const FAIL: DocumentFinding = {
  rule: 'PRM-07',
  name: 'resource-is-the-url',
  title: 'The metadata names the URL',
  step: 'resource-metadata',
  severity: 'error',
  verdict: 'fail',
  says: 'It names https://b.example.',
  fix: null,
  culprit: 'server',
  evidence: [],
  paste: null,
  compare: [],
  spec: [],
}

function rulings(...findings: readonly Partial<DocumentFinding>[]) {
  const document = buildDocument({ findings: findings.map((each) => ({ ...FAIL, ...each })) })
  return rulingsOf(document)
}

function says(before: ReturnType<typeof rulings>, after: ReturnType<typeof rulings>) {
  return compareRulings(before, after).map((each) => each.says)
}

test('a rule that is broken now is told with what it says', () => {
  expect(says(rulings({ verdict: 'pass' }), rulings({}))).toEqual([
    'PRM-07 was kept before and is broken by the server (error) now: It names https://b.example.',
  ])
})

test('a rule that is no longer broken is told with what became of it', () => {
  expect(says(rulings({}), rulings({ verdict: 'cannot-tell' }))).toEqual([
    'PRM-07 was broken by the server (error) before and is open (it cannot be told) now.',
  ])
})

test("the same rule by another's fault is another difference", () => {
  const [difference] = compareRulings(rulings({}), rulings({ culprit: 'issuer' }))
  expect(difference).toMatchObject({ subject: 'PRM-07', step: 'resource-metadata' })
  expect(difference?.after).toBe('broken by the issuer (error)')
})

test('other words of a broken rule are none', () => {
  expect(says(rulings({}), rulings({ says: 'It names https://c.example.' }))).toEqual([])
})

test('a rule that the earlier run did not know is told when it is broken', () => {
  expect(says(rulings(), rulings({}))[0]).toContain('PRM-07 was not judged before')
  expect(says(rulings(), rulings({ verdict: 'pass' }))).toEqual([])
})
