import type { Measurement } from './measurement.ts'
import { runServers } from './run-servers.ts'

const SERVERS = 100

/** What a server costs in a regression run. */
export const runnerSpeed: Measurement = {
  name: 'Runner',
  measure: async () => {
    const all = { targets: SERVERS, servers: SERVERS, writes: 'nothing' } as const
    const { seconds, megabytes } = await runServers(all)
    return [
      {
        what: `${SERVERS} loopback servers, time per server`,
        value: seconds / SERVERS,
        unit: 's',
        budget: 0.6,
      },
      { what: 'most memory of the runner itself', value: megabytes, unit: 'MB', budget: 300 },
    ]
  },
}
