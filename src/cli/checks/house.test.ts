import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

const files = [...listFiles('src'), ...listFiles('e2e')]

type Lock = {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >
}

/** A lock made where a registry lacks the binaries of other systems breaks `npm ci` for everyone. */
test('the lock file names the packages of every system, not only of the one it was made on', () => {
  const { packages }: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  const wanted = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  )
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.filter((name) => !locked.has(name))).toEqual([])
})

describe('the house', () => {
  test('has no drawer for what nobody knows where to put', () => {
    const drawers = /\/(utils?|helpers?|common|lib|misc|shared|types|constants)(\/|\.tsx?$)/
    expect(files.filter((file) => drawers.test(file))).toEqual([])
  })

  test('has index files in the core only: elsewhere an import names the file it means', () => {
    const indexes = files.filter((file) => /\/index\.tsx?$/.test(file))
    expect(indexes.filter((file) => !file.startsWith('src/protocol/'))).toEqual([])
  })

  test('keeps unit tests in src and journeys in e2e', () => {
    const astray = files.filter((file) =>
      file.startsWith('e2e/') ? /\.test\.tsx?$/.test(file) : /\.spec\.tsx?$/.test(file),
    )
    expect(astray).toEqual([])
  })

  test('has folders in which one finds a room', () => {
    const sizes = new Map<string, number>()
    for (const file of files.filter((name) => name.startsWith('src/'))) {
      const folder = file.slice(0, file.lastIndexOf('/'))
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1)
    }
    expect([...sizes].filter(([, size]) => size > 40)).toEqual([])
  })
})
