import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseFlowOptions } from './options.ts'
import { makePlan } from './plan.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flow-plan-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function plan(...args: readonly string[]) {
  const options = parseFlowOptions(args, folder)
  if (options.kind !== 'options') throw new Error(JSON.stringify(options))
  return await makePlan(options, {})
}

describe('makePlan', () => {
  test('makes one target of a server', async () => {
    const { targets } = await plan('https://a.example/mcp', '--refresh')
    expect(targets).toEqual([
      {
        name: 'a.example-mcp',
        server: 'https://a.example/mcp',
        given: new Map([['refresh', true]]),
        expect: {},
      },
    ])
  })

  test('loads a consent module once, from where it is named', async () => {
    const path = write('consent.mjs', 'export default async () => {}')
    const target = (name: string) => ({ name, server: 'https://a.example', consent: 'consent.mjs' })
    const file = write('t.json', JSON.stringify({ targets: [target('a'), target('b')] }))
    const { consents, targets } = await plan('--targets', file)
    expect([...consents.keys()]).toEqual([path])
    expect(targets.map(({ given }) => given.get('consent'))).toEqual([path, path])
  })

  test.each([
    ['--targets', 'none.json', undefined, 'ENOENT'],
    ['--targets', 't.json', '{"targets": 1}', 'it has no list "targets"'],
    ['--consent', 'none.mjs', undefined, 'Cannot find module'],
    ['--consent', 'c.mjs', 'export const drive = 1', 'its default export is no function'],
    ['--consent', 'c.mjs', 'throw new Error("broken on purpose")', 'broken on purpose'],
    ['--storage-state', 'none.json', undefined, 'ENOENT'],
    ['--storage-state', 's.json', 'cookie=hush', 'it is no JSON'],
  ])('says what is wrong with %s %s', async (option, name, text, reason) => {
    const path = text === undefined ? join(folder, name) : write(name, text)
    const server = option === '--targets' ? [] : ['https://a.example']
    const planning = plan(...server, option, path)
    await expect(planning).rejects.toThrow(`${option} ${path}: `)
    await expect(planning).rejects.toThrow(reason)
    await expect(planning).rejects.not.toThrow('hush')
  })
})
