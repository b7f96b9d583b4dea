import { PASSED_RUN } from './documents/passed-run.ts'
import { BLOCKED_RUN, SLASH_RUN } from './documents/stopped-runs.ts'
import { holding } from './holding.ts'
import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { consentOn } from './pages/consent.ts'
import { openDebugger } from './pages/debugger.ts'
import { openRun } from './pages/run-file.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('a walk under way, and one that was cancelled, pass axe', async ({
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
      expect(await findFaults(page)).toEqual([])
      await app.button('Cancel').click()
      await expect(app.verdict).toContainText('You stopped the walk')
      expect(await findFaults(page)).toEqual([])
      held.release()
    })

    test('a walk that waits for the person passes axe', async ({ page, pageUrl, practice }) => {
      const server = await practice({
        registration: {
          dynamic: false,
          documents: false,
          known: [
            { clientId: 'by-hand', method: 'none', redirectUris: [`${pageUrl}callback.html`] },
          ],
        },
      })
      const app = await openDebugger(page, `${pageUrl}?authorize=paste`)
      await app.enter(server.url)
      await expect(app.field('Client id')).toBeVisible()
      expect(await findFaults(page)).toEqual([])
      await app.field('Client id').fill('by-hand')
      await app.button('Go on').click()
      await expect(app.verdict).toContainText('Sign in at')
      expect(await findFaults(page)).toEqual([])
    })

    test('a walk in step mode and the settings of a rerun pass axe', async ({
      page,
      pageUrl,
      practice,
    }) => {
      const server = await practice({ fault: 'asm-issuer-slash' })
      const app = await openDebugger(page, pageUrl)
      await app.address.fill(server.url)
      await app.button('Step').click()
      await expect(app.verdict).toHaveText('Next: Resource metadata')
      expect(await findFaults(page)).toEqual([])
      await app.inVerdict('Run to the end').click()
      await expect(app.verdictRegion).toContainText('ASM-03')
      expect(await findFaults(page)).toEqual([])
      await app.step('Server metadata').hover()
      await app.button('Rerun from server metadata…').click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await findFaults(page)).toEqual([])
    })

    test('callback.html passes axe, with and without an answer', async ({ page, pageUrl }) => {
      await page.goto(`${pageUrl}callback.html`)
      await expect(page.getByRole('status')).toContainText('there is none in its address')
      expect(await findFaults(page)).toEqual([])
      await page.goto(`${pageUrl}callback.html?code=1234&state=of-nobody`)
      await expect(page.getByRole('textbox')).toBeVisible()
      expect(await findFaults(page)).toEqual([])
    })

    test('the consent page of a practice server passes axe', async ({ page, pageUrl }) => {
      await openDebugger(page, pageUrl)
      await page.getByRole('button', { name: /^Healthy, both eras/ }).click()
      await expect(consentOn(page).button('Allow')).toBeVisible()
      expect(await findFaults(page)).toEqual([])
    })
  })
}

const RUNS = { stopped: SLASH_RUN, passed: PASSED_RUN, blocked: BLOCKED_RUN }

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the start screen passes axe', async ({ page, pageUrl }) => {
        await openDebugger(page, pageUrl)
        await page.getByText('Advanced', { exact: true }).click()
        expect(await findFaults(page)).toEqual([])
      })

      for (const [name, run] of Object.entries(RUNS)) {
        test(`a ${name} run passes axe in every panel`, async ({ page, pageUrl }) => {
          const app = await openRun(page, pageUrl, run)
          await expect(app.verdict).toHaveText(run.outcome.summary)
          for (const panel of ['Findings', 'Tools', 'Timeline']) {
            await app.tab(panel).click()
            expect(await findFaults(page), panel).toEqual([])
          }
          await app.rows.last().click()
          for (const detail of ['Request', 'Response', 'Raw', 'Explained']) {
            await page.getByRole('tab', { name: detail, exact: true }).click()
            expect(await findFaults(page), detail).toEqual([])
          }
        })
      }
    })
  }
}
