import { loadavg } from 'node:os'
import type { Measurement } from './measurement.ts'
import { medianOf, walkInPage } from './page-walks.ts'

const WALKS = 21
const BUDGET = 400

/** How long a person waits between Enter and the tools, when nothing but our own work takes time. */
export const enterToTools: Measurement = {
  name: 'Enter to tools on the loopback sandbox, automatic consent',
  async measure() {
    const walks = await walkInPage(WALKS)
    const times = walks.map((walk) => walk.enterToTools)
    const median = medianOf(times)
    return [
      { what: `median of ${WALKS} walks`, value: median, unit: 'ms', budget: BUDGET },
      { what: 'part of the budget', value: (median / BUDGET) * 100, unit: '%' },
      { what: 'fastest', value: Math.min(...times), unit: 'ms' },
      { what: 'slowest', value: Math.max(...times), unit: 'ms' },
      { what: 'load of this machine over the last minute', value: loadavg()[0] ?? 0, unit: '' },
    ]
  },
}
