import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** The folder of a package that is installed here. */
export function findPackage(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

/** Packs what is published, and installs it with these packages in an empty folder as npm does, from files alone. */
export function installPackage(folder: string, others: readonly string[]): string {
  const packed = join(folder, 'packed')
  const home = join(folder, 'home')
  for (const each of [packed, home]) mkdirSync(each, { recursive: true })
  const quiet = ['--loglevel', 'error', '--ignore-scripts']
  // What was built for these journeys is packed as it is.
  for (const source of [ROOT, ...others]) {
    execFileSync('npm', ['pack', source, '--pack-destination', packed, ...quiet])
  }
  writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}')
  const files = readdirSync(packed).map((name) => join(packed, name))
  const offline = ['--offline', '--no-audit', '--no-fund', ...quiet]
  execFileSync('npm', ['install', ...files, ...offline], { cwd: home })
  return home
}
