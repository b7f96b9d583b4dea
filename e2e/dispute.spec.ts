import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { debuggerOn, openDebugger } from './pages/debugger.ts'

test('the dispute is seen on the wire: sixteen runs, and each opens to what its cell said', async ({
  page,
  pageUrl,
}) => {
  await openDebugger(page, pageUrl)
  await page.getByRole('link', { name: /^The ChatGPT dispute/ }).click()
  const matrix = page.getByRole('table', { name: 'Four servers, four clients' })
  await expect(matrix.getByRole('link', { name: /^Open the run of/ })).toHaveCount(16)
  await expect(matrix.getByText('gets in', { exact: true })).toHaveCount(12)

  const row = matrix.getByRole('row', { name: /^Issuer elsewhere/ })
  await expect(row.getByText(/^stops at/)).toHaveText('stops at Server metadata')
  await expect(row.getByText(/^By /)).toHaveText('By ASM-01.')
  const old = matrix.getByRole('link', {
    name: 'Open the run of ChatGPT, 2025-09 at Issuer elsewhere',
  })
  await old.click()
  const app = debuggerOn(page)
  await expect(app.verdictRegion.getByText('ASM-01')).toBeVisible()
  await expect(app.step('Server metadata')).toContainText('failed')

  await page.goBack()
  await matrix
    .getByRole('link', { name: 'Open the run of ChatGPT, today at Issuer elsewhere' })
    .click()
  await app.button('Allow').click()
  await app.expectTools()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of the dispute breaks no rule of accessibility, ${colorScheme}`, async ({
    page,
    pageUrl,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${pageUrl}?dispute`)
    await expect(page.getByRole('link', { name: /^Open the run of/ })).toHaveCount(16)
    await expect(page.getByRole('heading', { name: 'Who was right' })).toBeVisible()
    expect(await findFaults(page)).toEqual([])
  })
}
