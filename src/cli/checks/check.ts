import { CHECKS, runSuites } from './suites.ts'

process.exitCode = await runSuites(CHECKS)
