import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../http/json.ts'
import { parseJsonObject } from '../http/json.ts'
import { buildDocument, buildExchange } from './build-document.ts'
import { buildWholeDocument } from './build-whole-document.ts'
import { type Mutation, choicesOf, mutationsOf, wordMutationsOf } from './document-mutations.ts'
import { SAVED_RUN } from './document-schema.ts'
import type { RunDocument } from './document.ts'
import { parseRun, upgradeRun } from './file.ts'
import { type RedactedRun, serializeRun } from './serialize.ts'

/** Nothing in the documents of these tests is secret. */
function isRedacted(document: RunDocument): document is RedactedRun {
  return document.format === 'mcp-flow-run'
}

function save(document: RunDocument): string {
  return isRedacted(document) ? serializeRun(document) : ''
}

function refusalOf(text: string): string {
  const reading = parseRun(text)
  return reading.kind === 'refused' ? reading.says : 'It is a run.'
}

function changed(change: { readonly [member: string]: unknown }): string {
  return JSON.stringify({ ...buildWholeDocument(), ...change })
}

describe('serializeRun and parseRun', () => {
  test('read back every member and every case', () => {
    const document = buildWholeDocument()
    expect(parseRun(save(document))).toEqual({ kind: 'run', document })
  })

  test('save a walk that is under way as stopped, so that every file can be opened', () => {
    const plain = buildDocument()
    const [step] = plain.steps
    const document = buildDocument({
      outcome: { ...plain.outcome, status: 'running' },
      steps: step ? [{ ...step, status: 'running' }] : [],
    })
    expect(parseRun(save(document))).toMatchObject({
      kind: 'run',
      document: {
        outcome: { status: 'stopped', summary: 'Saved while the walk was under way.' },
        steps: [{ status: 'pending' }],
      },
    })
  })

  test('leave out members that this version does not know', () => {
    expect(parseRun(changed({ more: 1 }))).toEqual({ kind: 'run', document: buildWholeDocument() })
  })
})

describe('parseRun refuses', () => {
  const refused: readonly (readonly [text: string, says: string])[] = [
    ['', 'This file is no JSON: '],
    ['{"format"', 'This file is no JSON: '],
    ['[]', 'This file is JSON, but no object.'],
    ['{}', 'This file is JSON, but no run: it has no member "format".'],
    ['{"log":{"entries":[]}}', 'It looks like a HAR file.'],
    ['{"format":"other"}', 'This file has the format "other"; a run file has "mcp-flow-run".'],
    [changed({ version: 3 }), 'This file is version 3; this page reads up to version 1.'],
    [changed({ version: '1' }), 'This file names the version "1"; a version is a whole number'],
    [changed({ version: 0 }), 'This file names the version 0;'],
    [changed({ version: undefined }), 'This file names the version of nothing;'],
    [changed({ findings: undefined }), 'This run file is damaged. The member findings is missing.'],
    [changed({ tools: {} }), 'The member tools is an object, but must be a list.'],
    [changed({ id: 7 }), 'The member id is 7, but must be a text.'],
    [
      changed({ exchanges: [{ ...buildExchange(), via: 'tunnel' }] }),
      'The member exchanges[0].via is "tunnel", but must be "direct" or "relay" or "navigation".',
    ],
    [
      changed({ exchanges: [{ ...buildExchange(), outcome: { kind: 'lost' } }] }),
      'The member exchanges[0].outcome.kind is "lost", but must be "pending" or ',
    ],
  ]

  test.each(refused.map(([text, says]) => ({ text, says })))('saying: $says', ({ text, says }) => {
    expect(refusalOf(text)).toContain(says)
  })

  test('without repeating a long value', () => {
    const says = refusalOf(
      changed({ revision: ['x'.repeat(500)], id: 'x'.repeat(500), startedAt: 'y'.repeat(500) }),
    )
    expect(says.length).toBeLessThan(200)
  })
})

describe('upgradeRun', () => {
  const upgrades = [
    (previous: JsonObject) => ({ ...previous, version: 2, second: true }),
    (previous: JsonObject) => ({ ...previous, version: 3, third: previous.second ?? false }),
  ]

  test('takes an old run through every version after its own', () => {
    expect(upgradeRun({ version: 1 }, upgrades)).toEqual({
      kind: 'upgraded',
      value: { version: 3, second: true, third: true },
    })
    expect(upgradeRun({ version: 2 }, upgrades)).toMatchObject({ value: { third: false } })
    expect(upgradeRun({ version: 3 }, upgrades)).toEqual({
      kind: 'upgraded',
      value: { version: 3 },
    })
  })

  test('refuses what is newer than the last upgrade', () => {
    expect(upgradeRun({ version: 4 }, upgrades)).toEqual({
      kind: 'refused',
      says: 'This file is version 4; this page reads up to version 3.',
    })
  })
})

describe('the published schema', async () => {
  // The core has no Node types: these are the two things that the test needs.
  const nodeFiles: string = 'node:fs'
  const files: { readFileSync(path: URL, encoding: 'utf8'): string } = await import(nodeFiles)
  const schema = parseJsonObject(
    files.readFileSync(new URL('../../../public/run.schema.json', import.meta.url), 'utf8'),
  )
  // oxlint-disable-next-line no-restricted-imports -- the judge of the schema is needed in this test alone
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const judge = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema ?? false)

  test('takes a document with every member and every case', () => {
    expect(judge(parseJsonObject(save(buildWholeDocument())))).toBe(true)
    expect(judge(parseJsonObject(save(buildDocument())))).toBe(true)
  })

  const whole: Json = parseJsonObject(save(buildWholeDocument())) ?? {}

  function disagreements(mutations: readonly Mutation[]): readonly string[] {
    return mutations
      .filter(
        ({ document }) => judge(document) !== (parseRun(JSON.stringify(document)).kind === 'run'),
      )
      .slice(0, 10)
      .map(({ about }) => about)
  }

  test('agrees with parseRun on that document with any one thing changed', () => {
    const mutations = mutationsOf(whole)
    expect(disagreements(mutations)).toEqual([])
    expect(mutations.filter(({ document }) => judge(document)).length).toBeGreaterThan(100)
    expect(mutations.filter(({ document }) => !judge(document)).length).toBeGreaterThan(3000)
  })

  test('agrees with parseRun on which words may stand where', () => {
    const words = choicesOf([schema ?? null, parseJsonObject(JSON.stringify(SAVED_RUN)) ?? null])
    expect(words).toEqual(
      expect.arrayContaining(['redirect-hidden', 'step-up', 'connection-reset']),
    )
    expect(disagreements(wordMutationsOf(whole, words))).toEqual([])
  })
})
