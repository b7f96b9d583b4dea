import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { openDebugger } from './pages/debugger.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the clients that get in are foretold, ${colorScheme}`, async ({
    page,
    pageUrl,
    practice,
  }) => {
    await page.emulateMedia({ colorScheme })
    const server = await practice()
    const app = await openDebugger(page, `${pageUrl}?also=survey`)
    await app.enter(server.url)
    await app.expectTools()
    await app.verdictRegion.getByRole('button', { name: /^\d+ of 22 clients will get in/ }).click()
    await expect(app.tab('Clients')).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByText(/^\d+ of 22 clients get in/)).toBeVisible()
    const table = page.getByRole('table', { name: 'Clients' })
    await expect(table.getByRole('row')).toHaveCount(23)
    expect(await findFaults(page)).toEqual([])

    const changes = page.getByRole('region', { name: 'Changes that let clients in' })
    await expect(changes).toContainText('/.well-known/oauth-authorization-server too')
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'those that fail' })
    const old = table.getByRole('row', { name: /ChatGPT connectors \(original behaviour\)/ })
    await expect(old).toContainText('fails')
    await old.getByRole('button', { name: /^Show the exchange/ }).click()
    await expect(app.inspector).toContainText('Authorization server metadata')
    await expect(app.tab('Timeline')).toHaveAttribute('aria-selected', 'true')
  })
}

test('the rows go in the order of the head that is pressed', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await app.tab('Clients').click()
  const table = page.getByRole('table', { name: 'Clients' })
  await table.getByRole('button', { name: 'Client', exact: true }).click()
  await expect(table.getByRole('columnheader', { name: 'Client' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const names = await table.getByRole('rowheader').locator('span:first-child').allTextContents()
  expect(names).toEqual(names.toSorted((first, second) => first.localeCompare(second, 'en')))
})

test('what a walk did not ask is asked when the person wishes it', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ eras: 'modern' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await app.tab('Clients').click()
  const table = page.getByRole('table', { name: 'Clients' })
  const vscode = table.getByRole('row', { name: /VS Code \(Copilot/ })
  await expect(vscode).toContainText('this server refuses initialize')
  await expect(page.getByText('Answer initialize too, with 2025-11-25')).not.toHaveCount(0)
  const chatGpt = table.getByRole('row', { name: /ChatGPT connectors \(original behaviour\)/ })
  await expect(chatGpt).toContainText('It makes a request that this run did not')
  const before = (await app.save()).document

  await app.button('Ask what they would ask').click()
  await expect(chatGpt).toContainText('must publish its metadata')
  await expect(app.button('Ask what they would ask')).toHaveCount(0)
  await app.expectTools()
  const { document } = await app.save()
  const own = ({ exchanges }: typeof document) =>
    exchanges.filter(({ diagnostic }) => diagnostic !== 'survey').map(({ id }) => id)
  expect(own(document)).toEqual(own(before))
  expect(document.exchanges.length).toBeGreaterThan(before.exchanges.length)
})
