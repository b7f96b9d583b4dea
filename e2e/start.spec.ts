import { expect, test } from './journey.ts'

test('the page opens under its policy, without a word of complaint', async ({ page, pageUrl }) => {
  const response = await page.goto(pageUrl)
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self'")
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1)
})

test('the page asks nobody but its own origin', async ({ page, pageUrl }) => {
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await page.goto(pageUrl)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect([...origins]).toEqual([new URL(pageUrl).origin])
})

test('the callback page without a walk says so, and forgets its parameters', async ({
  page,
  pageUrl,
}) => {
  await page.goto(`${pageUrl}callback.html?code=secret-code&state=s`)
  await expect(page.getByRole('status')).toContainText('No walk')
  expect(page.url()).not.toContain('secret-code')
})

test('a script from outside is kept out by the policy', async ({ browser, pageUrl }) => {
  // In a context of its own, as here the browser shall complain.
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(pageUrl)
  const outcome = page.evaluate(() => import(['data:text', 'javascript,1'].join('/')))
  await expect(outcome).rejects.toThrow('Failed to fetch dynamically imported module')
  await context.close()
})
