import { expect, test } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { openDebugger } from './pages/debugger.ts'

/** Where the authorization server sends a browser that is not ours. */
async function answerOf(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}

test('the final address can be pasted', async ({ page, pageUrl, practice }) => {
  const server = await practice()
  const app = await openDebugger(page, `${pageUrl}?authorize=paste`)
  await app.enter(server.url)
  await expect(app.verdict).toContainText('Sign in at')
  const field = page.getByRole('textbox', { name: /Paste the address/ })

  await field.fill('my code is 1234')
  await field.press('Enter')
  await expect(app.verdictRegion).toContainText('"my code is 1234" is no address')
  await field.fill('https://elsewhere.example/callback?code=1')
  await field.press('Enter')
  await expect(app.verdictRegion).toContainText(
    `The address begins with https://elsewhere.example/callback, but this walk's redirect URI is ${pageUrl}callback.html`,
  )
  await field.fill(await answerOf(await app.copy('Copy the address')))
  await field.press('Enter')
  await app.expectTools()
})

test('a pasted answer with another state is told by its rule', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, `${pageUrl}?authorize=paste`)
  await app.enter(server.url)
  const field = page.getByRole('textbox', { name: /Paste the address/ })
  await field.fill(`${pageUrl}callback.html?code=1234&state=of-another`)
  await field.press('Enter')
  await expect(app.verdictRegion).toContainText('AUR-02')
})

test('an answer in a tab of its own reaches the walk that waits for it', async ({
  page,
  pageUrl,
  practice,
  context,
}) => {
  const server = await practice({ consent: 'page' })
  const app = await openDebugger(page, `${pageUrl}?authorize=paste`)
  await app.enter(server.url)
  await expect(app.verdict).toContainText('Sign in at')
  const other = await context.newPage()
  await other.goto(await app.copy('Copy the address'))
  await consentOn(other).allow()
  await expect(other.getByRole('status')).toContainText('The debugger has the answer')
  await app.expectTools()

  await other.goBack()
  await consentOn(other).allow()
  await expect(other.getByRole('status')).toContainText('An answer has come before')
  await expect(app.rows.filter({ hasText: '/callback.html' })).toHaveCount(2)
})
