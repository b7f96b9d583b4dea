import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PASSED_RUN } from './documents/passed-run.ts'
import { writePublished } from './documents/published-folder.ts'
import { SLASH_RUN } from './documents/stopped-runs.ts'
import { expect, PAGE_FOLDER, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { debuggerOn, openDebugger } from './pages/debugger.ts'
import { runFlow } from './program.ts'
import { hostStatically } from './static-host.ts'

const PATH = '/tools/mcp/'

/** A copy of the built page, beside which a folder of runs is to lie. */
function publish(folder: string): string {
  cpSync(PAGE_FOLDER, folder, { recursive: true })
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ runs: 'runs/' }))
  return folder
}

function wallOn(page: Page) {
  const grid = page.getByRole('grid', { name: 'Runs' })
  return {
    grid,
    row: (name: string) => grid.getByRole('row').filter({ hasText: name }),
    cells: grid.getByRole('gridcell'),
    strip: page.getByRole('navigation', { name: 'Published runs' }),
    headline: page.getByRole('heading', { level: 1 }),
  }
}

test('the runner publishes a run, and the team opens it from the wall', async ({
  page,
  serve,
  practice,
}, info) => {
  const server = await practice({ fault: 'asm-issuer-slash' })
  const site = publish(info.outputPath('site'))
  const { code, stdout } = await runFlow([server.url, '--publish', join(site, 'runs')])
  expect(code).toBe(1)
  expect(stdout).toContain('Published as ')
  const app = await openDebugger(page, (await serve(hostStatically(PATH, site))) + PATH)
  await page.getByRole('link', { name: 'Wall of runs' }).click()
  const wall = wallOn(page)
  await expect(wall.row('localhost')).toContainText('Never passed')
  await wall.grid.getByRole('link', { name: /failed, at server metadata, ASM-03/ }).click()
  await expect(app.verdictRegion).toContainText('ASM-03')
  await page.goBack()
  await expect(wall.grid.getByRole('link', { name: /ASM-03/ })).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('a server that broke is seen at a glance, and what changed', async ({
      page,
      serve,
    }, info) => {
      const site = publish(info.outputPath('site'))
      const old = { ...PASSED_RUN, clients: [] }
      writePublished(join(site, 'runs'), [
        { production: old, staging: old },
        { production: old, staging: old },
        { production: SLASH_RUN, staging: old },
      ])
      const address = `${await serve(hostStatically(PATH, site))}${PATH}?runs=runs/`
      await page.goto(address)
      const wall = wallOn(page)
      await expect(wall.row('production')).toContainText('Broke on 3 January, for 1 run')
      await expect(wall.row('production')).toContainText(SLASH_RUN.outcome.summary)
      await expect(wall.row('staging')).toContainText('Passes, in all 3 runs')
      expect(await findFaults(page)).toEqual([])

      await page.getByRole('button', { name: '1 failed' }).click()
      await expect(wall.row('staging')).toHaveCount(0)
      await wall.row('production').getByRole('link', { name: 'What changed?' }).click()
      await expect(wall.headline).toHaveText(`It broke: ${SLASH_RUN.outcome.summary}`)
      const step = page.getByRole('region', { name: 'Server metadata' })
      await expect(step).toContainText('and is broken by the issuer (error) now')
      const pair = step.getByRole('group').filter({ hasText: 'differs' }).first()
      await pair.getByText('differs').click()
      await expect(pair.getByText('"issuer"').first()).toBeVisible()
      expect(await findFaults(page)).toEqual([])
      // The filter is as it was left.
      await page.goBack()
      await expect(wall.row('production')).toBeVisible()
      await expect(wall.row('staging')).toHaveCount(0)
    })
  })
}

