import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { build, fingerprint, isFresh } from './fresh-build.mjs'

let root = ''

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fresh-build-'))
  const files = ['index.html', 'callback.html', 'vite.config.ts', 'package.json']
  for (const file of [...files, 'package-lock.json', 'public/icon.svg']) write(file, file)
  write('src/ui/app.tsx', 'one')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('isFresh', () => {
  test('says no when nothing was built', () => {
    expect(isFresh(root)).toBe(false)
  })

  test('says yes as long as the sources are those of the build', () => {
    write('dist/source.sha256', fingerprint(root))
    expect(isFresh(root)).toBe(true)
  })

  test.each([
    ['a source changes', () => write('src/ui/app.tsx', 'two')],
    ['a source is added', () => write('src/ui/more.tsx', '')],
    ['a source goes away', () => rmSync(join(root, 'src/ui/app.tsx'))],
    ['a dependency moves', () => write('package-lock.json', '{}')],
  ])('says no once %s', (_, change) => {
    write('dist/source.sha256', fingerprint(root))
    change()
    expect(isFresh(root)).toBe(false)
  })

  test('does not mind a change in a test', () => {
    write('dist/source.sha256', fingerprint(root))
    write('src/ui/rows.test.ts', 'anything')
    expect(isFresh(root)).toBe(true)
  })

  test('says no once the page is to be served elsewhere', () => {
    write('dist/source.sha256', fingerprint(root))
    process.env['PUBLIC_URL'] = 'https://elsewhere.example/'
    try {
      expect(isFresh(root)).toBe(false)
    } finally {
      delete process.env['PUBLIC_URL']
    }
  })
})

test('a build replaces no folder that holds something else', async () => {
  write('site/index.html', 'mine')
  await expect(build(root, join(root, 'site'))).rejects.toThrow('holds something else')
})
