import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

test('browser only: a server without CORS stops the walk with that as the cause', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ cors: false })
  const app = await openDebugger(page, `${pageUrl}?transport=direct`)
  await app.enter(server.url)
  await expect(app.verdictRegion).toContainText('CORS-01')
  await expect(app.verdict).toContainText(
    `the host of ${server.url} answers, but the header is missing`,
  )
  await app.button('Show evidence').click()
  await expect(app.inspector).toContainText('First contact')
  const { document } = await app.save()
  expect(document.exchanges.filter(({ via }) => via === 'relay')).toEqual([])
})

test('browser, then relay: the same server leads to the tools, with the CORS findings', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ cors: false })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await app.tab('Findings').click()
  await expect(page.getByRole('tabpanel', { name: 'Findings' })).toContainText(/CORS-\d\d/)
  await app.tab('Timeline').click()
  await expect(app.rows.filter({ hasText: 'relay' })).not.toHaveCount(0)
  await expect(app.rows.filter({ hasText: 'triage' })).not.toHaveCount(0)
})

test('relay only: no request leaves the browser for the server', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ cors: false })
  const asked = new Set<string>()
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) asked.add(new URL(request.url()).origin)
  })
  const app = await openDebugger(page, pageUrl)
  await page.getByRole('combobox', { name: 'Through' }).selectOption('relay only')
  await app.enter(server.url)
  await app.expectTools()
  expect([...asked]).toEqual([new URL(pageUrl).origin])
  const { document } = await app.save()
  const vias = document.exchanges.map(({ via }) => via).filter((via) => via !== 'navigation')
  expect(new Set(vias)).toEqual(new Set(['relay']))
})

for (const revision of ['2026-07-28', '2025-11-25', '2025-06-18', '2025-03-26'] as const) {
  test(`a server of both eras is walked by ${revision}`, async ({ page, pageUrl, practice }) => {
    const server = await practice(revision === '2025-03-26' ? { oneOrigin: true } : {})
    const app = await openDebugger(page, pageUrl)
    await page.getByRole('combobox', { name: 'Revision' }).selectOption(revision)
    await app.enter(server.url)
    await app.expectTools()
    expect((await app.save()).document.revision).toBe(revision)
  })
}
