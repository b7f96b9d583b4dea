import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { requireNginx } from '../../src/cli/checks/nginx.ts'

/** Marks a journey that is left out, and said to be, where no nginx is to be had. */
export const NGINX = { tag: '@nginx' } as const

/** An nginx that was started for one journey. */
export type Nginx = { readonly url: string; stop(): Promise<void> }

/** What a journey may want of an nginx besides: a port that it knows, and what stands beside the server block. */
export type NginxChoices = { readonly port?: number; readonly http?: string }

/** Starts it on a free loopback port. `folder` is for its files, `server` what stands in its server block. */
export async function startNginx(
  folder: string,
  server: string,
  { port: wanted, http = '' }: NginxChoices = {},
): Promise<Nginx> {
  const port = wanted ?? (await findFreePort())
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, toConfiguration(folder, port, { server, http }))
  const child = spawn(requireNginx(), ['-p', folder, '-c', file, '-e', 'stderr'], {
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
