import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from './reason.ts'
import { UsageError } from './usage-error.ts'

/** A folder that run documents and reports are written to. */
export type Output = {
  /** Without a folder nothing is written, and what would be costly to make need not be made. */
  readonly isOpen: boolean
  /** Throws an `OutputError`. */
  write(file: string, content: string | Uint8Array): Promise<void>
}

/** A file could not be written: the disk is full, say. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

/** Makes the folder ready; without one, nothing is written. */
export async function openOutput(option: string, folder: string | undefined): Promise<Output> {
  if (folder === undefined) return { isOpen: false, write: () => Promise.resolve() }
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new UsageError(`${option} ${folder}: ${reasonOf(error)}`)
  }
  return { isOpen: true, write: (file, content) => replaceFile(join(folder, file), content) }
}

/** Whoever reads the folder meanwhile meets the old file or the new one, never half of it. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const aside = `${path}.${crypto.randomUUID()}.part`
  try {
    await writeFile(aside, content)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw new OutputError(`could not write ${path}: ${reasonOf(error)}`)
  }
}
