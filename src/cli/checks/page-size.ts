import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Measurement, Row } from './measurement.ts'
import { root } from './tools.ts'

/** Limits in kB after gzip, kept in package.json. */
export type Budgets = {
  readonly start: number
  readonly run: number
  readonly styles: number
  readonly part: number
  readonly callback: number
  /** Modules, or `_name` of a shared chunk, that load at a click and so do not count for the screen with a run. */
  readonly onDemand: readonly string[]
}

/** The part of Vite's manifest that says which file needs which. */
export type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}
export type Manifest = Readonly<Record<string, Chunk>>

type SizeOf = (file: string) => number

export const pageSize: Measurement = {
  name: 'Size of the built page, gzip',
  measure: () => {
    const folder = join(root, 'dist/page')
    const manifest: Manifest = readJson(join(folder, '.vite/manifest.json'))
    const { budgets }: { budgets: Budgets } = readJson(join(root, 'package.json'))
    const sizeOf: SizeOf = (file) => gzipSync(readFileSync(join(folder, file))).length / 1000
    return Promise.resolve(toRows(manifest, budgets, sizeOf))
  },
}

/** Sizes follow the import graph from each document: what is reached is what is loaded. */
export function toRows(manifest: Manifest, budgets: Budgets, sizeOf: SizeOf): readonly Row[] {
  const start = reach(manifest, ['index.html'], staticImports)
  const run = reach(manifest, ['index.html'], (chunk) => [
    ...staticImports(chunk),
    ...(chunk.dynamicImports ?? []).filter((key) => !budgets.onDemand.includes(withoutHash(key))),
  ])
  const callback = reach(manifest, ['callback.html'], staticImports)
  const parts = Object.keys(manifest).filter((key) => !start.has(key) && !callback.has(key))
  const sum = (keys: Iterable<string>) => total(scriptsOf(manifest, keys), sizeOf)
  const largest = Math.max(0, ...parts.map((key) => sum([key])))
  return [
    toRow('JavaScript before the start screen is usable', sum(start), budgets.start),
    toRow('JavaScript with a run on screen', sum(run), budgets.run),
    toRow('styles', total(stylesOf(manifest, run), sizeOf), budgets.styles),
    toRow('largest part that loads later', largest, budgets.part),
    toRow('JavaScript of the callback page', sum(callback), budgets.callback),
  ]
}

/** Shared chunks are named `_name-hash.js`, and the hash changes with every build. */
function withoutHash(key: string): string {
  return key.startsWith('_') ? key.replace(/-[\w-]{8}\.js$/, '') : key
}

function toRow(what: string, value: number, budget: number): Row {
  return { what, value, unit: 'kB', budget }
}

function staticImports(chunk: Chunk): readonly string[] {
  return chunk.imports ?? []
}

function reach(
  manifest: Manifest,
  from: readonly string[],
  next: (chunk: Chunk) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...from]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...next(findChunk(manifest, key)))
  }
  return seen
}

function scriptsOf(manifest: Manifest, keys: Iterable<string>): readonly string[] {
  const files = [...keys].map((key) => findChunk(manifest, key).file)
  return files.filter((file) => file.endsWith('.js'))
}

function stylesOf(manifest: Manifest, keys: Iterable<string>): readonly string[] {
  return [...keys].flatMap((key) => findChunk(manifest, key).css ?? [])
}

function total(files: readonly string[], sizeOf: SizeOf): number {
  return [...new Set(files)].reduce((sum, file) => sum + sizeOf(file), 0)
}

function findChunk(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`The build's manifest has no "${key}".`)
  return chunk
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
