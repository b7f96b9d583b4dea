import { readFile } from 'node:fs/promises'
import { loadClient } from '../../protocol/engine.ts'
import { behaviourOf } from '../observe/behaviour.ts'
import { readRecord } from '../observe/record.ts'
import { sayAsked, sayDifferences, sayFragment, sayOrder } from '../observe/report.ts'
import { findServer, sortRequests } from '../observe/sort-requests.ts'

/** `npm run observe -- FILE [--client ID] [--server URL]`: what a recorded run or a HAR shows of a client. */

const [file, ...options] = process.argv.slice(2)
const option = (name: string) => options[options.indexOf(name) + 1 || options.length]
if (file === undefined || file.startsWith('--'))
  fail('Usage: npm run observe -- FILE [--client ID] [--server URL]')

const seen = readRecord(await readFile(file ?? '', 'utf8').catch((error) => fail(String(error))))
if (typeof seen === 'string') fail(seen)
else {
  const server = option('--server') ?? findServer(seen)
  if (server === undefined)
    fail('No request of it is an MCP message. Name the endpoint: --server URL')
  else await tell(server)
}

async function tell(server: string): Promise<void> {
  if (typeof seen === 'string') return
  const sorted = sortRequests(seen, server)
  const shown = behaviourOf(sorted)
  print(`Requests of a client at ${server}`, sayOrder(sorted))
  print('What it asked for', sayAsked(sorted))
  const id = option('--client')
  const client = id === undefined ? undefined : await loadClient(id)
  if (id !== undefined && !client) return fail(`There is no client "${id}".`)
  if (client) print(`Held against ${client.profile.name}`, sayDifferences(shown, client.profile))
  print(
    'For `differs` of its profile; what is not here, this record does not show',
    sayFragment(shown),
  )
}

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}

function fail(says: string): never {
  console.error(says)
  process.exit(2)
}
