import { describe, expect, test } from 'vitest'
import { EXPECTED } from '../sandbox/expected.ts'
import type { Ending } from '../sandbox/expected/ending.ts'
import { FAULTS, isFaultName } from '../sandbox/faults.ts'
import { endingOf, walkWith } from './practice-switch.ts'

const CASES = Object.keys(EXPECTED)
  .filter(isFaultName)
  .flatMap((name) =>
    EXPECTED[name].map(({ walk, ends }) => {
      const how = Object.entries(walk).map((each) => each.join(' '))
      return { title: [name, ...how].join(', '), name, walk, ends }
    }),
  )

describe('each switch of the sandbox, alone', () => {
  test.each(CASES)('$title', async ({ name, walk, ends }) => {
    const { unseen: _, ...ending } = ends
    expect(endingOf(await walkWith([name], walk))).toEqual({
      ...ending,
      fails: ending.fails.toSorted(),
    })
  })
})

test('each fault shows as the rule it breaks, or its row says why not', () => {
  const hidden = Object.keys(FAULTS)
    .filter(isFaultName)
    .filter((name) => !EXPECTED[name].some(({ ends }) => isShown(ends, FAULTS[name].rule)))
  expect(hidden).toEqual([])
})

function isShown({ fails, unseen }: Ending, rule: string): boolean {
  return fails.includes(rule) || unseen !== undefined
}
