import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildDocument } from '../build-document.ts'
import type { Target } from '../target.ts'
import { compareEnding, readBaseline } from './baseline.ts'

const TARGET: Target = {
  name: 'My server',
  server: 'https://a.example/mcp',
  given: new Map(),
  expect: {},
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flow-baseline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function keep(document: object, name = 'My-server.run.json'): void {
  writeFileSync(join(folder, name), JSON.stringify(document))
}

async function compare(document = buildDocument(), problem?: string) {
  const baseline = await readBaseline({ baseline: folder, update: false }, [TARGET])
  return compareEnding(baseline, TARGET, { document, problem, hint: undefined })
}

describe('a run beside a kept one', () => {
  test('is the same when nothing that counts differs', async () => {
    keep({ ...buildDocument(), id: 'another', startedAt: 5, endedAt: 9 })
    expect(await compare()).toEqual({ state: 'same', differences: [], broken: [] })
  })

  test('is different, with the rules that were broken before', async () => {
    keep(buildDocument({ status: 'failed', step: 'challenge', cause: 'CHL-01' }, [{}]))
    const comparison = await compare()
    expect(comparison).toMatchObject({ state: 'different', broken: ['CHL-01'] })
    expect(comparison?.differences.map(({ kind }) => kind)).toEqual(['status', 'cause', 'rule'])
  })

  test('is missing one when there is none', async () => {
    expect(await compare()).toMatchObject({ state: 'missing' })
  })

  test('is not compared when it did not come to its end', async () => {
    keep(buildDocument())
    expect(await compare(buildDocument(), 'it was not done')).toBeUndefined()
  })
})

describe('a baseline', () => {
  test.each([
    ['newer', { ...buildDocument(), version: 2 }, 'This file is version 2'],
    ['damaged', { ...buildDocument(), steps: 'none' }, 'This run file is damaged.'],
    ['foreign', { log: { entries: [] } }, 'It looks like a HAR file.'],
  ])('that is %s is refused, to compare with and to replace', async (_, document, reason) => {
    keep(document)
    for (const update of [false, true]) {
      const reading = readBaseline({ baseline: folder, update }, [TARGET])
      await expect(reading).rejects.toThrow(`--baseline ${join(folder, 'My-server.run.json')}: `)
      await expect(reading).rejects.toThrow(reason)
    }
  })

  test('that is not there is refused, unless it is to be made', async () => {
    const nowhere = join(folder, 'nowhere')
    const reading = readBaseline({ baseline: nowhere, update: false }, [TARGET])
    await expect(reading).rejects.toThrow(/ENOENT.*; --update makes a baseline$/)
    expect(await readBaseline({ baseline: nowhere, update: true }, [TARGET])).toMatchObject({
      strangers: [],
    })
  })

  test('names what belongs to no target, and does not read it', async () => {
    keep({ format: 'something else' }, 'old.run.json')
    keep({}, 'notes.json')
    const baseline = await readBaseline({ baseline: folder, update: false }, [TARGET])
    expect(baseline?.strangers).toEqual(['old.run.json'])
  })
})
