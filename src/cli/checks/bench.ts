import { type Measurement, report } from './measurement.ts'
import { pageSize } from './page-size.ts'

const MEASUREMENTS: readonly Measurement[] = [pageSize]

process.exitCode = await report(MEASUREMENTS)