test('by keyboard alone to an older run, on to the next, and any two held together', async ({
  page,
  serve,
}, info) => {
  const site = publish(info.outputPath('site'))
  writePublished(join(site, 'runs'), [{ a: SLASH_RUN, b: PASSED_RUN }, { a: PASSED_RUN }])
  await page.goto(`${await serve(hostStatically(PATH, site))}${PATH}?runs=runs/`)
  const wall = wallOn(page)
  const app = debuggerOn(page)
  await wall.grid.getByRole('link', { name: /^a, 2 Jan/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(app.verdictRegion).toContainText('ASM-03')
  await expect(page).toHaveURL(/run=2026-01-01T12-00-00\.000Z-abcdef\/a\.run\.json$/)
  // The address leads there in a new tab as well.
  await page.reload()
  await expect(app.verdictRegion).toContainText('ASM-03')
  await wall.strip.getByRole('button', { name: 'Newer' }).click()
  await expect(app.verdict).toHaveText(/^Connected: 4 tools/)
  await wall.strip.getByRole('button', { name: 'Wall of runs' }).click()
  await page.getByRole('button', { name: 'Compare…' }).click()
  await wall.grid.getByRole('button', { name: /^b, 1 Jan/ }).click()
  await wall.grid.getByRole('button', { name: /^a, 1 Jan/ }).click()
  await expect(page.getByText('Two runs compared')).toBeVisible()
})

test('two files that are dropped together are held against each other', async ({
  page,
  pageUrl,
}) => {
  const app = await openDebugger(page, pageUrl)
  await expect(app.address).toBeVisible()
  const texts = [SLASH_RUN, PASSED_RUN].map((run, day) =>
    JSON.stringify({ ...run, startedAt: Date.UTC(2026, 0, day + 1) }),
  )
  const transfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer()
    for (const [index, text] of files.entries()) {
      data.items.add(new File([text], `${index}.run.json`, { type: 'application/json' }))
    }
    return data
  }, texts)
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^It is mended: Connected/)
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(app.address).toBeVisible()
})

test('a run on screen is held against one that this browser remembers', async ({
  page,
  pageUrl,
  practice,
}) => {
  const broken = await practice({ fault: 'asm-issuer-slash' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(broken.url)
  await expect(app.verdictRegion).toContainText('ASM-03')
  const server = await practice()
  await app.enter(server.url)
  await app.expectTools()
  await app.button('Compare').click()
  const dialog = page.getByRole('dialog', { name: 'Compare this run with…' })
  await expect(dialog).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: /^failed/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^It is mended: Connected/)
  await page.getByRole('button', { name: 'Back' }).click()
  await app.expectTools()
})

test('what is wrong with a folder is said, and so is a run that is not whole', async ({
  page,
  serve,
}, info) => {
  const site = publish(info.outputPath('site'))
  const runs = join(site, 'runs')
  writePublished(runs, [{ production: PASSED_RUN }])
  const origin = await serve(hostStatically(PATH, site))
  const says = async (query: string, sentence: string): Promise<void> => {
    await page.goto(`${origin}${PATH}?runs=${query}`)
    await expect(page.getByRole('alert')).toContainText(sentence)
  }
  await says('nowhere/', `${PATH}nowhere/index.json is not there: its host answers 404.`)
  await says('javascript:alert(1)', '“javascript:alert(1)” is no http or https address')
  const [id = ''] = readdirSync(runs).filter((name) => name !== 'index.json')
  const file = join(runs, id, 'production.run.json')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 500))
  await says(`runs/&run=${id}/production.run.json`, 'could not be opened. This file is no JSON')
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'To the wall' }).click()
  await expect(wallOn(page).row('production')).toBeVisible()
  writeFileSync(join(runs, 'index.json'), '{"format":"mcp-flow-runs","version":2}')
  await says('runs/', 'was written by a newer runner. It is version 2')
  writeFileSync(join(runs, 'index.json'), '<html>')
  await says('runs/', 'is no index of runs. It is no JSON')
  writePublished(runs, [])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('No run is published here yet.')).toBeVisible()
})

test('of two hundred runs of fifty servers only those in sight are drawn', async ({
  page,
  serve,
}, info) => {
  const site = publish(info.outputPath('site'))
  const names = Array.from({ length: 50 }, (_, index) => `server-${index}`)
  const day = Object.fromEntries(names.map((name) => [name, PASSED_RUN]))
  writePublished(
    join(site, 'runs'),
    Array.from({ length: 4 }, () => day),
  )
  const path = join(site, 'runs/index.json')
  const index: { runs: object[] } = JSON.parse(readFileSync(path, 'utf8'))
  const runs = Array.from({ length: 200 }, (_, at) => ({ ...index.runs[at % 4], id: `r${at}` }))
  writeFileSync(path, JSON.stringify({ ...index, runs }))
  await page.goto(`${await serve(hostStatically(PATH, site))}${PATH}?runs=runs/`)
  const wall = wallOn(page)
  await expect(wall.row('server-49')).toHaveCount(1)
  expect(await wall.cells.count()).toBeLessThan(50 * 40)
  await wall.grid.getByRole('link').first().focus()
  await wall.cells.last().getByRole('link').focus()
  await page.keyboard.press('Home')
  await expect(wall.grid.locator(':focus')).toBeInViewport()
  await expect(
    wall.grid.getByRole('gridcell').filter({ has: page.locator(':focus') }),
  ).toHaveAttribute('aria-colindex', '2')
})
