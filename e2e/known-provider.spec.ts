import { recordImitation } from './documents/imitated-run.ts'
import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { openDebugger } from './pages/debugger.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('a recorded run names the provider, what gave it away, and its trap beside the finding', async ({
      page,
      pageUrl,
    }) => {
      const app = await openDebugger(page, pageUrl)
      const buffer = Buffer.from(await recordImitation('entra-without-pkce-methods'))
      await page
        .getByLabel('Run file')
        .setInputFiles({ name: 'entra.run.json', mimeType: 'application/json', buffer })
      await app.verdictRegion.getByText('Known provider: Microsoft Entra ID').click()
      await expect(app.verdictRegion).toContainText('names the issuer "https://login.microsoft')
      await expect(app.verdictRegion).toContainText('AADSTS9010010')
      expect(await findFaults(page)).toEqual([])

      await app.inVerdict('Show #2 body /authorization_servers/0').click()
      await expect(app.inspector.getByText('"authorization_servers"')).toBeInViewport()

      await app.tab('Findings').click()
      const card = page.getByRole('tabpanel').getByRole('article').filter({ hasText: 'ASM-09' })
      await expect(card).toContainText('Known of Microsoft Entra ID')
      await expect(card).toContainText('although S256 works')
      await expect(card.getByRole('link', { name: 'anthropics/claude-ai-mcp #786' })).toBeVisible()
      expect(await findFaults(page)).toEqual([])
    })
  })
}
