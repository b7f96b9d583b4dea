import { type Meeting, meetAt } from '../../src/cli/agreement/agreement.ts'
import type { Person } from '../../src/cli/agreement/host.ts'
import { agreeAtFaults, agreeOfMcpRemote, openTable } from '../../src/cli/checks/agreement.ts'
import { startCertifiedIssuer } from './certified-issuer.ts'
import { startHonoServer } from './hono-server.ts'
import { startSdkExample } from './sdk-example.ts'
import { startSdkServer } from './sdk-server.ts'
import { signIn } from './sign-in.ts'

/** `npm run agreement`: real clients at every fault of the sandbox and at real servers, beside what is said of them. */

type Opened = { readonly url: string; readonly person?: Person; close(): Promise<void> }

type Place = { readonly name: string; start(): Promise<Opened> }

/** Each with its issuer; words after the command choose by these names, and among the faults. */
const PLACES: readonly Place[] = [
  { name: 'SDK 1.x example', start: () => startSdkExample('plain') },
  { name: 'SDK 1.x example, strict', start: () => startSdkExample('strict') },
  { name: 'SDK 2.x, oidc-provider', start: () => startPair({}, {}) },
  {
    name: 'SDK 2.x without handshake, oidc-provider below a path',
    start: () => startPair({ path: '/tenant1', refresh: 'offline-access' }, { modernOnly: true }),
  },
  { name: '@hono/mcp', start: startHonoServer },
]

async function startPair(
  issuerChoices: Parameters<typeof startCertifiedIssuer>[0],
  choices: { readonly modernOnly?: true },
): Promise<Opened> {
  const issuer = await startCertifiedIssuer(issuerChoices)
  const { url, close } = await startSdkServer(issuer, { cors: false, ...choices })
  return { url, person: signIn, close: () => close().then(issuer.close) }
}

async function agreeAtServers(words: readonly string[]): Promise<number> {
  const table = openTable()
  for (const { name, start } of PLACES) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue
    const { close, ...place } = await start()
    const met = await meetAt({ ...place, renew: () => undefined })
    await close()
    for (const meeting of met) console.log(toLine(name, meeting))
    table.add(name, met)
  }
  return table.end()
}

/** A row of the table: where, who, how many requests came before the person, and how it ended. */
function toLine(name: string, { client, real, misses }: Meeting): string {
  const scope = real.asked ? `, scope ${real.asked.scope ?? 'none'}` : ''
  const end = real.getsIn ? 'gets in' : 'fails'
  const requests = `${real.requests.length} requests${scope}, ${end}`
  return `${misses.length === 0 ? '✓' : '-'} ${name}  ${client}  ${requests}`
}

const words = process.argv.slice(2)
const atFaults = await agreeAtFaults(words)
const atServers = await agreeAtServers(words)
const ofMcpRemote = await agreeOfMcpRemote(words)
const surprises = atFaults + atServers + ofMcpRemote
process.exit(surprises === 0 ? 0 : 1)
