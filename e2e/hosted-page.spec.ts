import { expect, test as base } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { openDebugger } from './pages/debugger.ts'
import { startRelay } from './relay.ts'
import { hostStatically } from './static-host.ts'

/** The page on a static host, under a sub-path. */
const test = base.extend<{ hostedUrl: string }>({
  hostedUrl: async ({ serve }, provide) => {
    const path = '/tools/debugger/'
    await provide((await serve(hostStatically(path))) + path)
  },
})

test('a practice server inside the page is walked with its own consent page', async ({
  page,
  hostedUrl,
}) => {
  const app = await openDebugger(page, hostedUrl)
  await page.getByRole('button', { name: /^Healthy, both eras/ }).click()
  await expect(consentOn(page).button('Allow')).toBeVisible()
  expect(page.url()).toContain(`${hostedUrl}?consent=`)
  await consentOn(page).allow()
  await app.expectTools()
})

test('a reload on the consent page inside the page changes nothing', async ({
  page,
  hostedUrl,
}) => {
  const app = await openDebugger(page, hostedUrl)
  await page.getByRole('button', { name: /^Healthy, both eras/ }).click()
  await expect(consentOn(page).button('Allow')).toBeVisible()
  await page.reload()
  await consentOn(page).allow()
  await app.expectTools()
  await page.reload()
  await app.expectTools()
})

test('a scope that the person unticks is not granted', async ({ page, hostedUrl }) => {
  const app = await openDebugger(page, hostedUrl)
  await page.getByRole('button', { name: /^Healthy, both eras/ }).click()
  await page.getByRole('checkbox', { name: 'offline_access' }).uncheck()
  await consentOn(page).allow()
  await app.expectTools()
  const { document } = await app.save()
  const token = document.exchanges.findLast(({ step }) => step === 'token')
  expect(JSON.stringify(token)).toContain('\\"scope\\":\\"tools\\"')
})

test('denying inside the page is told like any denial', async ({ page, hostedUrl }) => {
  const app = await openDebugger(page, hostedUrl)
  await page.getByRole('button', { name: /^Healthy, both eras/ }).click()
  await consentOn(page).deny()
  await expect(app.verdictRegion).toContainText('access_denied')
})

test('a server with CORS is walked from a static host without any relay', async ({
  page,
  hostedUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, hostedUrl)
  await app.enter(server.url)
  await app.expectTools()
  const { document } = await app.save()
  expect(document.exchanges.filter(({ via }) => via === 'relay')).toEqual([])
})

test('a pasted relay reaches a server that no page may read', async ({
  page,
  hostedUrl,
  practice,
}) => {
  const server = await practice({ cors: false })
  const relay = await startRelay(['--allow-origin', hostedUrl])
  try {
    const app = await openDebugger(page, hostedUrl)
    await page.getByText('Advanced', { exact: true }).click()
    const field = app.field('Address of a relay')
    await field.fill('localhost:4290')
    await app.button('Use it').click()
    await expect(page.getByText('"localhost:4290" is no relay address')).toBeVisible()
    await field.fill(relay.line.replace(/#.*/, '#of-another'))
    await app.button('Use it').click()
    await expect(
      page.getByText(/does not let you in\. This relay knows no such token/),
    ).toBeVisible()
    await field.fill(relay.line)
    await field.press('Enter')
    await expect(page.getByText(/^The relay at .* asks where/)).toBeVisible()
    await app.enter(server.url)
    await app.expectTools()
    const { document } = await app.save()
    expect(document.exchanges.some(({ via }) => via === 'relay')).toBe(true)
  } finally {
    await relay.stop()
  }
})
