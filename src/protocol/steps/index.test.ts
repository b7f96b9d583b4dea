import { describe, expect, test } from 'vitest'
import { STEP_IDS } from '../http/exchange.ts'
import { STEPS } from './index.ts'

// The core is compiled without Node's types; the name below is looked at as it comes.
const nodeFiles: string = 'node:fs'
const disk: { readdirSync(folder: URL): readonly string[] } = await import(nodeFiles)
const files = disk
  .readdirSync(new URL('./', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
const sources = files.filter((name) => !/\.test\.ts$|^build-|^index\.ts$/.test(name))

const IDS = STEPS.map(({ id }) => id)

describe('the list of steps', () => {
  test('is in the order of the ids, without one twice', () => {
    expect(IDS).toEqual(STEP_IDS.filter((id) => IDS.includes(id)))
    expect(new Set(IDS).size).toBe(IDS.length)
  })

  test('holds every step of the walk', () => {
    expect(IDS).toEqual(STEP_IDS)
  })

  test('holds every step that a file exports, under the name of that file', async () => {
    const exported: string[] = []
    for (const file of sources) {
      const parts: Record<string, unknown> = await import(/* @vite-ignore */ `./${file}`)
      for (const part of Object.values(parts).filter(isStep)) {
        expect(file).toBe(`${part.id}.ts`)
        exported.push(part.id)
      }
    }
    expect(exported.toSorted()).toEqual(IDS.toSorted())
  })

  test('says of each step what it is and what it would do', () => {
    for (const { title, plan } of STEPS) {
      expect(title).toMatch(/^[A-Z]/)
      expect(plan).toMatch(/^[a-z][^.]+$/)
    }
  })

  test('names no need that no earlier step gives', () => {
    const given = new Set<string>()
    for (const { id, needs, gives } of STEPS) {
      for (const need of needs) expect([...given], `${id} needs ${need}`).toContain(need)
      for (const fact of gives) given.add(fact)
    }
  })
})

test.each(sources)('%s has a test beside it', (file) => {
  expect(files).toContain(file.replace(/\.ts$/, '.test.ts'))
})

function isStep(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'plan' in value && 'id' in value
}
