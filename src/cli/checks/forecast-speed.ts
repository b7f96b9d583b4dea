import { foretellClients } from '../../protocol/engine.ts'
import type { Measurement } from './measurement.ts'
import { medianOf, walkInPage } from './page-walks.ts'

const TIMES = 40
const BUDGET = 20

/** What it takes to foretell of every client from a finished run. */
export const forecastSpeed: Measurement = {
  name: 'Forecast of all clients from a finished run',
  async measure() {
    const [walk] = await walkInPage(1)
    const events = walk?.events ?? []
    // Code that has not run yet is slow; a page has read its own by the time that a run ends.
    await foretellClients(events)
    const times: number[] = []
    for (let turn = 0; turn < TIMES; turn += 1) {
      const start = performance.now()
      await foretellClients(events)
      times.push(performance.now() - start)
    }
    const { length } = await foretellClients(events)
    return [
      { what: `median, ${length} clients`, value: medianOf(times), unit: 'ms', budget: BUDGET },
    ]
  },
}
