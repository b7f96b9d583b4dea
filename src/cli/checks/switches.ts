import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXPECTED } from '../../sandbox/expected.ts'
import type { Ending, WalkOptions } from '../../sandbox/expected/ending.ts'
import { FAULTS, type FaultName, isFaultName, withFault } from '../../sandbox/faults.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { type Answer, toListener } from '../local/fetch-listener.ts'
import { listenOnLoopback } from '../local/loopback.ts'
import { root } from './tools.ts'

/** `npm run switches`: every fault of the sandbox on loopback, walked by the runner and its browser. */

type Served = { readonly url: string; close(): Promise<void> }

/** Words after the command choose faults by their names: `npm run switches -- cors`. */
const words = process.argv.slice(2)
const names = Object.keys(FAULTS)
  .filter(isFaultName)
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
const reachable = names.filter((name) => !needsAnotherHost(name))

const folder = await mkdtemp(join(tmpdir(), 'switches-'))
const served = new Map<FaultName, Served>()
for (const name of reachable) served.set(name, await serveFault(name))
const targets = reachable.flatMap((name) =>
  EXPECTED[name].map(({ walk, ends }) => toTarget(name, walk, ends)),
)
const file = join(folder, 'targets.json')
await writeFile(file, JSON.stringify({ targets }))
process.exitCode = await runFlow(file)
for (const name of names.filter(needsAnotherHost)) {
  console.log(`- ${name}  not walked: its issuer is on a host that is not there`)
}
await Promise.all([...served.values()].map(({ close }) => close()))
await rm(folder, { recursive: true })

function needsAnotherHost(name: FaultName): boolean {
  return FAULTS[name].issuerAs?.('http://localhost:1').startsWith('http://localhost:1') === false
}

/** A practice server must know its addresses, so the ports are taken first. */
async function serveFault(name: FaultName): Promise<Served> {
  let answer: Answer = async () => new Response(null, { status: 503 })
  const listener = toListener((request) => answer(request))
  const server = await listenOnLoopback(listener, 0)
  const issuer = await listenOnLoopback(listener, 0)
  const url = `http://localhost:${server.port}/mcp`
  const sandbox = createSandbox(
    withFault({ server: url, issuer: `http://localhost:${issuer.port}` }, name),
  )
  answer = (request) => sandbox.fetch(request)
  return {
    url,
    close: async () => {
      await Promise.all([server.close(), issuer.close()])
    },
  }
}

function toTarget(name: FaultName, walk: WalkOptions, { status, cause, fails }: Ending) {
  const how = Object.entries(walk).map(([option, value]) => `${option} ${value}`)
  return {
    name: [name, ...how].join(', '),
    server: served.get(name)?.url,
    ...walk,
    expect: { status, cause, rules: fails },
  }
}

/** A line for each target as it ends, and the counts. */
function runFlow(targetsFile: string): Promise<number> {
  const args = ['src/cli/launch.mjs', 'flow', '--targets', targetsFile]
  const env = { ...process.env, FLOW_CLIENT_SECRET: 'practice-secret' }
  const flow = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    flow.once('error', reject)
    flow.once('close', (code) => resolve(code ?? 3))
  })
}
