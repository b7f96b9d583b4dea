import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listenOnLoopback } from '../local/loopback.ts'
import { consentAtOnce } from './host.ts'
import { type Observed, readAsked } from './observed.ts'
import type { PracticeServer } from './practice-server.ts'

/** Milliseconds after which it will never come to the tools. */
const PATIENCE = 8_000

/** It prints each message, as the answer to its tools/list. */
const LISTED = '"tools": ['

/** Lets mcp-remote, which is a program of its own, do the whole flow; what it asked, the server has noted. */
export async function observeMcpRemote(practice: PracticeServer): Promise<Observed> {
  const memory = await mkdtemp(join(tmpdir(), 'agreement-'))
  const { said, links } = await runToItsEnd(practice.url, memory)
  await rm(memory, { recursive: true })
  const [link] = links
  const requests = practice.asked()
  const person = link === undefined ? -1 : requests.indexOf(`GET ${link}`)
  return {
    requests: requests.slice(0, person < 0 ? undefined : person),
    asked: link === undefined ? null : readAsked(link),
    getsIn: said.includes(LISTED),
    end: said.split('\n').slice(-4).join(' '),
  }
}

/** The person opens each link that it prints; `true` is the browser that it opens itself. */
async function runToItsEnd(url: string, memory: string) {
  const file = fileURLToPath(import.meta.resolve('mcp-remote/dist/client.js'))
  const { port, close } = await listenOnLoopback(() => undefined, 0)
  await close()
  const child = spawn(process.execPath, [file, url, String(port), '--transport', 'http-only'], {
    env: { ...process.env, BROWSER: 'true', MCP_REMOTE_CONFIG_DIR: memory },
    timeout: PATIENCE,
  })
  const links: string[] = []
  let said = ''
  const listen = (text: string): void => {
    said += text
    if (said.includes(LISTED)) child.kill()
    // It prints the link before it listens for the answer.
    if (!said.includes('callback server running')) return
    const printed = [...said.matchAll(/visiting:\n(\S+)\n/g)].map(([, link = '']) => link)
    for (const link of printed.slice(links.length)) {
      links.push(link)
      void consentAtOnce(link).then(follow, () => undefined)
    }
  }
  child.stdout.setEncoding('utf8').on('data', listen)
  child.stderr.setEncoding('utf8').on('data', listen)
  await new Promise((resolve) => child.once('close', resolve))
  return { said, links }
}

async function follow(location: string | null): Promise<void> {
  if (location?.startsWith('http://localhost:')) await fetch(location)
}
