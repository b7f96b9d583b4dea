import { FAULTS, type FaultName, isFaultName } from '../../sandbox/faults.ts'
import { type Meeting, REAL_CLIENTS, meet, surprisesOf } from '../agreement/agreement.ts'
import { KNOWN_MISSES } from '../agreement/known-misses.ts'
import { needsAnotherHost, openPracticeServer } from '../agreement/practice-server.ts'

/** `npm run agreement`: real client libraries at every fault of the sandbox, beside what their profiles say of them. */

/** What is said of a client at a server: its requests, scope, resource and outcome, and the forecast. */
const SAID = 5

/** Words after the command choose faults by their names: `npm run agreement -- scope`. */
const words = process.argv.slice(2)
const names = Object.keys(FAULTS)
  .filter(isFaultName)
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
const reachable = names.filter((name) => !needsAnotherHost(name))
const faults: readonly (FaultName | null)[] = words.length === 0 ? [null, ...reachable] : reachable

const practice = await openPracticeServer()
const meetings: Meeting[] = []
let surprises = 0
for (const fault of faults) {
  const met = await meet(practice, fault)
  meetings.push(...met)
  met.forEach(tell)
  for (const surprise of surprisesOf(fault, met)) {
    surprises += 1
    console.log(`    ${surprise}`)
  }
}
await practice.close()
for (const name of names.filter(needsAnotherHost)) {
  console.log(`- ${name}  not met: its issuer is at an address that is not served`)
}
console.log()
for (const { id } of REAL_CLIENTS) console.log(toTotal(id))
process.exit(surprises === 0 ? 0 : 1)

function tell({ client, fault, misses, real, emulated }: Meeting): void {
  if (misses.length === 0) return
  const why = fault && KNOWN_MISSES[fault]?.why
  console.log(`${why ? '-' : '✗'} ${fault ?? 'in good health'}  ${client}  ${why ?? ''}`)
  for (const { of, real, said } of misses) console.log(`    ${of}: ${real}, and said was ${said}`)
  if (why) return
  console.log(`    it ended: ${real.end.slice(0, 200)}\n    the walk ended: ${emulated.end}`)
}

function toTotal(id: string): string {
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
