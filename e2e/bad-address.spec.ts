import { createServer } from 'node:net'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

const REFUSED = [
  { typed: 'https://', says: '“https://” is not a web address' },
  { typed: 'javascript:alert(1)', says: 'has the scheme javascript:' },
  { typed: 'https://me:secret@tools.example/mcp', says: 'holds a user name or password' },
  { typed: 'not a url', says: '“not a url” is not a web address' },
  { typed: 'ftp://tools.acme.example', says: 'has the scheme ftp:' },
  { typed: 'http://localhost:6000/mcp', says: 'Port 6000' },
]

for (const { typed, says } of REFUSED) {
  test(`${typed} is not walked, and one sentence says why`, async ({ page, pageUrl }) => {
    const app = await openDebugger(page, pageUrl)
    await app.enter(typed)
    await expect(page.getByText(says)).toBeVisible()
    await expect(app.address).toHaveAccessibleDescription(new RegExp(says))
    await expect(app.address).toHaveAttribute('aria-invalid', 'true')
    await expect(app.walk).toHaveCount(0)
    expect(page.url()).toBe(pageUrl)
  })
}

test('the empty field asks for an address', async ({ page, pageUrl }) => {
  const app = await openDebugger(page, pageUrl)
  await app.enter('')
  await expect(page.getByText('Paste the address of an MCP server first.')).toBeVisible()
})

test('an address without scheme is walked, and what was assumed is said', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.address.fill('tools.example/mcp')
  await expect(page.getByText('No scheme given: https:// is assumed.')).toBeVisible()
  await app.address.fill(server.url.replace('http://', ''))
  await expect(page.getByText('No scheme given: http:// is assumed.')).toBeVisible()
  await app.address.press('Enter')
  await app.expectTools()
  expect((await app.save()).document.config.server).toBe(server.url)
})

test('a host that does not answer ends the walk with its name', async ({ page, pageUrl }) => {
  const app = await openDebugger(page, pageUrl)
  const address = `http://localhost:${await findFreePort()}/mcp`
  await app.enter(address)
  await expect(app.verdictRegion).toContainText('NET-01')
  await expect(app.verdict).toContainText(
    `${new URL(address).host} refuses the connection: nothing listens there.`,
  )
  await expect(app.rows.filter({ hasText: '/mcp' })).not.toHaveCount(0)
  const { document } = await app.save()
  expect(document.outcome).toMatchObject({ status: 'failed', step: 'challenge', cause: 'NET-01' })
  expect(document.exchanges).not.toEqual([])
})

for (const scheme of ['http', 'https'] as const) {
  test(`a public host over ${scheme} that nobody knows ends the walk with its name`, async ({
    page,
    pageUrl,
  }) => {
    const app = await openDebugger(page, pageUrl)
    await app.enter(`${scheme}://public.example.invalid/mcp`)
    await expect(app.verdict).toContainText('There is no host of the name public.example.invalid')
    const { document } = await app.save()
    expect(document.outcome).toMatchObject({ status: 'failed', cause: 'NET-01' })
  })
}

test('http on a public host is not asked by the page itself, and it says why', async ({
  page,
  pageUrl,
}) => {
  const app = await openDebugger(page, `${pageUrl}?transport=direct`)
  await app.enter('http://public.example.invalid/mcp')
  await expect(app.verdictRegion).toContainText('Stopped at challenge')
  await expect(app.verdict).toContainText('public.example.invalid')
  await app.rows.filter({ hasText: '/mcp' }).last().click()
  await expect(app.inspector).toContainText('http only on this machine')
})

test('http on a public host is warned of before the walk', async ({ page, pageUrl }) => {
  const app = await openDebugger(page, pageUrl)
  await app.address.fill('http://public.example.invalid/mcp')
  await expect(page.getByText(/^public\.example\.invalid is asked over http/)).toBeVisible()
})

/** A port that was free a moment ago, and where nothing listens now. */
function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

const NOTES = [
  ['tools.acme.example/mcp', 'https:// is assumed'],
  ['http://tools.acme.example/mcp', 'unencrypted'],
  ['localhost:3000', 'http:// is assumed'],
] as const

for (const [written, says] of NOTES) {
  test(`"${written}" is walked with a word about it`, async ({ page, pageUrl }) => {
    const app = await openDebugger(page, pageUrl)
    await app.address.fill(written)
    await expect(app.address).toHaveAccessibleDescription(new RegExp(says))
  })
}
