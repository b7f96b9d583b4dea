import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RedactedRun } from '../../protocol/reports.ts'
import { EXPECTED } from '../../sandbox/expected.ts'
import type { Ending, WalkOptions } from '../../sandbox/expected/ending.ts'
import { FAULTS, type FaultName, isFaultName } from '../../sandbox/faults.ts'
import { readDocument } from '../flow/read-document.ts'
import { type SwitchServer, serveSwitch } from './switch-server.ts'
import { countsOf, differencesFrom } from './switch-verdict.ts'
import { root } from './tools.ts'

/** `npm run switches`: every fault of the sandbox on loopback, walked by the runner and its browser. */

/** Words after the command choose faults by their names: `npm run switches -- cors`. */
const words = process.argv.slice(2)
const names = Object.keys(FAULTS)
  .filter(isFaultName)
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
const servers = new Map<FaultName, SwitchServer | undefined>()
for (const name of names) servers.set(name, await serveSwitch(name))

const cases = names.flatMap((name) => {
  const server = servers.get(name)
  return server === undefined ? [] : EXPECTED[name].map((each) => toCase(name, server, each))
})
const folder = await mkdtemp(join(tmpdir(), 'switches-'))
const file = join(folder, 'targets.json')
await writeFile(file, JSON.stringify({ targets: cases.map(({ target }) => target) }))
process.exitCode = report(await runFlow(file))
for (const server of servers.values()) await server?.close()
await rm(folder, { recursive: true })

function toCase(
  name: FaultName,
  { url }: SwitchServer,
  { walk, ends }: { readonly walk: WalkOptions; readonly ends: Ending },
) {
  const how = Object.entries(walk).map(([option, value]) =>
    value === true ? option : `${option} ${value}`,
  )
  const { status, cause, fails } = ends
  const expect = { status, cause, rules: fails }
  const { document, ...options } = walk
  const cimd = `https://client.practice.example/${document}.json`
  const own = { server: url, ...options, ...(document !== undefined && { cimd }), expect }
  return { ends, target: { name: [name, ...how].join(', '), ...own } }
}

/** Runs the targets, with the runner's own line for each as it ends; gives their documents in order. */
async function runFlow(targetsFile: string): Promise<readonly (RedactedRun | undefined)[]> {
  const args = ['src/cli/launch.mjs', 'flow', '--json', '--targets', targetsFile]
  const env = { ...process.env, FLOW_CLIENT_SECRET: 'practice-secret' }
  const stdio = ['inherit', 'pipe', 'inherit'] as const
  const flow = spawn(process.execPath, args, { cwd: root, env, stdio: [...stdio] })
  const ended = once(flow, 'close')
  const documents: (RedactedRun | undefined)[] = []
  if (flow.stdout === null) throw new Error('The runner has no output.')
  for await (const line of createInterface({ input: flow.stdout })) {
    documents.push(line === 'null' ? undefined : readDocument(line))
  }
  await ended
  return documents
}

/** The counts, and what is not as the table foretells. */
function report(documents: readonly (RedactedRun | undefined)[]): number {
  const odd = cases.flatMap(({ ends, target }, at) => {
    const differences = differencesFrom(ends, documents[at])
    return differences.length === 0 ? [] : [`✗ ${target.name}: ${differences.join('; ')}`]
  })
  const unserved = names.filter((name) => servers.get(name) === undefined)
  const lines = [
    `${names.length} switches in ${cases.length} walks: ${countsOf(documents).join(', ')}`,
    ...unserved.map((name) => `- ${name}  not walked: its issuer needs port 80, which is not free`),
    `${cases.length - odd.length} of ${cases.length} end as foretold, by step, cause, culprit and every broken rule`,
    ...odd,
  ]
  console.log(lines.join('\n'))
  return odd.length === 0 ? 0 : 1
}
