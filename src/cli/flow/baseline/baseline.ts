import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  compareEssences,
  type Difference,
  type Essence,
  essenceOf,
} from '../../../protocol/compare.ts'
import { readRunFile } from '../../../protocol/engine.ts'
import { reasonOf } from '../reason.ts'
import { runFileOf, type Target } from '../target.ts'
import { UsageError } from '../usage-error.ts'
import type { Ending } from '../walk-target.ts'

/** Runs that were kept to compare with. */
export type Baseline = {
  readonly folder: string
  /** What differs is kept in it. */
  readonly isUpdated: boolean
  /** What each kept run came to, by the name of its file. */
  readonly kept: ReadonlyMap<string, Essence>
  /** Run documents in the folder that belong to no target. */
  readonly strangers: readonly string[]
}

/** A run beside the one that was kept of its target; `missing` when there is none. */
export type Comparison = {
  readonly state: 'same' | 'different' | 'missing'
  readonly differences: readonly Difference[]
  /** The rules that were broken in the kept run. */
  readonly broken: readonly string[]
}

type Wish = { readonly baseline?: string; readonly update: boolean }

/**
 * Reads what was kept of each target. It throws a `UsageError` for a folder or a file that cannot be read: nobody
 * should wait for a hundred walks to learn that, and no file is ever replaced that this version does not understand.
 */
export async function readBaseline(
  { baseline: folder, update }: Wish,
  targets: readonly Target[],
): Promise<Baseline | undefined> {
  if (folder === undefined) return undefined
  const found = await listRuns(folder, update)
  const wanted = new Set(targets.map(runFileOf))
  const kept = new Map<string, Essence>()
  for (const file of found.filter((each) => wanted.has(each))) {
    kept.set(file, await readKept(join(folder, file)))
  }
  const strangers = found.filter((file) => !wanted.has(file))
  return { folder, isUpdated: update, kept, strangers }
}

async function listRuns(folder: string, update: boolean): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.run.json')).toSorted()
  } catch (error) {
    // A first baseline makes its folder.
    if (update && error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    const hint = update ? '' : '; --update makes a baseline'
    throw new UsageError(`--baseline ${folder}: ${reasonOf(error)}${hint}`)
  }
}

/** Of each file only what it comes to is held: a thousand whole ones would fill the memory. */
async function readKept(path: string): Promise<Essence> {
  const reading = await readRunFile(await readText(path))
  if (reading.kind === 'run') return essenceOf(reading.document)
  throw new UsageError(`--baseline ${path}: ${reading.says}`)
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`--baseline ${path}: ${reasonOf(error)}`)
  }
}

/** Compares a walk that came to its own end with what was kept of its target. */
export function compareEnding(
  baseline: Baseline | undefined,
  target: Target,
  { document, problem }: Ending,
): Comparison | undefined {
  if (!baseline || !document || problem !== undefined) return undefined
  const before = baseline.kept.get(runFileOf(target))
  if (!before) return { state: 'missing', differences: [], broken: [] }
  const differences = compareEssences(before, essenceOf(document))
  const state = differences.length === 0 ? 'same' : 'different'
  return { state, differences, broken: brokenOf(before) }
}

function brokenOf({ rulings }: Essence): readonly string[] {
  return [...rulings].flatMap(([rule, { verdict }]) => (verdict === 'fail' ? [rule] : []))
}
