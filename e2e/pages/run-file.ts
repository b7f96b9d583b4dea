import type { Page } from '@playwright/test'
import type { RunDocument } from '../../src/protocol/index.ts'
import { type Debugger, openDebugger } from './debugger.ts'

/** The page with a saved run on it. */
export async function openRun(
  page: Page,
  pageUrl: string,
  document: RunDocument,
): Promise<Debugger> {
  const app = await openDebugger(page, pageUrl)
  await openText(page, JSON.stringify(document))
  return app
}

/** Opens a file with that text, as the person does who chooses it. */
export async function openText(page: Page, text: string, name = 'some.run.json'): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.getByLabel('Run file').setInputFiles(file)
}
