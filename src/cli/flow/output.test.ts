import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOutput } from './output.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flow-output-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('writes into a folder that it makes, and leaves nothing but what was meant', async () => {
  const output = await openOutput(join(folder, 'a/b'))
  await output.write('x.run.json', { a: 1 })
  await output.write('x.run.json', { a: 2 })
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['x.run.json'])
  expect(readFileSync(join(folder, 'a/b/x.run.json'), 'utf8')).toBe('{\n  "a": 2\n}\n')
})

test('names the option when there is a file in the way', async () => {
  writeFileSync(join(folder, 'taken'), '')
  await expect(openOutput(join(folder, 'taken'))).rejects.toThrow(`--out ${folder}/taken: EEXIST`)
})

test('writes nothing without a folder', async () => {
  const output = await openOutput(undefined)
  await output.write('x.run.json', {})
  expect(readdirSync(folder)).toEqual([])
})
