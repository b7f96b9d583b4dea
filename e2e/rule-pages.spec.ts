import { expect, test as base } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { debuggerOn, openDebugger } from './pages/debugger.ts'
import { hostStatically } from './static-host.ts'

/** The page on a static host, under a sub-path. */
const test = base.extend<{ hostedUrl: string }>({
  hostedUrl: async ({ serve }, provide) => {
    const path = '/tools/debugger/'
    await provide((await serve(hostStatically(path))) + path)
  },
})

test('a rule is found in the list, seen on the wire and tried, and its finding leads back', async ({
  page,
  pageUrl,
}) => {
  await openDebugger(page, pageUrl)
  await page.getByRole('link', { name: /^All rules/ }).click()
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('well-known address chl')
  await expect(page.getByRole('status')).toHaveText(/^\d of \d+ rules$/)
  await page.getByRole('link', { name: /^CHL-03/ }).click()

  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toContainText('points to the resource metadata')
  await expect(page.getByText('it cannot find out who signs people in')).toBeVisible()
  await expect(page.getByRole('heading', { name: /Resource metadata/ })).not.toHaveCount(0)
  await expect(page.getByRole('article').filter({ hasText: 'Not so:' })).toContainText('CHL-03')

  await page.getByRole('link', { name: 'Try it: walk this server' }).click()
  const app = debuggerOn(page)
  await expect(app.verdictRegion).toContainText('CHL-03')
  await app.tab('Findings').click()
  await page.getByRole('link', { name: 'CHL-03', exact: true }).click()
  await expect(title).toContainText('points to the resource metadata')
  await page.getByRole('link', { name: 'Back to the run' }).click()
  await expect(app.verdictRegion).toContainText('CHL-03')
  await page.goBack()
  await expect(title).toContainText('points to the resource metadata')
})

test('a rule that only negative tests show is tried with them', async ({ page, hostedUrl }) => {
  await page.goto(`${hostedUrl}?rule=use-04`)
  await expect(page.getByRole('article').filter({ hasText: 'Not so:' })).toContainText('USE-04')
  await page.getByRole('link', { name: 'Try it: walk this server' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  const app = debuggerOn(page)
  await expect(app.step('Negative tests')).toContainText('passed')
  await app.tab('Findings').click()
  await expect(page.getByRole('link', { name: 'USE-04', exact: true })).toBeVisible()
})

test('an address of no rule says so, and lists them all', async ({ page, hostedUrl }) => {
  await page.goto(`${hostedUrl}?rule=XYZ-99`)
  await expect(page.getByRole('alert')).toContainText('“XYZ-99”')
  await expect(page.getByRole('link', { name: /^CHL-01/ })).toBeVisible()
})

test('a fault is found in the gallery by its words, and walked', async ({ page, hostedUrl }) => {
  await openDebugger(page, hostedUrl)
  await page.getByRole('link', { name: /^All practice servers/ }).click()
  const search = page.getByRole('searchbox', { name: 'Search the practice servers' })
  await search.fill('issuer slash at its end')
  await page.getByRole('link', { name: /^Walk it: issuer has a slash/ }).click()
  const app = debuggerOn(page)
  await expect(app.verdictRegion).toContainText('ASM-03')
  await page.goBack()
  await expect(search).toHaveValue('issuer slash at its end')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`rules, a rule and the gallery break no rule of accessibility, ${colorScheme}`, async ({
    page,
    pageUrl,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${pageUrl}?rules&family=CORS`)
    await expect(page.getByRole('link', { name: /^CORS-01/ })).toBeVisible()
    expect(await findFaults(page)).toEqual([])
    await page.goto(`${pageUrl}?rule=ASM-03`)
    await expect(page.getByRole('article').filter({ hasText: 'Not so:' })).toBeVisible()
    expect(await findFaults(page)).toEqual([])
    await page.goto(`${pageUrl}?gallery&words=github`)
    await expect(page.getByRole('link', { name: /^Walk it: GitHub/ }).first()).toBeVisible()
    expect(await findFaults(page)).toEqual([])
  })
}
