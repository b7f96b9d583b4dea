import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allowed, forbidden, type Sample } from './borders.samples.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const settings = [
  '.oxlintrc.json',
  'tsconfig.json',
  'src/tsconfig.base.json',
  'src/tsconfig.json',
  'src/protocol/tsconfig.json',
  'src/cli/tsconfig.json',
  'e2e/tsconfig.json',
]

const house = mkdtempSync(join(tmpdir(), 'borders-'))
const sightings = new Map<string, readonly string[]>()

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

function run(tool: string, ...args: string[]): string {
  const entry = join(root, 'node_modules', tool)
  const ended = spawnSync(process.execPath, [entry, ...args], { cwd: house, encoding: 'utf8' })
  return ended.stdout
}

/** The samples' files are numbered, so that one run of the linter can look at all of them. */
function toPath(sample: Sample): string {
  const number = [...forbidden, ...allowed].indexOf(sample)
  return sample.in.replace('*', `sample-${number}`)
}

function readDiagnostics(output: string): readonly { code: string; filename: string }[] {
  const { diagnostics }: { diagnostics: { code: string; filename: string }[] } = JSON.parse(output)
  return diagnostics
}

beforeAll(() => {
  for (const file of settings) cpSync(join(root, file), join(house, file))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
  for (const sample of [...forbidden, ...allowed]) write(toPath(sample), `${sample.text}\n`)
  for (const { code, filename } of readDiagnostics(run('oxlint/bin/oxlint', '--format=json'))) {
    sightings.set(filename, [...(sightings.get(filename) ?? []), code])
  }
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('the linter refuses', () => {
  test.each(forbidden)('$text, in $in', (sample) => {
    expect(sightings.get(toPath(sample)) ?? []).toContain(sample.rule)
  })
})

describe('the linter lets pass', () => {
  test.each(allowed)('$text, in $in', (sample) => {
    const borders = ['eslint(no-restricted-imports)', 'eslint(no-restricted-globals)']
    const seen = sightings.get(toPath(sample)) ?? []
    expect(seen.filter((code) => borders.includes(code))).toEqual([])
  })
})

describe('the compiler refuses', () => {
  const folders = [
    ['src/protocol', 'document', 'src/protocol'],
    ['src/sandbox', 'document', 'src/protocol'],
    ['src/relay', 'document', 'src/cli'],
    ['src/cli', 'localStorage', 'src/cli'],
    ['src/ui', 'process', 'src'],
  ] as const

  test.each(folders)('in %s the name %s', (folder, name, project) => {
    write(`${folder}/foreign.ts`, `export const foreign: unknown = ${name}\n`)
    const output = run('typescript/bin/tsc', '-p', project, '--noEmit', '--pretty', 'false')
    expect(output).toContain(`${folder}/foreign.ts(1,33)`)
    expect(output).toContain(`Cannot find name '${name}'`)
  })
})
