import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import type { Person } from './people.ts'
import { digestOf, makeToken, parsePeople, toPeopleLine } from './people.ts'

/**
 * Gives the people of a file, which is read again whenever it has changed. A file that is gone lets
 * nobody in. `warn` hears of lines that cannot be used.
 */
export function openPeopleFile(
  path: string,
  warn: (sentence: string) => void,
): () => Promise<readonly Person[]> {
  let seen = ''
  let people: Promise<readonly Person[]> = Promise.resolve([])
  const read = async (): Promise<readonly Person[]> => {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined) warn(`${path} cannot be read: nobody gets in.`)
    const list = parsePeople(text ?? '')
    for (const problem of list.problems) warn(`${path}: ${problem}`)
    return list.people
  }
  return async () => {
    const mark = await markOf(path)
    if (mark !== seen) people = read()
    seen = mark
    return await people
  }
}

/** Changes with each write, also one that leaves the size and the second as they were. */
async function markOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined)
  return found === undefined ? 'gone' : `${found.ino} ${found.size} ${found.mtimeNs}`
}

export type NewToken = { readonly token: string; readonly isReplaced: boolean }

/** Writes a person's new token into the file, in place of an older one; only its digest is kept. */
export async function writeNewToken(path: string, name: string): Promise<NewToken> {
  const { people, problems } = parsePeople(await readOrEmpty(path))
  if (problems.length > 0) throw new TypeError(problems.join(' '))
  const token = makeToken()
  const others = people.filter((person) => person.name !== name)
  const lines = [...others, { name, digest: await digestOf(token) }].map(toPeopleLine)
  // Whoever reads meanwhile sees the old list or the new one, never half of it.
  await writeFile(`${path}.new`, `${lines.join('\n')}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return { token, isReplaced: others.length < people.length }
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return ''
    throw cause
  }
}
