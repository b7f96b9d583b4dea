import { readFile } from 'node:fs/promises'
import { type Locator, type Page, expect } from '@playwright/test'
import type { RunDocument } from '../../src/protocol/index.ts'

/** The debugger on screen, by the roles and names that a person finds things by. */
export type Debugger = ReturnType<typeof debuggerOn>

export function debuggerOn(page: Page) {
  const walk = page.getByRole('navigation', { name: 'The walk' })
  const timeline = page.getByRole('grid', { name: 'Timeline' })
  const step = (title: string): Locator =>
    walk.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) })
  return {
    page,
    address: page.getByRole('textbox', { name: 'Address of the MCP server' }),
    button: (name: string): Locator => page.getByRole('button', { name, exact: true }),
    field: (label: string): Locator => page.getByLabel(label, { exact: true }),
    /** The one sentence about the run. */
    verdict: page.getByRole('main').getByRole('heading', { level: 1 }),
    /** All that stands beside the verdict: tags, fix, fields, buttons. */
    verdictRegion: page
      .getByRole('region')
      .filter({ has: page.getByRole('heading', { level: 1 }) }),
    /** A button beside the verdict; the address bar has some of the same name. */
    inVerdict: (name: string): Locator =>
      page
        .getByRole('region')
        .filter({ has: page.getByRole('heading', { level: 1 }) })
        .getByRole('button', { name, exact: true }),
    walk,
    step,
    timeline,
    rows: timeline.getByRole('row'),
    inspector: page.getByRole('complementary', { name: 'Exchange' }),
    tab: (name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) }),
    /** Types an address and presses Enter. */
    async enter(address: string): Promise<void> {
      const field = page.getByRole('textbox', { name: 'Address of the MCP server' })
      await field.fill(address)
      await field.press('Enter')
    },
    /** Waits until the walk is connected, and says so. */
    async expectTools(count = 12): Promise<void> {
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(
        new RegExp(`^Connected: ${count} tools?`),
      )
    },
    /** Presses a button that copies, and gives what was copied. */
    async copy(name: string): Promise<string> {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
      return page.evaluate(() => navigator.clipboard.readText())
    },
    /** Saves the run and gives what is in the file. */
    async save(): Promise<{ document: RunDocument; text: string; name: string }> {
      const waiting = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      const download = await waiting
      const text = await readFile(await download.path(), 'utf8')
      return { document: readDocument(text), text, name: download.suggestedFilename() }
    },
  }
}

/** Opens the page at its start screen, or with a query. */
export async function openDebugger(page: Page, address: string): Promise<Debugger> {
  await page.goto(address)
  return debuggerOn(page)
}

function readDocument(text: string): RunDocument {
  const value: unknown = JSON.parse(text)
  if (!isDocument(value)) throw new Error(`No run document: ${text.slice(0, 80)}`)
  return value
}

function isDocument(value: unknown): value is RunDocument {
  return typeof value === 'object' && value !== null && 'format' in value
}
