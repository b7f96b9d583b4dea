import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPeopleFile, writeNewToken } from './people-file.ts'
import { recognise } from './people.ts'

let folder = ''
let file = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-'))
  file = join(folder, 'people.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

test('a new token opens at once, the one before no longer, and the file holds neither', async () => {
  const warned: string[] = []
  const list = openPeopleFile(file, (sentence) => warned.push(sentence))
  const first = await writeNewToken(file, 'ana')
  const other = await writeNewToken(file, 'ben')
  expect(await recognise(first.token, await list())).toBe('ana')
  const second = await writeNewToken(file, 'ana')
  expect([first.isReplaced, other.isReplaced, second.isReplaced]).toEqual([false, false, true])
  const people = await list()
  expect(await recognise(second.token, people)).toBe('ana')
  expect(await recognise(other.token, people)).toBe('ben')
  expect(await recognise(first.token, people)).toBeUndefined()
  const text = await readFile(file, 'utf8')
  for (const { token } of [first, second, other]) expect(text).not.toContain(token)
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect(warned).toEqual([])
})

test('a file that is gone lets nobody in, and says so once', async () => {
  const warned: string[] = []
  const list = openPeopleFile(file, (sentence) => warned.push(sentence))
  await writeNewToken(file, 'ana')
  expect(await list()).toHaveLength(1)
  await rm(file)
  expect([await list(), await list()]).toEqual([[], []])
  expect(warned).toEqual([`${file} cannot be read: nobody gets in.`])
})

test('a broken line is told, and no token is written into such a file', async () => {
  const warned: string[] = []
  await writeFile(file, 'ana\n')
  expect(await openPeopleFile(file, (sentence) => warned.push(sentence))()).toEqual([])
  expect(warned).toEqual([`${file}: Line 1 is no JSON object.`])
  await expect(writeNewToken(file, 'ben')).rejects.toThrow('Line 1 is no JSON object.')
  expect(await readFile(file, 'utf8')).toBe('ana\n')
})
