import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.ts'

const CACHE = join(root, 'node_modules/.cache/nginx')

/**
 * The path of an nginx: the machine's own, else Debian's, unpacked beside the other caches. It is not installed, as a
 * package that is installed starts a server. Undefined where there is neither.
 */
export function findNginx(): string | undefined {
  const named = process.env['MCPFLOW_NGINX']
  if (named !== undefined && named !== '') return named
  const unpacked = join(CACHE, 'usr/sbin/nginx')
  const there = ['nginx', '/usr/sbin/nginx', unpacked].find(runs)
  if (there !== undefined || !existsSync('/usr/bin/apt-get')) return there
  mkdirSync(CACHE, { recursive: true })
  if (!download() && !(run('apt-get', ['update']) && download())) return undefined
  const file = readdirSync(CACHE).find((name) => name.endsWith('.deb'))
  if (file === undefined || !run('dpkg-deb', ['-x', join(CACHE, file), CACHE])) return undefined
  return existsSync(unpacked) && runs(unpacked) ? unpacked : undefined
}

/** The same for a journey that cannot do without. */
export function requireNginx(): string {
  const path = findNginx()
  if (path === undefined)
    throw new Error('No nginx was found and none could be fetched: install it.')
  return path
}

function download(): boolean {
  return run('apt-get', ['download', 'nginx'])
}

function runs(path: string): boolean {
  return run(path, ['-v'])
}

function run(command: string, args: readonly string[]): boolean {
  const cwd = existsSync(CACHE) ? CACHE : '.'
  return spawnSync(command, args, { cwd, stdio: 'ignore' }).status === 0
}
