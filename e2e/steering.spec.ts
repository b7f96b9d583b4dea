import { holding } from './holding.ts'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

test('a long wait says what is waited for, and can be cancelled', async ({
  page,
  pageUrl,
  practice,
}) => {
  const held = holding('POST', '/register')
  const server = await practice({ answer: held.answer })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await held.reached
  await expect(app.verdictRegion).toContainText('Registration')
  await expect(app.verdictRegion).toContainText(new URL(server.issuer).host)
  await expect(app.verdictRegion).toContainText(/\d s/)
  await app.button('Cancel').click()
  await expect(app.verdict).toContainText('You stopped the walk at registration')
  await expect(app.step('Server metadata')).toContainText('passed')
  const { document } = await app.save()
  expect(document.outcome.status).toBe('stopped')
  expect(document.exchanges.at(-1)?.outcome).toMatchObject({ kind: 'aborted', by: 'user' })
  held.release()
})

test('continue anyway goes past an issuer that differs by a slash, and says so', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ fault: 'asm-issuer-slash' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await expect(app.verdictRegion).toContainText('ASM-03')
  await app.button('Continue anyway').click()
  await app.expectTools()
  await expect(app.verdict).toContainText('you went on past ASM-03')
})

test('a rerun from scope asks for another scope and keeps the earlier run', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  const { document: first } = await app.save()
  await app.step('Scope').hover()
  await app.button('Rerun from scope…').click()
  const dialog = page.getByRole('dialog', { name: 'Rerun from scope' })
  await dialog.getByRole('textbox', { name: 'Scope' }).fill('tools vault')
  await dialog.getByRole('button', { name: 'Rerun from here' }).click()
  await app.expectTools()
  const { document: second } = await app.save()
  expect(second.from).toEqual({ run: first.id, step: 'scope' })
  expect(second.config.scope).toBe('tools vault')
  expect(server.asked.filter((each) => each.includes('oauth-authorization-server'))).toHaveLength(1)
  await app.button('Back to the start').click()
  await expect(page.getByRole('region', { name: 'Recent runs' }).getByRole('listitem')).toHaveCount(
    2,
  )
})

test('refresh, step-up and revocation are done on demand', async ({ page, pageUrl, practice }) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  await app.button('Run refresh').click()
  await expect(app.step('Refresh')).toContainText('passed')
  await app.button('Settings').click()
  await app.field('Scopes for a step-up').fill('vault')
  await app.button('Close').click()
  await app.button('Run step-up').click()
  await expect(app.step('Step-up')).toContainText('passed')
  await app.expectTools()
  await app.button('Run revoke').click()
  await expect(app.step('Revoke')).toContainText('passed')
  const grants = server.asked.filter((each) => each === 'POST /token')
  expect(grants).toHaveLength(3)
  expect(server.asked.at(-1)).toBe('POST /revoke')
})

test('a run that was opened from a file is looked at, not walked on', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  const { text, name } = await app.save()
  const asked = [...server.asked]
  await app.button('Back to the start').click()
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.getByLabel('Run file').setInputFiles(file)
  await app.expectTools()
  await expect(page.getByRole('button', { name: /^Re?run / })).toHaveCount(0)
  await page.reload()
  await expect(app.address).toHaveValue('')
  expect(server.asked).toEqual(asked)
})
