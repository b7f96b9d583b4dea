import { describe, expect, test } from 'vitest'
import { buildFailure, buildReport, buildTarget } from './build-report.ts'
import { mergeReports } from './merge-reports.ts'
import { readReport } from './read-report.ts'

describe('reports of shards', () => {
  test('make one: all targets in order, from the first start to the last end', () => {
    const first = { ...buildReport([buildTarget()], ['left']), startedAt: 1000, milliseconds: 50 }
    const second = { ...buildReport([buildFailure()]), startedAt: 900, milliseconds: 500 }
    const merged = mergeReports([first, second])
    expect(merged.targets.map(({ name }) => name)).toEqual(['production', 'staging'])
    expect(merged.counts).toEqual({ targets: 3, asExpected: 1, different: 1, notRun: 1 })
    expect([merged.startedAt, merged.milliseconds]).toEqual([900, 500])
  })

  test('are read as they were written', () => {
    const report = buildReport([buildTarget(), buildFailure()], ['left'])
    expect(readReport(JSON.stringify(report))).toEqual({ kind: 'report', report })
  })

  test.each([
    ['is cut off', '{"format":', /^it is no JSON/],
    ['is something else', '[]', /^it is no summary/],
    [
      'is of a later version',
      JSON.stringify({ ...buildReport([]), version: 2 }),
      /^it is version 2;/,
    ],
    ['has no targets', JSON.stringify({ ...buildReport([]), targets: null }), /^it is damaged/],
    [
      'has a target without a name',
      JSON.stringify({ ...buildReport([]), targets: [{ asExpected: true }] }),
      /^it is damaged/,
    ],
  ])('are refused with a sentence when one %s', (_, text, says) => {
    const reading = readReport(text)
    expect(reading.kind === 'refused' && reading.says).toMatch(says)
  })
})
