import { fileURLToPath } from 'node:url'
import { expect, test as base } from '@playwright/test'
import { servePage } from '../src/cli/serve.ts'

const folder = fileURLToPath(new URL('../dist/page', import.meta.url))

/**
 * A journey through the built page. Each worker serves the page at a port of its own, and a journey
 * fails when the browser has complained, be it about our code or about the page's policy.
 */
export const test = base.extend<{ complaints: string[] }, { pageUrl: string }>({
  pageUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = await servePage({ folder, port: 0 })
      await use(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
