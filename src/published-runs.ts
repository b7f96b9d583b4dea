import type { Page } from './page.ts'
import { pageAddress } from './platform/page.ts'
import { readPublishedFile } from './platform/published-files.ts'
import { findRun } from './platform/saved-runs.ts'
import type { RunDocument } from './protocol/index.ts'
import { readIndex } from './protocol/published.ts'
import { type Place, type RunAddress, findIndexAddress } from './state/place.ts'
import type { Comparison } from './state/shown-store.ts'
import type { Published } from './ui/wall/wall-controls.ts'

type Refused = { readonly kind: 'refused'; readonly says: string }

/** The documents that somebody asked for, in the order of their names. */
export type Documents =
  | Refused
  | { readonly kind: 'documents'; readonly documents: readonly RunDocument[] }

/** Reads the index of a folder of published runs. */
export async function readFolder(runs: string): Promise<Published> {
  const address = findIndexAddress(runs, pageAddress())
  if (address === undefined) return refuse(sayNoAddress(runs))
  const file = await readPublishedFile(address)
  if (file.kind === 'refused') return file
  const reading = readIndex(file.text)
  switch (reading.kind) {
    case 'index':
      return reading
    case 'newer':
      return refuse(`${address} was written by a newer runner. ${reading.says}`)
    case 'damaged':
      return refuse(`${address} is no index of runs. ${reading.says}`)
  }
}

/** The documents that a place names: none, one, or two. */
export async function openPlace(page: Page, { runs, run, beside }: Place): Promise<Documents> {
  const documents: RunDocument[] = []
  for (const address of [run, beside]) {
    if (runs === null || address === null) continue
    const reading = await openRun(page, runs, address)
    if (reading.kind === 'refused') return reading
    documents.push(reading.document)
  }
  return { kind: 'documents', documents }
}

/** The documents in files that somebody chose or dropped. */
export async function readFiles(page: Page, files: readonly File[]): Promise<Documents> {
  const { engine } = await page.running()
  const documents: RunDocument[] = []
  for (const file of files) {
    const reading = await engine.readRunFile(await file.text())
    if (reading.kind === 'refused') return refuse(`${file.name}: ${reading.says}`)
    documents.push(reading.document)
  }
  return { kind: 'documents', documents }
}

/** A run, and another beside it: from a file, or one that this browser remembers. */
export async function readBeside(
  page: Page,
  own: RunDocument | null,
  other: File | string,
): Promise<Documents> {
  const { engine } = await page.running()
  const saved = typeof other === 'string' ? await findRun(other) : null
  const text = typeof other === 'string' ? saved?.text : await other.text()
  if (!own || text === undefined) return refuse('This browser no longer has that run.')
  const reading = await engine.readRunFile(text)
  if (reading.kind === 'refused') return reading
  return { kind: 'documents', documents: [own, reading.document] }
}

/** Two runs, the earlier one first. */
export function toComparison(first: RunDocument, second: RunDocument): Comparison {
  return first.startedAt <= second.startedAt ? [first, second] : [second, first]
}

async function openRun(
  page: Page,
  runs: string,
  address: RunAddress,
): Promise<Refused | { readonly kind: 'run'; readonly document: RunDocument }> {
  const index = findIndexAddress(runs, pageAddress())
  if (index === undefined) return refuse(sayNoAddress(runs))
  const url = new URL(address, index).href
  const file = await readPublishedFile(url)
  if (file.kind === 'refused') return file
  const { engine } = await page.running()
  const reading = await engine.readRunFile(file.text)
  if (reading.kind === 'run') return reading
  return refuse(`${url} could not be opened. ${reading.says}`)
}

function sayNoAddress(runs: string): string {
  return `“${runs}” is no http or https address of a folder of runs.`
}

function refuse(says: string): Refused {
  return { kind: 'refused', says }
}
