import type { FaultName } from '../../sandbox/faults.ts'
import { emulate, foretell } from './emulated.ts'
import { type Person, type RealClient, observe } from './host.ts'
import { observeMcpRemote } from './mcp-remote.ts'
import { type Difference, type Observed, differencesOf } from './observed.ts'
import type { PracticeServer } from './practice-server.ts'
import { sdkV1 } from './sdk-v1.ts'
import { sdkV2 } from './sdk-v2.ts'

export const REAL_CLIENTS: readonly RealClient[] = [sdkV1, sdkV2]

/** One real client at one server, beside what was said of it. */
export type Meeting = {
  readonly client: string
  readonly real: Observed
  readonly emulated: Observed
  readonly foretold: 'works' | 'fails' | 'unknown'
  /** In what the emulation or the forecast was wrong. */
  readonly misses: readonly Miss[]
}

/** One thing that was said of a client and is not so. */
export type Miss = {
  readonly of: Difference['of'] | 'forecast'
  readonly real: string
  readonly said: string
}

/** A server that clients meet one after the other. */
export type MeetingPlace = {
  readonly url: string
  readonly person?: Person
  /** Makes it a server that nobody has ever asked; one that needs no such thing does nothing. */
  renew(): void
}

/** Lets every real client meet the practice server with this fault. */
export function meet(practice: PracticeServer, fault: FaultName | null) {
  return meetAt({ url: practice.url, renew: () => practice.renew(fault) })
}

/** Lets every real client meet a server, and holds emulation and forecast against it. */
export async function meetAt(place: MeetingPlace): Promise<readonly Meeting[]> {
  const { url, person } = place
  place.renew()
  const forecast = await foretell(url, person)
  const meetings: Meeting[] = []
  for (const client of REAL_CLIENTS) {
    place.renew()
    const real = await observe(client, url, person)
    place.renew()
    const emulated = await emulate(client.id, url, person)
    const foretold = forecast.get(client.id)?.verdict ?? 'unknown'
    meetings.push(toMeeting({ client: client.id, real, emulated, foretold }))
  }
  return meetings
}

/** Lets mcp-remote meet the practice server with this fault. */
export async function meetMcpRemote(
  practice: PracticeServer,
  fault: FaultName | null,
): Promise<Meeting> {
  const client = 'mcp-remote'
  practice.renew(fault)
  const forecast = await foretell(practice.url)
  practice.renew(fault)
  const real = await observeMcpRemote(practice)
  practice.renew(fault)
  const emulated = await emulate(client, practice.url)
  const foretold = forecast.get(client)?.verdict ?? 'unknown'
  return toMeeting({ client, real, emulated, foretold })
}

function toMeeting(meeting: Omit<Meeting, 'misses'>): Meeting {
  const { real, emulated, foretold } = meeting
  const differences = differencesOf(real, emulated)
  return {
    ...meeting,
    misses: [
      ...differences.map(({ of, real, other }) => ({ of, real, said: other })),
      ...missedForecast(real, foretold),
    ],
  }
}

/** A forecast that cannot tell is not wrong. */
function missedForecast({ getsIn }: Observed, foretold: Meeting['foretold']): readonly Miss[] {
  const happened = getsIn ? 'works' : 'fails'
  return foretold === 'unknown' || foretold === happened
    ? []
    : [{ of: 'forecast', real: happened, said: foretold }]
}

/** What is not as a list of known misses has it: misses that nobody noted, and notes that are no misses. */
export function surprisesOf(
  known: readonly string[],
  meetings: readonly Meeting[],
): readonly string[] {
  const found = meetings.flatMap(({ client, misses }) => misses.map(({ of }) => `${client} ${of}`))
  return [
    ...found.filter((each) => !known.includes(each)).map((each) => `not noted: ${each}`),
    ...known.filter((each) => !found.includes(each)).map((each) => `no miss any more: ${each}`),
  ]
}
