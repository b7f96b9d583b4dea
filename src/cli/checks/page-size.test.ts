import { describe, expect, test } from 'vitest'
import { type Budgets, type Manifest, toRows } from './page-size.ts'

const sizes: Readonly<Record<string, number>> = {
  'index.js': 70,
  'shared.js': 10,
  'view.js': 30,
  'view.css': 4,
  'export.js': 50,
  'callback.js': 1,
}

const manifest: Manifest = {
  'index.html': {
    file: 'index.js',
    imports: ['_shared.js'],
    dynamicImports: ['src/ui/view.tsx', 'src/ui/export.ts'],
  },
  '_shared.js': { file: 'shared.js' },
  'src/ui/view.tsx': { file: 'view.js', imports: ['_shared.js'], css: ['view.css'] },
  'src/ui/export.ts': { file: 'export.js' },
  'callback.html': { file: 'callback.js' },
}

function measure(change: Partial<Budgets> = {}): Readonly<Record<string, number>> {
  const budgets = { start: 1, run: 1, styles: 1, part: 1, callback: 1, onDemand: [], ...change }
  const rows = toRows(manifest, budgets, (file) => sizes[file] ?? Number.NaN)
  return Object.fromEntries(rows.map((row) => [row.what, row.value]))
}

describe('toRows', () => {
  test('counts for the start screen what is imported before it, once each', () => {
    expect(measure()['JavaScript before the start screen is usable']).toBe(80)
  })

  test('counts for a run all that loads later, but for what waits for a click', () => {
    const what = 'JavaScript with a run on screen'
    expect(measure()[what]).toBe(160)
    expect(measure({ onDemand: ['src/ui/export.ts'] })[what]).toBe(110)
  })

  test('finds the largest part, the styles and the callback', () => {
    expect(measure()).toMatchObject({
      'largest part that loads later': 50,
      styles: 4,
      'JavaScript of the callback page': 1,
    })
  })
})
