import type { Page } from './page.ts'
import type { RunDocument } from './protocol/index.ts'
import { FIRST_VIEW, type RowId } from './state/view-store.ts'
import type { Refusal } from './ui/controls.ts'

/** Opens the text of a run file on the page, at the exchange that is named. What is walked meanwhile is stopped. */
export async function showRun(page: Page, text: string, at: RowId | null = null): Promise<Refusal> {
  const { engine } = await page.running()
  const reading = await engine.readRunFile(text)
  if (reading.kind === 'refused') return reading.says
  await showDocument(page, reading.document, at)
  return null
}

/** Shows a run from elsewhere. What is walked meanwhile is stopped. */
export async function showDocument(
  page: Page,
  document: RunDocument,
  at: RowId | null = null,
): Promise<void> {
  const { walker } = await page.running()
  await walker.stop()
  const isThere = document.exchanges.some(({ id }) => id === at)
  page.view.setState({ ...FIRST_VIEW, selected: isThere ? at : FIRST_VIEW.selected })
  // To walk the same server once more is the next thing to do.
  if (page.draft.getState().address === '') page.draft.setState({ address: document.config.server })
  page.run.show(document)
}
