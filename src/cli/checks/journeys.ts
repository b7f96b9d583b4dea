import { NoChromiumError, requireChromium } from '../chromium.ts'
import { runTool } from './tools.ts'

/** Runs the journeys of e2e; what is named behind `npm run e2e --` goes to Playwright. */
async function runJourneys(args: readonly string[]): Promise<number> {
  try {
    // Found here once, and not in each of Playwright's workers; it may have to be installed.
    process.env['MCPFLOW_CHROMIUM'] = requireChromium().executablePath
  } catch (error) {
    if (!(error instanceof NoChromiumError)) throw error
    console.error(error.message)
    return 3
  }
  return await runTool('playwright', 'test', '--config', 'e2e/playwright.config.ts', ...args)
}

process.exitCode = await runJourneys(process.argv.slice(2))
