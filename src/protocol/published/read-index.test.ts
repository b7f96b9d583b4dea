import { describe, expect, test } from 'vitest'
import { type Json, parseJsonObject } from '../http/json.ts'
import { type Mutation, mutationsOf } from '../run/document-mutations.ts'
import { buildIndex, buildPublishedRun, buildPublishedTarget } from './build-index.ts'
import { readEntry, readIndex } from './read-index.ts'

const read = (value: unknown) => readIndex(JSON.stringify(value))

describe('readIndex', () => {
  test('reads back what was written', () => {
    expect(read(buildIndex())).toEqual({ kind: 'index', index: buildIndex() })
  })

  test('refuses what a newer program wrote, and does not call it damaged', () => {
    expect(read({ format: 'mcp-flow-runs', version: 2, shards: [] })).toEqual({
      kind: 'newer',
      says: 'It is version 2; this program reads up to version 1.',
    })
  })

  test.each([
    ['{"format":', 'It is no JSON: '],
    ['[]', 'It is JSON, but no object.'],
    ['{"format":"mcp-flow-run"}', 'It has no member "format" with the value "mcp-flow-runs".'],
    ['{"format":"mcp-flow-runs","version":1}', 'The member runs is missing.'],
    ['{"format":"mcp-flow-runs","version":0,"runs":[]}', 'The member version is 0, but must be 1.'],
  ])('says what is wrong with %s', (text, sentence) => {
    expect(readIndex(text)).toMatchObject({
      kind: 'damaged',
      says: expect.stringContaining(sentence),
    })
  })

  test.each(['../secret.json', 'a/b.run.json', '.hidden', 'https://evil.example/x', '', '..'])(
    'refuses %s as the name of a file',
    (file) => {
      const runs = [buildPublishedRun(1, [buildPublishedTarget({ file })])]
      expect(read(buildIndex({ runs }))).toMatchObject({ kind: 'damaged' })
      expect(read(buildIndex({ runs: [{ ...buildPublishedRun(1), id: file }] }))).toMatchObject({
        kind: 'damaged',
      })
    },
  )
})

test('the entry of a folder is read back, and undefined when it is damaged', () => {
  const run = buildPublishedRun(3)
  expect(readEntry(JSON.stringify(run))).toEqual(run)
  expect(readEntry(JSON.stringify(run).slice(0, -20))).toBeUndefined()
  expect(readEntry('{}')).toBeUndefined()
})

test('the published schema agrees with readIndex on an index with any one thing changed', async () => {
  // The core has no Node types: these are the two things that the test needs.
  const nodeFiles: string = 'node:fs'
  const files: { readFileSync(path: URL, encoding: 'utf8'): string } = await import(nodeFiles)
  const schema = parseJsonObject(
    files.readFileSync(new URL('../../../public/runs.schema.json', import.meta.url), 'utf8'),
  )
  // oxlint-disable-next-line no-restricted-imports -- the judge of the schema is needed in this test alone
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const judge = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema ?? false)
  const whole: Json = parseJsonObject(JSON.stringify(buildIndex())) ?? {}
  const disagrees = ({ document }: Mutation) =>
    judge(document) !== (read(document).kind === 'index')
  const mutations = mutationsOf(whole)
  expect(mutations.filter(disagrees).map(({ about }) => about)).toEqual([])
  expect(mutations.filter(({ document }) => !judge(document)).length).toBeGreaterThan(300)
})
