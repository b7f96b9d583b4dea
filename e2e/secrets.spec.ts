import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { type Debugger, openDebugger } from './pages/debugger.ts'
import type { Practice } from './practice.ts'

const CLIENT_SECRET = 'secret-that-the-person-typed'
const HEADER_VALUE = 'tenant-key-that-the-person-typed'

test('a run with secrets of every kind lets none of them out', async ({
  page,
  pageUrl,
  practice,
  context,
}) => {
  const server = await practice({
    registration: {
      known: [
        {
          clientId: 'by-hand',
          clientSecret: CLIENT_SECRET,
          method: 'client_secret_basic',
          redirectUris: [`${pageUrl}callback.html`],
        },
      ],
    },
  })
  const app = await openDebugger(page, pageUrl)
  await page.getByText('Advanced', { exact: true }).click()
  await app.field('Client id').fill('by-hand')
  await app.field('Client secret').fill(CLIENT_SECRET)
  await app.field('Extra headers for the MCP server').fill(`X-Tenant-Key: ${HEADER_VALUE}`)
  await app.enter(server.url)
  await app.expectTools()
  await app.button('Run refresh').click()
  await expect(app.step('Refresh')).toContainText('passed')

  const secrets = secretsOf(server)
  const { text } = await app.save()
  expect(findIn(secrets, text)).toEqual([])
  expect(text).toContain('redacted')
  expect(findIn(secrets, await copyAll(app))).toEqual([])
  expect(findIn(secrets, await readLasting(page))).toEqual([])
  expect(findIn(secrets, await readAddresses(context, page))).toEqual([])
})

test('what a program that drives the page is told holds no secret', async ({
  page,
  pageUrl,
  practice,
  context,
}) => {
  const server = await practice({
    registration: {
      known: [
        {
          clientId: 'by-hand',
          clientSecret: CLIENT_SECRET,
          method: 'client_secret_post',
          redirectUris: [`${pageUrl}callback.html`],
        },
      ],
    },
  })
  const told: string[] = []
  const given = { clientSecret: CLIENT_SECRET, headers: [['X-Tenant-Key', HEADER_VALUE]] }
  await context.exposeBinding('mcpFlowSecrets', () => JSON.stringify(given))
  await context.exposeBinding('mcpFlowHalted', (_, text: string) => void told.push(text))
  const query = new URLSearchParams({
    server: server.url,
    'client-id': 'by-hand',
    'client-authentication': 'client_secret_post',
    also: 'refresh',
    autorun: '1',
  })
  const app = await openDebugger(page, `${pageUrl}?${query.toString()}`)
  await app.expectTools()
  await expect.poll(() => told.length).toBe(1)
  expect(told[0]).toMatch(/"status": ?"passed"/)
  expect(server.asked.filter((each) => each === 'POST /token')).toHaveLength(2)
  expect(findIn(secretsOf(server), told.join('\n'))).toEqual([])
})

/** All that the practice server handed out, and what the person typed. */
function secretsOf(server: Practice): readonly string[] {
  const issued = server.sandbox.secretsIssued()
  expect(issued.length).toBeGreaterThan(3)
  const basic = Buffer.from(`by-hand:${CLIENT_SECRET}`).toString('base64')
  return [...issued, CLIENT_SECRET, HEADER_VALUE, basic]
}

function findIn(secrets: readonly string[], text: string): readonly string[] {
  return secrets.filter((secret) => text.includes(secret))
}

/** Each exchange as a cURL command, and as raw text with what stands beside it. */
async function copyAll(app: Debugger): Promise<string> {
  const texts: string[] = []
  await app.tab('Raw').click()
  const rows = app.rows.filter({ hasText: /^\d/ })
  const count = await rows.count()
  expect(count).toBeGreaterThan(10)
  for (let index = 0; index < count; index += 1) {
    await rows.nth(index).click()
    texts.push(await app.inspector.innerText())
    if (await app.button('Copy as cURL').isVisible()) texts.push(await app.copy('Copy as cURL'))
  }
  expect(texts.join('\n')).toContain('curl ')
  return texts.join('\n')
}

/** What outlives the tab: localStorage and IndexedDB. */
function readLasting(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage })]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('success', () => resolve(opening.result))
      })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll()
        await new Promise((resolve) => all.addEventListener('success', resolve))
        texts.push(JSON.stringify(all.result))
      }
      database.close()
    }
    return texts.join('\n')
  })
}

async function readAddresses(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  return JSON.stringify(entries)
}
