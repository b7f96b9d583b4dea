import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { runFlow } from './program.ts'

test('a CI system gets what it reads: reports, its own page, and lines for errors', async ({
  page,
  practice,
}, info) => {
  const server = await practice({ fault: 'prm-resource-other-origin' })
  const folder = info.outputPath('out')
  const summary = info.outputPath('step-summary.md')
  writeFileSync(summary, 'before\n')
  const { code, stdout } = await runFlow([server.url, '--out', folder], {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
  })
  expect(code).toBe(1)
  // Between these two lines nothing that a server says is a command.
  expect(stdout).toMatch(
    /^::stop-commands::(\S+)\n[^]*\n::\1::\n[^]*^::error title=localhost[^\n]*PRM-07/m,
  )
  expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## MCP servers: 1 target, 0 as expected/)
  await page.goto(pathToFileURL(join(folder, 'report.html')).href)
  await expect(page.getByRole('heading', { name: '0 of 1 as expected' })).toBeVisible()
  await expect(page.getByRole('group').getByText('PRM-07').first()).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  const xml = readFileSync(join(folder, 'junit.xml'), 'utf8')
  const cases = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml')
    return [...parsed.querySelectorAll('testsuites > testsuite > testcase > failure')].length
  }, xml)
  expect(cases).toBe(1)
})
