import type { DBSchema, IDBPDatabase } from 'idb'

/** A run as this browser remembers it: redacted before it gets here. */
export type SavedRun = {
  readonly id: string
  readonly server: string
  readonly startedAt: number
  readonly status: 'passed' | 'failed' | 'stopped'
  readonly summary: string
  /** The redacted document as JSON. */
  readonly text: string
}

type Schema = DBSchema & {
  runs: { key: string; value: SavedRun; indexes: { startedAt: number } }
}

/** So many are kept; older ones go. */
const MOST = 30

let database: Promise<IDBPDatabase<Schema>> | null = null

/** Keeps a run, in place of an earlier state of the same run. */
export async function saveRun(run: SavedRun): Promise<void> {
  const runs = await open()
  await runs.put('runs', run)
  const keys = await runs.getAllKeysFromIndex('runs', 'startedAt')
  await Promise.all(
    keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => runs.delete('runs', key)),
  )
}

/** All kept runs, newest first. */
export async function listRuns(): Promise<readonly SavedRun[]> {
  const runs = await open()
  const found = await runs.getAllFromIndex('runs', 'startedAt')
  return found.toReversed()
}

export async function findRun(id: string): Promise<SavedRun | undefined> {
  return (await open()).get('runs', id)
}

export async function forgetRun(id: string): Promise<void> {
  await (await open()).delete('runs', id)
}

/** The library comes with the first look: neither the start screen nor a walk waits for what was kept. */
function open(): Promise<IDBPDatabase<Schema>> {
  database ??= import('idb').then(({ openDB }) =>
    openDB<Schema>('mcp-flow-debugger', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt')
      },
    }),
  )
  return database
}
