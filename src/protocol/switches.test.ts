import { describe, expect, test } from 'vitest'
import { EXPECTED } from '../sandbox/expected.ts'
import { type Ending, NEEDS_PROBE } from '../sandbox/expected/ending.ts'
import { FAULTS, isFaultName } from '../sandbox/faults.ts'
import { endingOf, walkWith } from './practice-switch.ts'
import type { RunDocument } from './run/document.ts'

const CASES = Object.keys(EXPECTED)
  .filter(isFaultName)
  .flatMap((name) =>
    EXPECTED[name].map(({ walk, ends }) => {
      const how = Object.entries(walk).map((each) => each.filter((word) => word !== true).join(' '))
      return { title: [name, ...how].join(', '), name, walk, ends }
    }),
  )

describe('each switch of the sandbox, alone', () => {
  test.each(CASES)('$title', async ({ name, walk, ends }) => {
    const { unseen: _, ...ending } = ends
    const document = await walkWith([name], walk)
    expect(endingOf(document)).toEqual({ ...ending, fails: ending.fails.toSorted() })
    expect(poorSentences(document)).toEqual([])
  })
})

test('each fault that only a negative test shows is walked with them', () => {
  const untried = Object.keys(EXPECTED)
    .filter(isFaultName)
    .filter((name) => EXPECTED[name][0].ends.unseen === NEEDS_PROBE.unseen)
    .filter((name) => !EXPECTED[name].some(({ walk }) => walk['probes'] === true))
  expect(untried).toEqual([])
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

/** Sentences about the run that are more or less than one, or name no value that was seen. */
function poorSentences({ outcome, findings }: RunDocument): readonly string[] {
  const said = findings.filter(({ verdict }) => verdict === 'fail').map(({ says }) => says)
  return [outcome.summary, ...said].filter((text) => !isOneSentence(text) || !namesValue(text))
}

/** Quoted words are foreign, and may hold anything. */
function isOneSentence(text: string): boolean {
  const own = text.replaceAll(/"[^"]*"/g, 'x').replaceAll(/\{.*\}/g, 'x')
  return /^[\p{L}\d"].*[^.]\.$/u.test(text) && !/[.!?]\s+\p{Lu}/u.test(own)
}

/** An address, a status or another number, a quotation, a header, a member or parameter. */
function namesValue(text: string): boolean {
  return /https?:|\d|"|\b[A-Z][\w]*-[A-Z]|\b[a-z]+_[a-z]+|\b(?:state|iss|code|resource|error|nothing)\b/.test(
    text,
  )
}
