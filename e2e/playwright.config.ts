import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { requireChromium } from '../src/cli/chromium.ts'

const { executablePath, args } = requireChromium()

export default defineConfig({
  testDir: '.',
  testIgnore: 'examples/**',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // Only a failure waits that long; a machine that others use too must not make one.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    [
      'json',
      {
        outputFile: fileURLToPath(
          new URL('../node_modules/.cache/reports/journeys.json', import.meta.url),
        ),
      },
    ],
  ],
  use: {
    launchOptions: { executablePath, args: [...args] },
    // A page may otherwise not call loopback until a person has allowed it.
    permissions: ['local-network-access'],
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
