import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toPublishedRun } from '../../../protocol/published.ts'
import type { Report } from '../../../protocol/reports.ts'
import { openOutput, OutputError } from '../output.ts'
import { reasonOf } from '../reason.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { ENTRY_FILE, findOldIndex, writeIndex } from './published-folder.ts'

/** Adds this run to a folder of published ones. Nobody who reads that folder ever meets half a run. */
export type Publisher = {
  write(file: string, content: string): Promise<void>
  /** Puts what was written in its place, and names it in the index. */
  publish(report: Report): Promise<void>
  /** Throws away what was not published. */
  close(): Promise<void>
}

type Wish = { readonly publish?: string; readonly keep?: number }

const NO_PUBLISHER: Publisher = {
  write: () => Promise.resolve(),
  publish: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

/** Makes the folder ready, or throws a `UsageError`. Without a folder nothing is published. */
export async function openPublisher(
  { publish: folder, keep = 50 }: Wish,
  terminal: Terminal,
): Promise<Publisher> {
  if (folder === undefined) return NO_PUBLISHER
  const old = await findOldIndex(folder)
  if (old?.kind === 'newer') throw new UsageError(`--publish ${folder}: index.json: ${old.says}`)
  if (old?.kind === 'damaged') {
    terminal.warn(`${join(folder, 'index.json')} is damaged and is made anew. ${old.says}`)
  }
  const id = newId(new Date())
  const aside = join(folder, `.${id}.part`)
  const output = await openOutput('--publish', aside)
  return {
    write: output.write,
    async publish(report) {
      await output.write(ENTRY_FILE, `${JSON.stringify(toPublishedRun(id, report), null, 2)}\n`)
      await move(aside, join(folder, id))
      for (const sentence of await writeIndex(folder, keep)) terminal.warn(sentence)
      terminal.say(`Published as ${join(folder, id)}`)
    },
    close: () => rm(aside, { recursive: true, force: true }),
  }
}

/** The time, so that folders stand in order, and something that no other job has. */
function newId(now: Date): string {
  return `${now.toISOString().replaceAll(':', '-')}-${randomBytes(3).toString('hex')}`
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    throw new OutputError(`could not make ${to}: ${reasonOf(error)}`)
  }
}
