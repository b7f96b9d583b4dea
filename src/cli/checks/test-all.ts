import { runSuites, SUITES } from './suites.ts'

process.exitCode = await runSuites(SUITES)
