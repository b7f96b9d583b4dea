import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/nginx', import.meta.url))

/** An nginx that was started for one journey. */
export type Nginx = { readonly url: string; stop(): Promise<void> }

/**
 * The path of an nginx: the machine's own, else Debian's, unpacked beside the other caches. It is not installed, as a
 * package that is installed starts a server. Undefined where there is neither.
 */
export function findNginx(): string | undefined {
  const unpacked = join(CACHE, 'usr/sbin/nginx')
  const there = ['nginx', '/usr/sbin/nginx', unpacked].find(runs)
  if (there !== undefined || process.getuid?.() !== 0) return there
  mkdirSync(CACHE, { recursive: true })
  if (!download() && !(run('apt-get', ['update']) && download())) return undefined
  const file = readdirSync(CACHE).find((name) => name.endsWith('.deb'))
  if (file === undefined || !run('dpkg-deb', ['-x', join(CACHE, file), CACHE])) return undefined
  return existsSync(unpacked) && runs(unpacked) ? unpacked : undefined
}

/** What a journey may want of an nginx besides: a port that it knows, and what stands beside the server block. */
export type NginxChoices = { readonly port?: number; readonly http?: string }

/** Starts it on a free loopback port. `folder` is for its files, `server` what stands in its server block. */
export async function startNginx(
  path: string,
  folder: string,
  server: string,
  { port: wanted, http = '' }: NginxChoices = {},
): Promise<Nginx> {
  const port = wanted ?? (await findFreePort())
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, toConfiguration(folder, port, { server, http }))
  const child = spawn(path, ['-p', folder, '-c', file, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilStarted(child)
  return {
    url: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function toConfiguration(
  folder: string,
  port: number,
  { server, http }: { readonly server: string; readonly http: string },
): string {
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
error_log stderr notice;
pid ${folder}/nginx.pid;
worker_processes 1;
events {}
http {
  access_log off;
  types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }
${places.map((place) => `  ${place}_temp_path ${folder}/${place};`).join('\n')}
${http}
  server {
    listen 127.0.0.1:${port};
${server}
  }
}
`
}

/** At the level of notices it says when its worker is there. */
function untilStarted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('start worker process ')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`nginx ended with ${code}: ${said}`)))
  })
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
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
