import { expect, test } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { openDebugger } from './pages/debugger.ts'

test('callback.html without an answer says what it is for', async ({ page, pageUrl }) => {
  await page.goto(`${pageUrl}callback.html`)
  await expect(page.getByRole('status')).toContainText('there is none in its address')
  await expect(page.getByRole('textbox')).toBeHidden()
})

test('an answer that no walk waits for can be copied, and is gone from the address', async ({
  page,
  pageUrl,
}) => {
  const address = `${pageUrl}callback.html?code=secret-code&state=of-nobody&iss=https://as.example`
  await page.goto(address)
  expect(page.url()).toBe(`${pageUrl}callback.html`)
  await expect(page.getByRole('status')).toContainText('No walk in this browser waits')
  await expect(page.getByRole('status')).toContainText('of-nobody')
  await expect(page.getByRole('textbox')).toHaveValue(address)
})

test('an answer without a state says so', async ({ page, pageUrl }) => {
  await page.goto(`${pageUrl}callback.html?code=secret-code`)
  await expect(page.getByRole('status')).toContainText('carries no state')
})

test('code, state and iss are in no address that the person can come back to', async ({
  page,
  pageUrl,
  practice,
  context,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await consentOn(page).allow()
  await app.expectTools()
  const { entries } = await (await context.newCDPSession(page)).send('Page.getNavigationHistory')
  const own = entries.map(({ url }) => url).filter((url) => url.startsWith(pageUrl))
  expect(own.length).toBeGreaterThan(1)
  expect(own.filter((url) => /[?&](code|state|iss)=/.test(url))).toEqual([])
})
