import { NoChromiumError, requireChromium } from '../chromium.ts'
import { findNginx } from './nginx.ts'
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
  const config = ['--config', 'e2e/playwright.config.ts']
  return await runTool('playwright', 'test', ...config, ...withNginx(), ...args)
}

/** Looked for here once as well, as it may have to be fetched. */
function withNginx(): readonly string[] {
  const nginx = findNginx()
  if (nginx !== undefined) {
    process.env['MCPFLOW_NGINX'] = nginx
    return []
  }
  console.error('No nginx was found and none could be fetched: install it to run its journeys too.')
  return ['--grep-invert', '@nginx']
}

process.exitCode = await runJourneys(process.argv.slice(2))
