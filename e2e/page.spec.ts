import { CLIENT_ID_RUN, SIGN_IN_RUN, STEP_RUN } from './documents/halted-runs.ts'
import { longRun } from './documents/long-run.ts'
import { ACCESS_TOKEN, PASSED_RUN } from './documents/passed-run.ts'
import { BLOCKED_RUN, SLASH_RUN } from './documents/stopped-runs.ts'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'
import { openRun, openText } from './pages/run-file.ts'

test('a run that stopped says why, on whose side, and how to mend it', async ({
  page,
  pageUrl,
}) => {
  const app = await openRun(page, pageUrl, SLASH_RUN)
  await expect(app.verdict).toHaveText(SLASH_RUN.outcome.summary)
  await expect(app.verdictRegion).toContainText('Stopped at server metadata')
  await expect(app.verdictRegion).toContainText("authorization server's side")
  await expect(app.verdictRegion).toContainText('ASM-03 · must')
  await expect(app.verdictRegion.locator('mark')).toHaveText('/')
  await expect(app.verdictRegion).toContainText('list it with the slash')
  await expect(app.button('Copy the fix')).toBeVisible()
  await expect(app.button('Continue anyway')).toHaveCount(0)
  await expect(app.step('Server metadata')).toContainText('failed')
  await expect(app.step('Token')).toContainText('not reached')
})

test('the evidence is one press away, and marked', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, SLASH_RUN)
  await app.button('Show evidence').click()
  await expect(app.inspector.getByRole('tab', { name: 'Response', selected: true })).toBeVisible()
  await expect(app.inspector.getByText('"issuer"')).toBeInViewport()
  await expect(app.inspector.locator('mark')).toHaveText('/')
})

test('a finding about a header leads to that header, to the character', async ({
  page,
  pageUrl,
}) => {
  const app = await openRun(page, pageUrl, BLOCKED_RUN)
  await app.tab('Findings').click()
  await app.button('Show #3 header WWW-Authenticate').click()
  await expect(app.inspector.locator('mark')).toHaveText('https://tools.acme.example/prm')
  await expect(app.inspector.locator('mark')).toBeInViewport()
})

const HALTED = [
  [SIGN_IN_RUN, 'Sign in at auth.acme.example to go on', 'Your turn at authorization'],
  [CLIENT_ID_RUN, /registers no clients by itself/, 'Your turn at registration'],
  [STEP_RUN, 'Next: Authorization', 'Step by step'],
] as const

for (const [run, title, tag] of HALTED) {
  test(`a run saved while it waits tells for what: ${tag}`, async ({ page, pageUrl }) => {
    const app = await openRun(page, pageUrl, run)
    await expect(app.verdict).toHaveText(title)
    await expect(app.verdictRegion).toContainText(tag)
    // A file cannot be walked on: nothing here offers it.
    await expect(app.verdictRegion.getByRole('textbox')).toHaveCount(0)
    await expect(app.button('Stop here')).toHaveCount(0)
  })
}

test('the timeline is walked by keyboard alone', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, SLASH_RUN)
  const selected = app.timeline.getByRole('row', { selected: true })
  await app.timeline.focus()
  await page.keyboard.press('Home')
  await expect(selected).toContainText('preflight, inferred')
  await page.keyboard.press('j')
  await expect(selected).toContainText('401')
  await page.keyboard.press('ArrowDown')
  await expect(selected).toContainText('oauth-protected-resource')
  await page.keyboard.press('k')
  await expect(selected).toContainText('401')
  await page.keyboard.press('End')
  await expect(selected).toContainText('404')
  await page.keyboard.press('Enter')
  await expect(app.inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(app.timeline).toBeFocused()
})

test('the filter leaves the rows that meet every term', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, SLASH_RUN)
  const filter = page.getByRole('searchbox', { name: 'Filter the timeline' })
  await filter.fill('status:4xx host:auth')
  await expect(app.rows).toHaveCount(2)
  await expect(app.rows.last()).toContainText('openid-configuration')
  await filter.fill('has:error')
  await expect(app.rows.last()).toContainText('oauth-authorization-server')
  await filter.fill('nothing-like-this')
  await expect(app.timeline).toContainText('No request matches')
})

test('secrets stay covered until they are asked for', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, PASSED_RUN)
  await app.step('Token').getByRole('button').first().click()
  await expect(app.inspector).toContainText('access_token')
  await expect(app.inspector).toContainText('This MCP server.')
  await expect(app.inspector).not.toContainText(ACCESS_TOKEN)
  await app.button('Reveal secrets').click()
  await expect(app.inspector).toContainText(ACCESS_TOKEN)
  await app.step('Tools').getByRole('button').first().click()
  await expect(app.inspector).not.toContainText(ACCESS_TOKEN)
})

test('what a server sends is shown as text', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, PASSED_RUN)
  await app.tab('Tools').click()
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  await expect(page.locator('main img, main script')).toHaveCount(0)
})

test('tools are found by name and description', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, PASSED_RUN)
  await app.tab('Tools').click()
  await page.getByRole('searchbox', { name: 'Search the tools' }).fill('hidden files')
  const tools = page.getByRole('tabpanel').first().getByRole('heading', { level: 3 })
  await expect(tools).toHaveText([/list_files/])
})

test('a file that is no run is refused in one sentence, and the page stays', async ({
  page,
  pageUrl,
}) => {
  const app = await openDebugger(page, pageUrl)
  await openText(page, '{"log":{"version":"1.2"}}', 'traffic.har')
  await expect(page.getByRole('button', { name: 'Close this message' })).toBeVisible()
  await expect(app.address).toBeVisible()
  await page.getByRole('button', { name: 'Close this message' }).click()
  await expect(page.getByRole('button', { name: 'Close this message' })).toHaveCount(0)
})

test('ten thousand exchanges are a few dozen elements', async ({ page, pageUrl }) => {
  const app = await openRun(page, pageUrl, longRun())
  await expect(app.timeline).toHaveAttribute('aria-rowcount', '10010')
  expect(await app.rows.count()).toBeLessThan(120)
  await app.timeline.focus()
  await page.keyboard.press('Home')
  await expect(app.timeline.getByRole('row', { selected: true })).toContainText('/item/0')
  await page.keyboard.press('End')
  await expect(app.timeline.getByRole('row', { selected: true })).toContainText('/item/9999')
})

test('on a narrow screen the regions are pages and a request opens as a sheet', async ({
  page,
  pageUrl,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const app = await openRun(page, pageUrl, SLASH_RUN)
  await expect(app.walk).toBeVisible()
  await expect(app.timeline).toHaveCount(0)
  await app.tab('Timeline').click()
  await expect(app.timeline).toBeVisible()
  await app.rows.last().click()
  const sheet = page.getByRole('dialog', { name: 'Request 4' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})

test('panes are sized by keyboard', async ({ page, pageUrl }) => {
  await openRun(page, pageUrl, SLASH_RUN)
  const line = page.getByRole('separator', { name: 'Width of the walk' })
  const before = Number(await line.getAttribute('aria-valuenow'))
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuenow', String(before + 16))
})
