import { enterToTools } from './enter-to-tools.ts'
import { forecastSpeed } from './forecast-speed.ts'
import { longDocument } from './long-document.ts'
import { type Measurement, report } from './measurement.ts'
import { ownTime } from './own-time.ts'
import { pageSize } from './page-size.ts'
import { rulesSpeed } from './rules-speed.ts'
import { runnerMemory } from './runner-memory.ts'
import { runnerSpeed } from './runner-speed.ts'

const MEASUREMENTS: readonly Measurement[] = [
  pageSize,
  enterToTools,
  ownTime,
  forecastSpeed,
  rulesSpeed,
  longDocument,
  runnerSpeed,
  runnerMemory,
]

/** Words after the command choose measurements by their names: `npm run bench -- runner`. */
const words = process.argv.slice(2).map((word) => word.toLowerCase())
const chosen = MEASUREMENTS.filter(({ name, isLong }) =>
  words.length === 0 ? !isLong : words.some((word) => name.toLowerCase().includes(word)),
)
if (chosen.length === 0) {
  const names = MEASUREMENTS.map(({ name }) => `"${name}"`).join(', ')
  console.error(`No measurement has "${words.join(' ')}" in its name: ${names}`)
  process.exitCode = 2
} else process.exitCode = await report(chosen)
