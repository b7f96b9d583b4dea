import { enterToTools } from './enter-to-tools.ts'
import { type Measurement, report } from './measurement.ts'
import { ownTime } from './own-time.ts'
import { pageSize } from './page-size.ts'
import { runnerSpeed } from './runner-speed.ts'

const MEASUREMENTS: readonly Measurement[] = [pageSize, enterToTools, ownTime, runnerSpeed]

process.exitCode = await report(MEASUREMENTS)
