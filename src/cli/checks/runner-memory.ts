import type { Measurement } from './measurement.ts'
import { runServers } from './run-servers.ts'

const TARGETS = 1000
const SERVERS = 50

/** Whether the runner keeps what it has written. It takes some ten minutes, so only who names it gets it. */
export const runnerMemory: Measurement = {
  name: 'Memory over many servers',
  isLong: true,
  measure: async () => {
    const { seconds, megabytes } = await runServers({
      targets: TARGETS,
      servers: SERVERS,
      writes: 'all',
    })
    return [
      {
        what: `${TARGETS} servers, most memory of the runner itself`,
        value: megabytes,
        unit: 'MB',
        budget: 300,
      },
      { what: 'time per server', value: seconds / TARGETS, unit: 's' },
    ]
  },
}
