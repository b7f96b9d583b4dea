// Plain JavaScript, because it runs before anything is built. The compiler checks it all the same.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const FOLDERS = ['src', 'public']
const FILES = ['index.html', 'callback.html', 'vite.config.ts', 'package.json', 'package-lock.json']
const STAMP = 'source.sha256'

/** Variables of the environment that the build reads. */
const VARIABLES = ['PUBLIC_URL']

/**
 * A hash over all that the build reads. Times say nothing, as a checkout sets them anew, and tests
 * are left out, so that editing one does not cost a build.
 * @param {string} root
 * @returns {string}
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of [...FILES, ...FOLDERS.flatMap((folder) => listSources(root, folder))]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  for (const name of VARIABLES) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @returns {boolean}
 */
export function isFresh(root) {
  const stamp = join(root, 'dist', STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
}

/**
 * Builds beside `folder` and moves the result into place, so that two builds at once, or a program
 * that starts meanwhile, never meet half a build.
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function build(root, folder = join(root, 'dist')) {
  const isOwn = folder === join(root, 'dist')
  if (!isOwn) requireOurs(folder)
  const print = fingerprint(root)
  // Beside the folder, as nothing can be moved from one disk to another in one step.
  const scratch = isOwn
    ? join(root, 'node_modules/.cache/build', String(process.pid))
    : `${folder}.${process.pid}`
  process.env['NODE_ENV'] = 'production'
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({
    root,
    logLevel: 'warn',
    environments: {
      client: { build: { outDir: join(scratch, 'page'), emptyOutDir: false } },
      node: { build: { outDir: join(scratch, 'node'), emptyOutDir: false } },
      worker: { build: { outDir: join(scratch, 'worker'), emptyOutDir: false } },
    },
  })
  await builder.buildApp()
  writeFileSync(join(scratch, STAMP), print)
  replace(folder, scratch)
}

/**
 * What is in place is replaced as a whole, so it must be an earlier build.
 * @param {string} folder
 */
function requireOurs(folder) {
  if (!existsSync(folder) || existsSync(join(folder, STAMP))) return
  if (readdirSync(folder).length === 0) return
  throw new Error(`${folder} holds something else than a build, and a build would replace it.`)
}

/**
 * @param {string} folder
 * @param {string} successor
 */
function replace(folder, successor) {
  const old = `${successor}-old`
  mkdirSync(folder, { recursive: true })
  renameSync(folder, old)
  try {
    renameSync(successor, folder)
  } catch (error) {
    // Another build came first and is in place.
    if (!existsSync(join(folder, STAMP))) throw error
    rmSync(successor, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function listSources(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
}
