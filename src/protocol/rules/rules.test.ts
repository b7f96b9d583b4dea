import { describe, expect, test } from 'vitest'
import { REFERENCES } from '../spec/references.ts'
import { type RunChange, SPEC_CLIENT, buildRun } from './build-run.ts'
import { RULES } from './index.ts'
import { judgeStrictly } from './judge.ts'

// The core is compiled without Node's types; the names below are looked at as they come.
const nodeFiles: string = 'node:fs'
const disk: DiskPort = await import(nodeFiles)
const folder = new URL('./', import.meta.url)
const files = disk
  .readdirSync(folder, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^[a-z]+\/.+\.ts$/.test(file))
const ruleFiles = files.filter(
  (file) =>
    !file.endsWith('.test.ts') &&
    /: Rule = \{/.test(disk.readFileSync(new URL(file, folder), 'utf8')),
)

type DiskPort = {
  readdirSync(folder: URL, options: { readonly recursive: true }): readonly string[]
  readFileSync(file: URL, encoding: 'utf8'): string
}

describe('the list of rules', () => {
  test('has every file that holds a rule, and each file its name and family', () => {
    const expected = RULES.map(({ id, name }) => `${id.split('-')[0]?.toLowerCase()}/${name}.ts`)
    expect(ruleFiles.toSorted()).toEqual(expected.toSorted())
  })

  test('has each code and each name once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length)
  })

  test.each(ruleFiles)('%s has a test', (file) => {
    expect(files).toContain(file.replace(/\.ts$/, '.test.ts'))
    expect(file).toMatch(/^[a-z]+\/[a-z0-9-]+\.ts$/)
  })

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s cites what exists', (_, rule) => {
    for (const id of rule.spec) expect(REFERENCES[id].url).toMatch(/^https:\/\//)
    expect(rule.level === 'practice' || rule.spec.length > 0).toBe(true)
    expect(rule.title).not.toMatch(/\.$/)
  })
})

const HEALTHY: readonly (readonly [string, RunChange])[] = [
  ['a stateless server', {}],
  ['a server with initialize', { era: 'legacy' }],
  ['2025-11-25, chosen', { era: 'legacy', config: { revision: '2025-11-25' } }],
]

describe('a healthy walk', () => {
  test.each(HEALTHY)('of %s fails no rule', (_, change) => {
    const findings = judgeStrictly(buildRun(change), SPEC_CLIENT)
    const failing = findings.filter(({ verdict }) => verdict.kind === 'fail')
    expect(failing.map(({ rule, verdict }) => [rule.id, verdict])).toEqual([])
  })
})
