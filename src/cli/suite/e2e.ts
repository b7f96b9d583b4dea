/** What `mcp-flow-debugger/e2e` gives to people's own suites. Built, this file is dist/node/e2e.js. */
import { expect as baseExpect, test as base } from '@playwright/test'
import { nameOf, readServer, toFileName } from '../flow/target.ts'
import type { Flow, FlowAlone, FlowExpect, FlowRun, FlowTest } from './api.ts'
import { MATCHERS } from './matchers.ts'
import { openPage, walkAlone, walkIn } from './walk.ts'

/** What is left of a test's time for its own words when a walk takes too long. */
const LAST_WORD = 2_000

/** Playwright's `test` with `flow`: walks in the browser of the test, and adds the run document to its report. */
export const test: FlowTest = base.extend<{ flow: Flow }, { flowPage: string }>({
  flowPage: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, provide) => {
      const page = await openPage()
      await provide(page.url)
      await page.close()
    },
    { scope: 'worker' },
  ],
  flow: async ({ browser, flowPage }, provide, info) => {
    await provide(async (server, options = {}) => {
      const spare = info.timeout === 0 ? {} : { timeout: Math.max(1, info.timeout - LAST_WORD) }
      const run = await walkIn({ browser, pageUrl: flowPage }, server, { ...spare, ...options })
      await attach(run, options.name, (name, body) =>
        info.attach(name, { body, contentType: 'application/json' }),
      )
      return run
    })
  },
})

/** Playwright's `expect` with matchers for a run. */
export const expect: FlowExpect = baseExpect.extend(MATCHERS)

/** Walks a server outside of a fixture. */
export const flow: FlowAlone = walkAlone

/** The matchers alone, for an `expect` of one's own. */
export const matchers = MATCHERS

async function attach(
  { document, server }: FlowRun,
  name: string | undefined,
  put: (name: string, body: string) => Promise<void>,
): Promise<void> {
  if (document === null) return
  const reading = readServer(server)
  const file = toFileName(name ?? (reading.kind === 'server' ? nameOf(reading.url) : server))
  await put(`${file}.run.json`, JSON.stringify(document, null, 2))
}
