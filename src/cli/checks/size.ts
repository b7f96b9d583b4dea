import { report } from './measurement.ts'
import { pageSize } from './page-size.ts'

process.exitCode = await report([pageSize])
