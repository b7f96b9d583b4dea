import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

test('from the empty page to the evidence and on to the tools by keyboard alone', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ fault: 'asm-issuer-slash' })
  const app = await openDebugger(page, pageUrl)
  await page.keyboard.type(server.url)
  await page.keyboard.press('Enter')
  await expect(app.verdictRegion).toContainText('ASM-03')

  const press = async (name: string): Promise<void> => {
    await tabTo(app.inVerdict(name))
    await page.keyboard.press('Enter')
  }
  await press('Show evidence')
  await expect(app.inspector.getByText('"issuer"')).toBeInViewport()
  await press('Continue anyway')
  await app.expectTools()

  await tabTo(app.tab('Timeline'))
  await page.keyboard.press('ArrowRight')
  await expect(app.tab('Tools')).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Tools' }).getByRole('listitem')).toHaveCount(12)
  await page.keyboard.press('ArrowLeft')
  await tabTo(app.timeline)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(app.inspector.getByRole('heading', { level: 2 })).toBeFocused()

  /** Presses Tab until that has the focus, as often as it takes to go round once. */
  async function tabTo(target: ReturnType<typeof app.tab>): Promise<void> {
    for (let turn = 0; turn < 120; turn += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
})
