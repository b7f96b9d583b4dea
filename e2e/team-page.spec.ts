import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, PAGE_FOLDER, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { openDebugger } from './pages/debugger.ts'
import { NGINX, startNginx } from './servers/nginx.ts'
import { hostStatically } from './static-host.ts'

const PATH = '/tools/mcp/'

/** A copy of the built page with the team's file in it, as someone edits it on the host. */
function publish(folder: string, team: unknown): string {
  cpSync(PAGE_FOLDER, folder, { recursive: true })
  const text = typeof team === 'string' ? team : JSON.stringify(team)
  writeFileSync(join(folder, 'config.json'), text)
  return folder
}

test("a team's server is walked with its settings by one press", async ({
  page,
  serve,
  practice,
}, info) => {
  const server = await practice()
  const folder = publish(info.outputPath('site'), {
    title: 'Platform team',
    servers: [{ name: 'production', server: server.url, revision: '2025-06-18' }],
    presets: [{ name: 'One by one', pace: 'one-by-one', scope: 'tools' }],
    links: [{ title: 'Runbook', url: 'https://wiki.example/runbook' }],
  })
  const app = await openDebugger(page, (await serve(hostStatically(PATH, folder))) + PATH)
  await expect(page.getByRole('banner')).toContainText('Platform team')
  await expect(page.getByRole('link', { name: 'Runbook' })).toHaveAttribute(
    'href',
    'https://wiki.example/runbook',
  )
  await app.button('One by one').click()
  await expect(page.getByText('2 set')).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^production/ }).click()
  await app.expectTools()
  const { document } = await app.save()
  expect(document.config).toMatchObject({ server: server.url, revision: '2025-06-18' })
})

test('what is wrong in the file is said, and the rest holds', async ({ page, serve }, info) => {
  const folder = publish(info.outputPath('site'), {
    servers: [{ server: 'tools' }, { name: 'staging', server: 'https://staging.example/mcp' }],
  })
  await openDebugger(page, (await serve(hostStatically(PATH, folder))) + PATH)
  await expect(
    page.getByText('config.json: "servers[0].server" is "tools" and has to be an http or https'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^staging/ })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
})

test(
  'nginx serves the page below a path, and it walks',
  NGINX,
  async ({ page, practice }, info) => {
    const server = await practice()
    const folder = publish(info.outputPath('site'), {
      servers: [{ name: 'practice', server: server.url }],
    })
    const host = await startNginx(
      info.outputPath('nginx'),
      `location ${PATH} { alias ${folder}/; index index.html; }`,
    )
    try {
      const app = await openDebugger(page, host.url + PATH)
      await page.getByRole('button', { name: /^practice/ }).click()
      await app.expectTools()
      expect(page.url()).toContain(`${host.url}${PATH}`)
      await page.reload()
      await app.expectTools()
    } finally {
      await host.stop()
    }
  },
)
