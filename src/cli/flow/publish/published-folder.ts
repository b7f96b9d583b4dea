import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type IndexReading,
  type PublishedRun,
  readEntry,
  readIndex,
  toIndex,
} from '../../../protocol/published.ts'
import { openOutput } from '../output.ts'
import { rebuildEntry } from './rebuild-entry.ts'

/** What each run's own folder tells of it. The index is made of these, so it can always be made anew. */
export const ENTRY_FILE = 'entry.json'

/** The folders of runs, as `openPublisher` names them. Nothing else in the folder is ever touched. */
const RUN_FOLDER = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-[0-9a-f]{6}$/

/** How often the index is made anew when another job adds a run meanwhile. */
const TURNS = 5

/** What the index in that folder was; undefined when there is none. */
export async function findOldIndex(folder: string): Promise<IndexReading | undefined> {
  const text = await readText(join(folder, 'index.json'))
  return text === undefined ? undefined : readIndex(text)
}

/** Writes the index over the newest runs of the folder and removes the others. Gives what is to be said. */
export async function writeIndex(folder: string, keep: number): Promise<readonly string[]> {
  const output = await openOutput('--publish', folder)
  const said = new Set<string>()
  let names = await listRuns(folder)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const kept = names.slice(-keep)
    const runs = await Promise.all(kept.map((name) => entryOf(folder, name, said)))
    const index = toIndex(runs.filter((run) => run !== undefined))
    await output.write('index.json', `${JSON.stringify(index)}\n`)
    // Only once no index names them any more.
    await removeRuns(folder, names.slice(0, -keep))
    names = await listRuns(folder)
    if (names.length === kept.length && names.every((name) => kept.includes(name))) break
  }
  return [...said]
}

async function entryOf(
  folder: string,
  id: string,
  said: Set<string>,
): Promise<PublishedRun | undefined> {
  const text = (await readText(join(folder, id, ENTRY_FILE))) ?? ''
  const entry = readEntry(text)
  if (entry?.id === id) return entry
  const rebuilt = await rebuildEntry(folder, id)
  const end = rebuilt ? 'It is told from its run documents.' : 'It is left out of the index.'
  said.add(`${join(folder, id, ENTRY_FILE)} is missing or damaged. ${end}`)
  return rebuilt
}

async function listRuns(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true })
  return found
    .filter((each) => each.isDirectory() && RUN_FOLDER.test(each.name))
    .map(({ name }) => name)
    .toSorted()
}

async function removeRuns(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
}

async function readText(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined)
}
