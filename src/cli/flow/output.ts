import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from './reason.ts'
import { UsageError } from './usage-error.ts'

/** A folder that run documents and the summary are written to. */
export type Output = {
  write(file: string, value: unknown): Promise<void>
}

/** Makes the folder ready; without one, nothing is written. */
export async function openOutput(folder: string | undefined): Promise<Output> {
  if (folder === undefined) return { write: () => Promise.resolve() }
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new UsageError(`--out ${folder}: ${reasonOf(error)}`)
  }
  return {
    write: async (file, value) => {
      const path = join(folder, file)
      // Whoever reads the folder meanwhile meets the old file or the new one, never half of it.
      const aside = `${path}.${process.pid}.part`
      await writeFile(aside, `${JSON.stringify(value, null, 2)}\n`)
      await rename(aside, path)
    },
  }
}
