import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, PAGE_FOLDER, test as base } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { openDebugger } from './pages/debugger.ts'
import { type RunningRelay, newToken, startRelay } from './relay.ts'
import { hostStatically } from './static-host.ts'

const PATH = '/tools/mcp/'

type Team = {
  readonly pageUrl: string
  readonly relay: RunningRelay
  newToken(): Promise<string>
}

/** A page on a static host below a path, whose config.json names a relay on another port that knows people. */
const test = base.extend<{ team: (...options: readonly string[]) => Promise<Team> }>({
  team: async ({ serve }, provide, info) => {
    const opened: RunningRelay[] = []
    await provide(async (...options) => {
      const folder = info.outputPath('site')
      mkdirSync(folder, { recursive: true })
      cpSync(PAGE_FOLDER, folder, { recursive: true })
      const people = info.outputPath('people.jsonl')
      const origin = await serve(hostStatically(PATH, folder))
      const fixed = ['--people', people, '--allow-origin', origin, '--allow-private', 'localhost']
      const relay = await startRelay([...fixed, ...options])
      opened.push(relay)
      writeFileSync(join(folder, 'config.json'), JSON.stringify({ relay: relay.url }))
      return { pageUrl: origin + PATH, relay, newToken: () => newToken('ana', people) }
    })
    await Promise.all(opened.map((relay) => relay.stop()))
  },
})

test("with her token a person reaches, through the team's relay, what no page may read", async ({
  page,
  team,
  practice,
}) => {
  const server = await practice({ cors: false })
  const { pageUrl, relay, newToken: give } = await team()
  const token = await give()
  const app = await openDebugger(page, pageUrl)
  const section = page.getByRole('region', { name: "Your team's relay" })
  const field = app.field('Your token for the relay')
  await field.fill(`${token}x`)
  await field.press('Enter')
  await expect(section).toContainText(
    `The relay at ${relay.url} does not let you in. This relay knows no such token`,
  )
  expect(await findFaults(page)).toEqual([])
  await field.fill(token)
  await field.press('Enter')
  await expect(section).toContainText(`${relay.url} asks where this browser may not read`)
  await expect(field).toBeHidden()
  await page.reload()
  await app.enter(server.url)
  await app.expectTools()
  const { document, text } = await app.save()
  expect(document.exchanges.some(({ via }) => via === 'relay')).toBe(true)
  expect([text, ...relay.log].join()).not.toContain(token)
  const log = relay.log.map((line): unknown => JSON.parse(line))
  expect(log).toContainEqual(
    expect.objectContaining({ person: 'ana', target: new URL(server.url).origin, status: 401 }),
  )
  await give()
  await app.button('Back to the start').click()
  await expect(section).toBeVisible()
  await page.reload()
  await expect(section).toContainText('does not let you in')
  await app.button('Remove my token').click()
  await expect(section).toContainText('once it knows you')
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
  ).not.toContain(token)
})

test('whoever is over the limit reads what the limit is and when it ends', async ({
  page,
  team,
  practice,
}) => {
  const server = await practice({ cors: false })
  const { pageUrl, newToken: give } = await team('--rate', '4')
  const token = await give()
  const app = await openDebugger(page, pageUrl)
  await app.field('Your token for the relay').fill(token)
  await app.button('Use it').click()
  await expect(app.button('Remove my token')).toBeVisible()
  await app.enter(server.url)
  await expect(app.verdict).toContainText(
    /You may send 4 requests a minute through this relay; the next one may go in \d+ s/,
  )
  const { document } = await app.save()
  expect(document.outcome).toMatchObject({ status: 'failed', cause: 'NET-01' })
})
