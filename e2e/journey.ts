import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type ConsoleMessage, expect, test as base } from '@playwright/test'
import { listenOnLoopback } from '../src/cli/local/loopback.ts'
import { servePage } from '../src/cli/serve.ts'
import { type Practice, type PracticeChoices, openPractice } from './practice.ts'

/** The built page. */
export const PAGE_FOLDER = fileURLToPath(new URL('../dist/page', import.meta.url))

type Fixtures = {
  complaints: string[]
  /** Opens a practice server that is closed with the journey. */
  practice: (choices?: PracticeChoices) => Promise<Practice>
  /** Serves whatever a listener says on a loopback port; gives its origin. */
  serve: (listener: RequestListener) => Promise<string>
}

/**
 * A journey through the built page. Each worker serves the page at a port of its own, and a journey
 * fails when the browser has complained, be it about our code or about the page's policy.
 */
export const test = base.extend<Fixtures, { pageUrl: string }>({
  pageUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, provide) => {
      const server = await servePage({ folder: PAGE_FOLDER, port: 0 })
      await provide(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],
  complaints: [
    async ({ context, pageUrl }, provide) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !isOfServer(message, pageUrl))
          complaints.push(message.text())
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      await provide(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern -- see above
  practice: async ({}, provide) => {
    const opened: Practice[] = []
    await provide(async (choices) => {
      const practice = await openPractice(choices)
      opened.push(practice)
      return practice
    })
    await Promise.all(opened.map((practice) => practice.close()))
  },
  // oxlint-disable-next-line no-empty-pattern -- see above
  serve: async ({}, provide) => {
    const opened: { close(): Promise<void> }[] = []
    await provide(async (listener) => {
      const server = await listenOnLoopback(listener, 0)
      opened.push(server)
      return `http://localhost:${server.port}`
    })
    await Promise.all(opened.map((server) => server.close()))
  },
})

const NETWORK_LINES = [
  /^Failed to load resource: /,
  /^Access to fetch at '(?<url>[^']+)' from origin '[^']+' has been blocked by CORS policy: /,
]

/**
 * Chromium itself notes each answer of 400 and above and each one that CORS withholds. That such answers of servers
 * under test are noted is as it should be; of our own page and relay there is none.
 */
function isOfServer(message: ConsoleMessage, pageUrl: string): boolean {
  const line = NETWORK_LINES.map((pattern) => pattern.exec(message.text())).find(Boolean)
  if (!line) return false
  const url = line.groups?.['url'] ?? message.location().url
  return URL.canParse(url) && new URL(url).origin !== new URL(pageUrl).origin
}

export { expect }
