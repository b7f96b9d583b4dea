import { expect, test } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { debuggerOn, openDebugger } from './pages/debugger.ts'

test('consent in the same tab leads to the tools', async ({ page, pageUrl, practice }) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await expect(consentOn(page).button('Allow')).toBeVisible()
  expect(page.url()).toContain(`${server.issuer}/authorize`)
  await consentOn(page).allow()
  await app.expectTools()
  expect(new URL(page.url()).searchParams.get('server')).toBe(server.url)
})

test('signing in before consenting leads to the tools', async ({ page, pageUrl, practice }) => {
  const server = await practice({ login: 'page', consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await consentOn(page).allow()
  await app.expectTools()
})

test('a denied consent is told with its rule, and the answer is in the timeline', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await consentOn(page).deny()
  await expect(app.verdictRegion).toContainText('access_denied')
  await expect(app.verdictRegion).toContainText('AUZ-20')
  await expect(app.step('Callback')).toContainText('failed')
  await expect(app.rows.filter({ hasText: '/callback.html' })).toHaveCount(1)
})

const WRONG_ANSWERS = [
  { fault: 'state-changed', rule: 'AUR-02' },
  { fault: 'state-missing', rule: 'AUR-02' },
  { fault: 'callback-neither', rule: 'AUR-03' },
  { fault: 'iss-other-host', rule: 'ISS-05' },
  { fault: 'iss-promised-absent', rule: 'ISS-04' },
  { fault: 'authorize-server-error', rule: 'AUZ-20' },
] as const

for (const { fault, rule } of WRONG_ANSWERS) {
  test(`an answer with ${fault} ends the walk at ${rule}, and no code is exchanged`, async ({
    page,
    pageUrl,
    practice,
  }) => {
    const server = await practice({ fault })
    const app = await openDebugger(page, pageUrl)
    await app.enter(server.url)
    await expect(app.verdictRegion).toContainText(rule)
    const { document } = await app.save()
    expect(document.outcome).toMatchObject({ status: 'failed', cause: rule })
    expect(server.asked).not.toContain('POST /token')
  })
}

test('a second answer to the same request is noted and not used', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await consentOn(page).allow()
  await app.expectTools()
  await page.goBack()
  await consentOn(page).allow()
  await app.expectTools()
  await expect(app.rows.filter({ hasText: '/callback.html' })).toHaveCount(2)
  await app.rows.filter({ hasText: '/callback.html' }).last().click()
  await expect(app.inspector).toContainText('this one is not used')
  expect(server.asked.filter((each) => each === 'POST /token')).toHaveLength(1)
})

test('the back button from the consent page leaves the walk waiting, and it can go on', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await expect(consentOn(page).button('Allow')).toBeVisible()
  await page.goBack()
  await expect(app.verdict).toContainText('Sign in at')
  await app.button('Sign in here').click()
  await consentOn(page).allow()
  await debuggerOn(page).expectTools()
})
