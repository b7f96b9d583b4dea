import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

test('a walk asks its own origin and the servers under test, and nobody else', async ({
  page,
  pageUrl,
  practice,
  context,
}) => {
  const server = await practice()
  const origins = new Set<string>()
  context.on('request', (request) => origins.add(new URL(request.url()).origin))
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await app.tab('Findings').click()
  await app.button('Back to the start').click()
  await expect(app.address).toBeVisible()
  const known = [pageUrl, server.url, server.issuer].map((url) => new URL(url).origin)
  expect([...origins].toSorted()).toEqual(known.toSorted())
})
