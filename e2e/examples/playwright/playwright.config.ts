import { defineConfig } from '@playwright/test'

const { CHROMIUM } = process.env

export default defineConfig({
  testDir: '.',
  use: {
    // A Chromium of one's own, where Playwright's is not installed.
    launchOptions: CHROMIUM ? { executablePath: CHROMIUM, args: ['--no-sandbox'] } : {},
  },
})
