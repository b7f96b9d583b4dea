import { describe, expect, test } from 'vitest'
import { STACKS } from './stacks.ts'

// The core is compiled without Node's types; the names below are looked at as they come.
const nodeFiles: string = 'node:fs'
const disk: DiskPort = await import(nodeFiles)
const folder = new URL('./', import.meta.url)
const files = disk.readdirSync(folder)

type DiskPort = {
  readdirSync(folder: URL): readonly string[]
  readFileSync(file: URL, encoding: 'utf8'): string
}

const stackFiles = files.filter(
  (file) =>
    !file.endsWith('.test.ts') &&
    /: Stack = \{/.test(disk.readFileSync(new URL(file, folder), 'utf8')),
)

describe('the list of stacks', () => {
  test('has every file that holds one, under its name', () => {
    const expected = STACKS.map(({ id }) => `${id}.ts`)
    expect(stackFiles.toSorted()).toEqual(expected.toSorted())
  })

  test.each(stackFiles)('%s has a test', (file) => {
    expect(files).toContain(file.replace(/\.ts$/, '.test.ts'))
  })

  test('has each id once, in a form that can be remembered', () => {
    expect(new Set(STACKS.map(({ id }) => id)).size).toBe(STACKS.length)
    for (const { id } of STACKS) expect(id).toMatch(/^[a-z0-9-]+$/)
  })
})
