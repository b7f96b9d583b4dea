import { expect, test } from 'vitest'
import { aFinding } from '../document-builders.ts'
import { toJsonLines } from '../parts/json-lines.ts'
import { toLineMarks } from './line-marks.ts'

const lines = toJsonLines({ issuer: 'https://a.example/', other: 1 })
const at = { part: 'response-body', pointer: '/issuer' } as const

test('marks the line of the pointer, and the characters that differ', () => {
  const compare = [
    { label: 'wanted', value: 'https://a.example' },
    { label: 'seen', value: 'https://a.example/' },
  ]
  expect(toLineMarks(lines, [{ at, finding: aFinding({ compare }) }])).toEqual(
    new Map([
      [
        1,
        {
          severity: 'error',
          stretches: [
            { text: 'https://a.example', same: true },
            { text: '/', same: false },
          ],
        },
      ],
    ]),
  )
})

test('marks only the line when the string on it is not the one compared', () => {
  const compare = [
    { label: 'wanted', value: 'x' },
    { label: 'seen', value: 'y' },
  ]
  expect(toLineMarks(lines, [{ at, finding: aFinding({ compare }) }]).get(1)?.stretches).toBe(null)
})

test('keeps the first of several marks on one line', () => {
  const marks = [
    { at, finding: aFinding({ severity: 'error' }) },
    { at, finding: aFinding({ severity: 'note' }) },
  ]
  expect(toLineMarks(lines, marks).get(1)?.severity).toBe('error')
})
