import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { ACCESS_TOKEN, PASSED_RUN } from './documents/passed-run.ts'
import { SLASH_RUN } from './documents/stopped-runs.ts'
import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { openDebugger } from './pages/debugger.ts'

async function openRun(page: Page, pageUrl: string, document: object) {
  const app = await openDebugger(page, pageUrl)
  await page.getByLabel('Run file').setInputFiles({
    name: 'some.run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(document)),
  })
  await expect(app.verdict).toBeVisible()
  return app
}

test('a run goes to a colleague as a link, and opens at the request that was on screen', async ({
  page,
  pageUrl,
  browser,
}) => {
  const app = await openRun(page, pageUrl, SLASH_RUN)
  await app.rows.nth(2).click()
  const title = await app.inspector.getByRole('heading').first().textContent()
  await app.button('Share').click()
  await expect(page.getByRole('region', { name: 'What leaves in the link' })).toContainText(
    '"mcp-flow-run"',
  )
  const link = await app.copy('Copy the link')
  expect(link.startsWith(`${pageUrl}#run=`)).toBe(true)

  const context = await browser.newContext()
  const colleague = await context.newPage()
  const asked: string[] = []
  colleague.on('request', (request) => asked.push(request.url()))
  const theirs = await openDebugger(colleague, link)
  await expect(theirs.verdict).toHaveText(SLASH_RUN.outcome.summary)
  await expect(theirs.inspector.getByRole('heading').first()).toHaveText(title ?? '')
  expect(asked.filter((url) => new URL(url).origin !== new URL(pageUrl).origin)).toEqual([])
  await context.close()
})

test('what leaves is shown before, holds no secret, and is what is saved', async ({
  page,
  pageUrl,
}) => {
  const app = await openRun(page, pageUrl, PASSED_RUN)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.button('Share').click()
  for (const form of ['Markdown', 'Run file', 'HTTP archive', 'HTML page']) {
    await page.getByRole('tab', { name: form }).click()
    const waiting = page.waitForEvent('download')
    await app.button('Save the file').click()
    const text = await readFile(await (await waiting).path(), 'utf8')
    await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    expect(text).not.toContain(ACCESS_TOKEN)
  }
  expect(await findFaults(page)).toEqual([])
})

test('a link that was cut off says so, and the page stays usable', async ({ page, pageUrl }) => {
  const app = await openDebugger(page, `${pageUrl}#run=cut`)
  await expect(
    page.getByText(/^This link opens no run: its 8 characters are cut off/),
  ).toBeVisible()
  await expect(app.address).toBeFocused()
})
