import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  const output = await openOutput('--out', join(folder, 'a/b'))
  await output.write('x.run.json', 'first')
  await output.write('x.run.json', 'second')
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['x.run.json'])
  expect(readFileSync(join(folder, 'a/b/x.run.json'), 'utf8')).toBe('second')
})

test('names the option when there is a file in the way', async () => {
  writeFileSync(join(folder, 'taken'), '')
  await expect(openOutput('--out', join(folder, 'taken'))).rejects.toThrow(
    `--out ${folder}/taken: EEXIST`,
  )
})

test('writes nothing without a folder', async () => {
  const output = await openOutput('--out', undefined)
  await output.write('x.run.json', 'text')
  expect(readdirSync(folder)).toEqual([])
})

test('says which file could not be written, and leaves no half of it', async () => {
  const output = await openOutput('--out', folder)
  mkdirSync(join(folder, 'x.run.json'))
  const writing = output.write('x.run.json', 'text')
  await expect(writing).rejects.toThrow(`could not write ${folder}/x.run.json: E`)
  expect(readdirSync(folder)).toEqual(['x.run.json'])
})
