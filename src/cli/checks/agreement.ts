import { FAULTS, type FaultName, isFaultName } from '../../sandbox/faults.ts'
import {
  type Meeting,
  REAL_CLIENTS,
  meet,
  meetMcpRemote,
  surprisesOf,
} from '../agreement/agreement.ts'
import { KNOWN_MISSES, MCP_REMOTE_MISSES, type KnownMiss } from '../agreement/known-misses.ts'
import { needsAnotherHost, openPracticeServer } from '../agreement/practice-server.ts'

/** What is said of a client at a server: its requests, scope, resource and outcome, and the forecast. */
const SAID = 5

/**
 * Real client libraries at the practice server in good health and with its faults, or those that a word names; beside
 * what their profiles say of them. Gives how often something was not as it is noted.
 */
export async function agreeAtFaults(words: readonly string[]): Promise<number> {
  const names = Object.keys(FAULTS)
    .filter(isFaultName)
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  const reachable = names.filter((name) => !needsAnotherHost(name))
  const faults: readonly (FaultName | null)[] =
    words.length === 0 ? [null, ...reachable] : reachable
  const practice = await openPracticeServer()
  const table = openTable()
  for (const fault of faults) {
    table.add(
      fault ?? 'in good health',
      await meet(practice, fault),
      fault ? KNOWN_MISSES[fault] : undefined,
    )
  }
  await practice.close()
  for (const name of names.filter(needsAnotherHost)) {
    console.log(`- ${name}  not met: its issuer is at an address that is not served`)
  }
  return table.end()
}

/** A program of its own takes a second each time: it meets a share of the faults, whatever the words are. */
const REMOTE_SHARE = [
  null,
  'no-challenge',
  'pointer-to-nothing',
  'nothing-leads-to-issuer',
  'challenge-single-quotes',
  'prm-without-scopes',
  'prm-resource-other-origin',
  'asm-issuer-slash',
  'asm-plain-only',
  'asm-without-pkce-methods',
  'asm-no-documents',
  'dcr-500',
  'mcp-redirect-307',
] as const

/** mcp-remote at a share of the faults; gives how often something was not as it is noted. */
export async function agreeOfMcpRemote(words: readonly string[]): Promise<number> {
  const isWanted = words.length === 0 || words.includes('mcp-remote')
  if (!isWanted || process.platform !== 'linux') return 0
  const practice = await openPracticeServer()
  const table = openTable(['mcp-remote'])
  for (const fault of REMOTE_SHARE) {
    const met = await meetMcpRemote(practice, fault)
    const known = fault === null ? undefined : MCP_REMOTE_MISSES[fault]
    table.add(fault ?? 'in good health', [met], known)
  }
  await practice.close()
  return table.end()
}

/** Prints each miss as it comes, and at the end how much was as it was said. */
export function openTable(clients: readonly string[] = REAL_CLIENTS.map(({ id }) => id)) {
  const meetings: Meeting[] = []
  let surprises = 0
  return {
    add(place: string, met: readonly Meeting[], known?: KnownMiss): void {
      meetings.push(...met)
      for (const meeting of met) tell(place, meeting, known?.why)
      for (const surprise of surprisesOf(known?.misses ?? [], met)) {
        surprises += 1
        console.log(`    ${surprise}`)
      }
    },
    end(): number {
      if (meetings.length === 0) return surprises
      console.log()
      for (const id of clients) console.log(toTotal(id, meetings))
      return surprises
    },
  }
}

function tell(place: string, { client, misses, real, emulated }: Meeting, why?: string): void {
  if (misses.length === 0) return
  console.log(`${why ? '-' : '✗'} ${place}  ${client}  ${why ?? ''}`)
  for (const { of, real, said } of misses) console.log(`    ${of}: ${real}, and said was ${said}`)
  if (why) return
  console.log(`    it ended: ${real.end.slice(0, 200)}\n    the walk ended: ${emulated.end}`)
}

function toTotal(id: string, meetings: readonly Meeting[]): string {
  const own = meetings.filter(({ client }) => client === id)
  const missed = own.reduce((count, { misses }) => count + misses.length, 0)
  const whole = own.filter(({ misses }) => misses.length === 0).length
  const unknown = own.filter(({ foretold }) => foretold === 'unknown').length
  const said = own.length * SAID - unknown
  return `${id}  ${said - missed} of ${said} things as said, ${toShare(said - missed, said)}; at ${whole} of ${own.length} servers all of them, ${toShare(whole, own.length)}; not foretold at ${unknown}`
}

function toShare(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(1)} %`
}
