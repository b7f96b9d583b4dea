import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

const QUIET = ['--loglevel', 'error', '--ignore-scripts']

/** The folder of a package that is installed here. */
export function findPackage(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

/** Packs what is published, and these packages; gives the tarballs. */
export function packAll(folder: string, others: readonly string[]): readonly string[] {
  mkdirSync(folder, { recursive: true })
  // What was built for these journeys is packed as it is.
  for (const source of [ROOT, ...others]) {
    execFileSync('npm', ['pack', source, '--pack-destination', folder, ...QUIET])
  }
  return readdirSync(folder).map((name) => join(folder, name))
}

/** Installs what is published with these packages in an empty folder as npm does, from files alone. */
export function installPackage(folder: string, others: readonly string[]): string {
  const home = join(folder, 'home')
  const files = packAll(join(folder, 'packed'), others)
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}')
  const offline = ['--offline', '--no-audit', '--no-fund', ...QUIET]
  execFileSync('npm', ['install', ...files, ...offline], { cwd: home })
  return home
}
