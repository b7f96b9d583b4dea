import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servePractice } from '../practice.ts'
import { root } from './tools.ts'

const LAUNCH = join(root, 'src/cli/launch.mjs')

/** Resident memory is looked at while the program runs: what a process reports at its end counts its parent's too. */
const WATCH = `
  import { writeSync } from 'node:fs'
  let peak = 0
  const look = () => { peak = Math.max(peak, process.memoryUsage.rss()) }
  setInterval(look, 50).unref()
  process.on('exit', () => { look(); writeSync(3, String(peak)) })
`

/** What a regression run cost, from the start of the program to its end, browser and all. */
export type Cost = {
  readonly seconds: number
  /** The most resident memory, in MB, that the runner's own process held. */
  readonly megabytes: number
}

export type Load = {
  readonly targets: number
  /** They take turns. */
  readonly servers: number
  /** Whether documents and reports are written too. */
  readonly writes: 'all' | 'nothing'
}

/** Walks practice servers with the runner. */
export async function runServers({ targets, servers, writes }: Load): Promise<Cost> {
  const practices = await Promise.all(Array.from({ length: servers }, () => servePractice(0)))
  const folder = await mkdtemp(join(tmpdir(), 'run-servers-'))
  try {
    const file = join(folder, 'targets.json')
    const list = Array.from({ length: targets }, (_, index) => ({
      name: `server ${index}`,
      server: practices[index % servers]?.url,
    }))
    await writeFile(file, JSON.stringify({ targets: list }))
    const out = writes === 'all' ? ['--out', join(folder, 'out')] : []
    const started = performance.now()
    const peak = await runFlow(['--targets', file, ...out])
    return { seconds: (performance.now() - started) / 1000, megabytes: peak / 1e6 }
  } finally {
    await rm(folder, { recursive: true })
    await Promise.all(practices.map((practice) => practice.close()))
  }
}

/** Gives the peak of its memory in bytes. A run in which not all is as expected would measure something else. */
function runFlow(options: readonly string[]): Promise<number> {
  const watch = `data:text/javascript,${encodeURIComponent(WATCH)}`
  const program = ['--import', watch, LAUNCH, 'flow', ...options]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    })
    let told = ''
    child.stdio[3]?.on('data', (text: unknown) => (told += String(text)))
    child.once('error', reject).once('close', (code) => {
      if (code === 0) resolve(Number(told))
      else reject(new Error(`The runner ended with ${code}`))
    })
  })
}
