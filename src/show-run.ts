import type { Page } from './page.ts'
import { FIRST_VIEW, type RowId } from './state/view-store.ts'
import type { Refusal } from './ui/controls.ts'

/** Opens the text of a run file on the page, at the exchange that is named. What is walked meanwhile is stopped. */
export async function showRun(page: Page, text: string, at: RowId | null = null): Promise<Refusal> {
  const { engine, walker } = await page.running()
  const reading = await engine.readRunFile(text)
  if (reading.kind === 'refused') return reading.says
  await walker.stop()
  const isThere = reading.document.exchanges.some(({ id }) => id === at)
  page.view.setState({ ...FIRST_VIEW, selected: isThere ? at : FIRST_VIEW.selected })
  page.run.show(reading.document)
  return null
}
