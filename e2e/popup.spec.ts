import { expect, test } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { openDebugger } from './pages/debugger.ts'

test('consent in a pop-up leads to the tools, and the pop-up closes itself', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, `${pageUrl}?authorize=popup`)
  const opening = page.waitForEvent('popup')
  await app.enter(server.url)
  const popup = await opening
  const closing = popup.waitForEvent('close')
  await consentOn(popup).allow()
  await app.expectTools()
  await closing
  expect(page.url()).not.toMatch(/code=|state=|iss=/)
})

test('a pop-up after a same-tab attempt hands over to the tab that opened it', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await expect(consentOn(page).button('Allow')).toBeVisible()
  await page.goBack()
  const opening = page.waitForEvent('popup')
  await app.button('In a pop-up').click()
  const popup = await opening
  const closing = popup.waitForEvent('close')
  await consentOn(popup).allow()
  await closing
  await app.expectTools()
})

test('a pop-up whose answer has another state is told by its rule', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ fault: 'state-changed' })
  const app = await openDebugger(page, `${pageUrl}?authorize=popup`)
  await app.enter(server.url)
  await expect(app.verdictRegion).toContainText('AUR-02')
})

test('a blocked pop-up is said, and this tab is a way on', async ({ page, pageUrl, practice }) => {
  const server = await practice({ consent: 'page' })
  await page.addInitScript(() => {
    window.open = () => null
  })
  const app = await openDebugger(page, `${pageUrl}?authorize=popup`)
  await app.enter(server.url)
  await expect(app.verdictRegion).toContainText('The browser blocked the pop-up')
  await app.button('Sign in here').click()
  await consentOn(page).allow()
  await app.expectTools()
})

test('a pop-up that the person closes is noticed, and another one leads to the tools', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, `${pageUrl}?authorize=popup`)
  const first = page.waitForEvent('popup')
  await app.enter(server.url)
  const popup = await first
  await expect(consentOn(popup).button('Allow')).toBeVisible()
  await popup.close()
  await expect(app.verdictRegion).toContainText('The pop-up was closed')
  const second = page.waitForEvent('popup')
  await app.button('In a pop-up').click()
  await consentOn(await second).allow()
  await app.expectTools()
})

test('an issuer that cuts the pop-up off from its opener does not hinder the walk', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({
    consent: 'page',
    async answer(request, sandbox) {
      const response = await sandbox.fetch(request)
      const headers = new Headers(response.headers)
      if (new URL(request.url).pathname === '/authorize')
        headers.set('Cross-Origin-Opener-Policy', 'same-origin')
      return new Response(response.body, { status: response.status, headers })
    },
  })
  const app = await openDebugger(page, `${pageUrl}?authorize=popup`)
  const opening = page.waitForEvent('popup')
  await app.enter(server.url)
  await consentOn(await opening).allow()
  await app.expectTools()
})

test('a pop-up that was prepared for a walk that fails is closed again', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ fault: 'asm-nowhere' })
  const app = await openDebugger(page, `${pageUrl}?authorize=popup`)
  const opening = page.waitForEvent('popup')
  await app.enter(server.url)
  const popup = await opening
  await expect(app.verdictRegion).toContainText('ASM-01')
  await expect.poll(() => popup.isClosed()).toBe(true)
})
