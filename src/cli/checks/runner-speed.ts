import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PracticeServer, servePractice } from '../practice.ts'
import type { Measurement, Row } from './measurement.ts'
import { root } from './tools.ts'

const SERVERS = 100

/** What a regression run costs, from the start of the program to its end, browser and all. */
export const runnerSpeed: Measurement = {
  name: 'Runner',
  measure: async () => {
    const servers = await Promise.all(Array.from({ length: SERVERS }, () => servePractice(0)))
    try {
      return [toRow(await timeRunner(servers))]
    } finally {
      await Promise.all(servers.map((server) => server.close()))
    }
  },
}

function toRow(seconds: number): Row {
  return {
    what: `${SERVERS} loopback servers, time per server`,
    value: seconds / SERVERS,
    unit: 's',
    budget: 0.6,
  }
}

async function timeRunner(servers: readonly PracticeServer[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-speed-'))
  try {
    const file = join(folder, 'targets.json')
    const targets = servers.map(({ url }, index) => ({ name: `server ${index}`, server: url }))
    await writeFile(file, JSON.stringify({ targets }))
    const started = performance.now()
    await runFlow(file)
    return (performance.now() - started) / 1000
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A run in which not all is as expected would measure something else. */
function runFlow(file: string): Promise<void> {
  const program = [join(root, 'src/cli/launch.mjs'), 'flow', '--targets', file]
  return new Promise((resolve, reject) => {
    spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
      .once('error', reject)
      .once('close', (code) => {
        if (code === 0) resolve()
        else reject(new Error(`The runner ended with ${code}`))
      })
  })
}
