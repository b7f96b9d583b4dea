import { expect, test } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { openDebugger } from './pages/debugger.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`identities and scopes show where they come from, ${colorScheme}`, async ({
    page,
    pageUrl,
    practice,
  }) => {
    await page.emulateMedia({ colorScheme })
    const server = await practice({ fault: 'iss-slash' })
    const app = await openDebugger(page, pageUrl)
    await app.enter(server.url)
    await expect(app.verdict).toContainText('iss')

    await app.tab('Identity').click()
    const issuer = page.getByRole('region', { name: 'The issuer' })
    await expect(issuer.getByText(/^differs: /)).toBeVisible()
    expect(await findFaults(page)).toEqual([])
    await issuer.getByRole('button', { name: 'Show where iss in the callback was seen' }).click()
    await expect(app.inspector).toContainText('The browser comes back')

    await app.tab('Identity').click()
    await issuer
      .getByRole('button', { name: 'ISS-05, the finding about iss in the callback' })
      .click()
    const findings = page.getByRole('tabpanel', { name: 'Findings' })
    const card = findings.getByRole('article').filter({ hasText: 'ISS-05' })
    await expect(card).toBeInViewport()
    await expect(card).toBeFocused()

    await app.tab('Scopes').click()
    const table = page.getByRole('table', { name: 'Scopes' })
    await expect(table.getByRole('row', { name: /^tools / })).toContainText('yes')
    expect(await findFaults(page)).toEqual([])
  })
}
