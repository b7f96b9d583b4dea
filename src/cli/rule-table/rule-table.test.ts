import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dutiesIn } from './duties.ts'
import { type Sources, ruleTable, unaccounted } from './rule-table.ts'
import { TABLE_FILE, readSources } from './sources.ts'

const now = readSources()
const FILE = 'src/protocol/duties/a.test.ts'

describe('the table of all rules', () => {
  test('is what `npm run rules` would write', () => {
    expect(readFileSync(TABLE_FILE, 'utf8')).toBe(ruleTable(now))
  })

  test('accounts for each code with a rule, a test of our client, or a reason', () => {
    expect(unaccounted(now)).toEqual([])
  })

  test('has rules outside the digest only with numbers of our own', () => {
    const own = now.rules.map(({ id }) => id).filter((id) => !now.codes.has(id))
    for (const id of own) expect(id).toMatch(/^(?:NET-\d\d|[A-Z]+-[2-9]\d|DBG-\d\d)$/)
  })

  test('gives a reason to no code that it does not know', () => {
    expect(Object.keys(now.without).filter((code) => !now.codes.has(code))).toEqual([])
  })
})

describe('a code', () => {
  const [rule] = now.rules
  const duty = { file: FILE, title: 'it does' }
  const of = (change: Partial<Sources>): Sources => ({
    codes: new Map([[rule?.id ?? '', 'walk']]),
    rules: [],
    duties: new Map(),
    without: {},
    ...change,
  })

  test('is unaccounted for when nothing is there', () => {
    expect(unaccounted(of({}))).toEqual([rule?.id])
  })

  test('of our own client is not accounted for by a rule about servers', () => {
    const codes = new Map([['CHL-01', 'self']] as const)
    expect(unaccounted(of({ codes, rules: now.rules }))).toEqual(['CHL-01'])
    expect(unaccounted(of({ codes, duties: new Map([['CHL-01', duty]]) }))).toEqual([])
  })

  test('has the words of its rule, its test or its reason in the table', () => {
    expect(ruleTable(of({ rules: now.rules.slice(0, 1) }))).toContain(rule?.title)
    expect(ruleTable(of({ duties: new Map([[rule?.id ?? '', duty]]) }))).toContain('it does')
    const without = { [rule?.id ?? '']: { title: 'a title', why: 'a | reason' } }
    expect(ruleTable(of({ without }))).toContain('a \\| reason')
  })
})

describe('the duties of a test file', () => {
  test('are the tests whose names begin with codes', () => {
    const text = `
  test('ABC-01, ABC-02: it does', async () => {
  test.each([1])(
    'ABC-03: %s is done',
    async (value) => {
  ])('ABC-04: with %s', (a) => {
  test('something else', () => {`
    expect(dutiesIn(FILE, text)).toEqual([
      ['ABC-01', { file: FILE, title: 'it does' }],
      ['ABC-02', { file: FILE, title: 'it does' }],
      ['ABC-03', { file: FILE, title: '… is done' }],
      ['ABC-04', { file: FILE, title: 'with …' }],
    ])
  })
})
