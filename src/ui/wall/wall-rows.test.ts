import { describe, expect, test } from 'vitest'
import type { PublishedIndex, PublishedTarget } from '../../protocol/published.ts'
import { toCellWords } from './cell-words.ts'
import { countClients, sayClients, toStory } from './story.ts'
import { filterRows, toWallRows } from './wall-rows.ts'

const PASSED: PublishedTarget = {
  name: 'production',
  server: 'https://tools.example/mcp',
  status: 'passed',
  asExpected: true,
  step: null,
  cause: null,
  culprit: null,
  summary: 'Connected: 12 tools.',
  tools: 12,
  works: ['Claude', 'ChatGPT'],
  fails: [],
  file: 'production.run.json',
}
const FAILED: PublishedTarget = {
  ...PASSED,
  status: 'failed',
  asExpected: false,
  step: 'server-metadata',
  cause: 'ASM-03',
  summary: 'The issuer is another one.',
}
const NOT_RUN: PublishedTarget = {
  ...PASSED,
  status: 'not-run',
  asExpected: false,
  server: null,
  summary: null,
  file: null,
}

/** An index with a run a day from the first of January on. */
function index(...days: readonly (readonly PublishedTarget[])[]): PublishedIndex {
  const runs = days.map((targets, day) => ({
    id: `day-${day + 1}`,
    startedAt: Date.UTC(2026, 0, day + 1, 12),
    app: { name: 'test', version: '0' },
    targets,
  }))
  return { format: 'mcp-flow-runs', version: 1, runs }
}

function storyOf(...days: readonly PublishedTarget[]) {
  const [row] = toWallRows(index(...days.map((target) => [target])))
  if (!row) throw new Error('There is no row')
  return toStory(row)
}

describe('toWallRows', () => {
  test('has a row for each target that any run knew, and gaps where one did not', () => {
    const staging = { ...PASSED, name: 'staging' }
    const rows = toWallRows(index([PASSED, staging], [PASSED]))
    expect(
      rows.map(({ name, cells }) => [name, cells.map((cell) => cell?.address ?? null)]),
    ).toEqual([
      ['production', ['day-1/production.run.json', 'day-2/production.run.json']],
      ['staging', ['day-1/production.run.json', null]],
    ])
  })

  test('puts what is broken first, and what fails as expected with the healthy', () => {
    const named = (name: string, target: PublishedTarget) => ({ ...target, name })
    const rows = toWallRows(
      index([
        named('well', PASSED),
        named('expected', { ...FAILED, asExpected: true }),
        named('never', NOT_RUN),
        named('waits', { ...FAILED, status: 'stopped' }),
        named('broken', FAILED),
      ]),
    )
    expect(rows.map(({ name }) => name)).toEqual(['broken', 'waits', 'never', 'well', 'expected'])
  })

  test('tells which clients are lost and won since the last run that passed', () => {
    const lost = { ...PASSED, works: ['Claude'], fails: ['ChatGPT'] }
    const [row] = toWallRows(
      index([PASSED], [{ ...FAILED, works: [], fails: ['Claude'] }], [lost], [PASSED]),
    )
    expect(row?.cells.map((cell) => [cell?.lost, cell?.gained])).toEqual([
      [[], []],
      [[], []],
      [['ChatGPT'], []],
      [[], ['ChatGPT']],
    ])
  })

  test('takes the address from the newest run that has one', () => {
    expect(toWallRows(index([PASSED], [NOT_RUN]))[0]?.server).toBe('https://tools.example/mcp')
  })
})

describe('filterRows', () => {
  const rows = toWallRows(index([PASSED, { ...FAILED, name: 'staging' }]))
  const names = (...filter: [Parameters<typeof filterRows>[1], string]) =>
    filterRows(rows, ...filter).map(({ name }) => name)

  test('looks at the newest run', () => {
    expect(names('all', '')).toEqual(['staging', 'production'])
    expect(names('failed', '')).toEqual(['staging'])
  })

  test('finds each word in the name or the address', () => {
    expect(names('all', 'TOOLS prod')).toEqual(['production'])
    expect(names('all', 'nobody')).toEqual([])
  })
})

describe('toStory', () => {
  test('tells when a server broke, why, and between which runs', () => {
    expect(storyOf(PASSED, PASSED, FAILED, FAILED)).toMatchObject({
      headline: 'Broke on 3 January',
      why: 'The issuer is another one.',
      span: 'for 2 runs',
      change: {
        good: { address: 'day-2/production.run.json' },
        bad: { at: Date.UTC(2026, 0, 3, 12) },
      },
    })
  })

  test('tells since when a server has not been run', () => {
    expect(storyOf(PASSED, NOT_RUN)).toMatchObject({
      headline: 'Not run since 2 January',
      why: null,
    })
  })

  test('tells that the cause is another one by now', () => {
    const other = { ...FAILED, cause: 'TOK-01', summary: 'The token is refused.' }
    expect(storyOf(PASSED, FAILED, other).why).toBe(
      'The issuer is another one. Now: The token is refused.',
    )
  })

  test.each([
    ['Passes', 'in 1 run', [PASSED]],
    ['Passes', 'in all 2 runs', [PASSED, PASSED]],
    ['Passes since 2 January', 'for 1 run', [FAILED, PASSED]],
    ['Never passed', 'in all 2 runs', [FAILED, FAILED]],
    ['Never run', 'in 1 run', [NOT_RUN]],
    ['Fails as expected', 'in 1 run', [{ ...FAILED, asExpected: true }]],
    ['Passes, which is not expected', 'in 1 run', [{ ...PASSED, asExpected: false }]],
  ])('says "%s, %s"', (headline, span, days) => {
    expect(storyOf(...days)).toMatchObject({ headline, span, change: null })
  })
})

test('a cell speaks its whole sentence', () => {
  const [row] = toWallRows(index([PASSED], [FAILED]))
  const cell = row?.cells[1]
  expect(cell && toCellWords(cell, 'production')).toMatchObject({
    first: 'ASM-03',
    second: 'server metadata',
    spoken: expect.stringMatching(
      /^production, 2 Jan \d\d:\d\d: failed, at server metadata, ASM-03, The issuer is another one\.$/,
    ),
  })
})

test('a cell tells more than two clients by their number', () => {
  expect(sayClients(['Claude'])).toBe('Claude')
  expect(sayClients(['Claude', 'Cursor'])).toBe('Claude and Cursor')
  expect(sayClients(['Claude', 'Cursor', 'Zed'])).toBe('Claude and 2 more')
  expect(countClients(['Claude'])).toBe('Claude')
  expect(countClients(['Claude', 'Cursor'])).toBe('2 clients')
})
