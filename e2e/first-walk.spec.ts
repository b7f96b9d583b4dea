import { servePage } from '../src/cli/serve.ts'
import { PAGE_FOLDER, expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

const STEPS = [
  'Challenge',
  'Resource metadata',
  'Server metadata',
  'Scope',
  'Registration',
  'Authorization',
  'Callback',
  'Token',
  'Session',
  'Tools',
]

test('Enter on the empty field walks the practice server of this machine', async ({
  page,
  practice,
}) => {
  const server = await practice()
  const host = await servePage({ folder: PAGE_FOLDER, port: 0, practice: [server.url] })
  try {
    const app = await openDebugger(page, host.url)
    await expect(app.address).toBeFocused()
    await page.keyboard.press('Enter')
    await app.expectTools()
    await expect(app.address).toHaveValue(server.url)
  } finally {
    await host.close()
  }
})

test('the walk shows each step, each request, and the tools', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await expect(app.verdictRegion).toContainText('Connected')
  for (const title of STEPS) await expect(app.step(title)).toContainText('passed')
  await expect(app.rows.filter({ hasText: 'POST' }).first()).toContainText('401')
  await expect(app.rows.filter({ hasText: '/token' }).last()).toContainText('200')
  // The verdict has grown by this line, at the cost of the timeline.
  await expect(app.verdictRegion).toContainText('clients will get in')
  await expect(app.timeline.locator('[aria-selected=true]')).toBeInViewport({ ratio: 0.99 })
  await app.tab('Tools').click()
  await expect(page.getByRole('tabpanel', { name: 'Tools' }).getByRole('listitem')).toHaveCount(12)
  await app.tab('Findings').click()
  await expect(page.getByText('No rule is broken.')).toBeVisible()
})

test('a page that is given no frames shows the walk all the same', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0
  })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
})

test('one exchange is shown in full: headers, body, token, and what follows from it', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()

  await app.rows.filter({ hasText: '401' }).click()
  await expect(app.inspector).toContainText('What follows from it')
  await app.tab('Response').click()
  await expect(app.inspector).toContainText('www-authenticate')
  await expect(app.inspector).toContainText('resource_metadata')

  await app.rows.filter({ hasText: '/token' }).last().click()
  await app.tab('Request').click()
  await expect(app.inspector).toContainText('Parameters of the body')
  await expect(app.inspector).toContainText('code_verifier')
  await app.tab('Explained').click()
  await expect(app.inspector).toContainText('decoded ES256, signature not checked')
  await expect(app.inspector).toContainText('This MCP server.')
  const body = app.inspector.getByRole('region', { name: 'Response body' })
  await expect(body).toContainText('"token_type": "Bearer"')
  await app.inspector.getByRole('checkbox', { name: 'Raw' }).check()
  await expect(body).toContainText('"token_type":"Bearer"')
})

test('tokens are masked until the person asks to see them', async ({ page, pageUrl, practice }) => {
  const server = await practice({ tokens: 'opaque' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await app.rows.filter({ hasText: '/token' }).last().click()
  const body = app.inspector.getByRole('region', { name: 'Response body' })
  await expect(body).toContainText('access_token')
  const secrets = server.sandbox.secretsIssued()
  const shownOf = async () => {
    const text = await page.locator('body').innerText()
    return secrets.filter((secret) => text.includes(secret))
  }
  expect(await shownOf()).toEqual([])
  await app.button('Reveal secrets').click()
  expect(await shownOf()).not.toEqual([])
})
