import { describe, expect, test } from 'vitest'
import { failed, passed } from '../../sandbox/expected/ending.ts'
import { buildDocument } from '../flow/build-document.ts'
import { countsOf, differencesFrom } from './switch-verdict.ts'

describe('a run of a switch', () => {
  const document = buildDocument()

  test('is as foretold when all of it is', () => {
    expect(differencesFrom({ ...passed('PRM-12'), fails: [] }, document)).toEqual([])
  })

  test('is told apart by status, step, cause, culprit and each broken rule', () => {
    expect(differencesFrom(failed('token', 'TOK-02', 'issuer'), document)).toEqual([
      'status failed, but it is passed',
      'step token, but it is none',
      'cause TOK-02, but it is none',
      'culprit issuer, but it is none',
      'broken rules TOK-02, but it is none',
    ])
  })

  test('that gave no document is no run', () => {
    expect(differencesFrom(passed('PRM-12'), undefined)).toEqual(['there is no run'])
  })

  test('counts by its way to end, the most frequent first', () => {
    expect(countsOf([undefined, document, document])).toEqual(['passed 2', 'no run 1'])
  })
})
