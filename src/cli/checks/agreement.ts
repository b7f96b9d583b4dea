import { FAULTS, type FaultName, isFaultName } from '../../sandbox/faults.ts'
import { type Meeting, REAL_CLIENTS, meet, surprisesOf } from '../agreement/agreement.ts'
import { KNOWN_MISSES, type KnownMiss } from '../agreement/known-misses.ts'
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

/** Prints each miss as it comes, and at the end how much was as it was said. */
export function openTable() {
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
      for (const { id } of REAL_CLIENTS) console.log(toTotal(id, meetings))
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
