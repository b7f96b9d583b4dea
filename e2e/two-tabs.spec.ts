import { expect, test } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { openDebugger } from './pages/debugger.ts'

for (const by of ['same-tab', 'popup'] as const) {
  test(`two tabs walk two servers at once, by ${by}`, async ({ context, pageUrl, practice }) => {
    const walks = await Promise.all(
      ['first', 'second'].map(async (tool) => {
        const tools = [{ listed: { name: `${tool}-tool`, inputSchema: { type: 'object' } } }]
        const server = await practice({ consent: 'page', tools })
        const page = await context.newPage()
        const app = await openDebugger(page, `${pageUrl}?authorize=${by}`)
        return { app, page, server, tool: `${tool}-tool` }
      }),
    )
    const asking = await Promise.all(
      walks.map(async ({ app, page, server }) => {
        const opening = by === 'popup' ? page.waitForEvent('popup') : Promise.resolve(page)
        await app.enter(server.url)
        const shown = await opening
        await expect(consentOn(shown).button('Allow')).toBeVisible()
        return shown
      }),
    )
    // Both wait at once, and the second is answered first.
    for (const shown of asking.toReversed()) await consentOn(shown).allow()
    for (const { app, server, tool } of walks) {
      await app.expectTools(1)
      const { document } = await app.save()
      expect(document.config.server).toBe(server.url)
      expect(document.tools.map(({ name }) => name)).toEqual([tool])
      expect(document.exchanges.filter(({ step }) => step === 'callback')).toHaveLength(1)
    }
  })
}
