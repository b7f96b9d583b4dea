import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { RunDocument } from '../../protocol/index.ts'
import { servePractice } from '../practice.ts'
import { servePage } from '../serve.ts'
import type { Measurement, Row } from './measurement.ts'
import { launchBrowser, medianOf } from './page-walks.ts'
import { root } from './tools.ts'

const EXCHANGES = 10_000
const OPENINGS = 5
const FIRST_ROW = 500
const FRAME = 33

/** What a run document of a size that no walk has costs the page: opening it, and scrolling through it. */
export const longDocument: Measurement = {
  name: `A run document with ${EXCHANGES.toLocaleString('en')} exchanges`,
  async measure() {
    const practice = await servePractice(0)
    const server = await servePage({ folder: join(root, 'dist/page'), port: 0 })
    const folder = await mkdtemp(join(tmpdir(), 'long-document-'))
    const browser = await launchBrowser()
    try {
      const file = join(folder, 'long.run.json')
      const walked = await saveWalk(browser, server.url, practice.url)
      await writeFile(file, JSON.stringify(lengthen(walked, EXCHANGES)))
      return await measureOpenings(browser, server.url, file)
    } finally {
      await browser.close()
      await Promise.all([server.close(), practice.close(), rm(folder, { recursive: true })])
    }
  },
}

/** The same run with its exchanges repeated, each under an id of its own and at a time after those before it. */
export function lengthen(document: RunDocument, count: number): RunDocument {
  const { exchanges, startedAt, endedAt } = document
  const length = endedAt - startedAt
  const repeated = Array.from({ length: count }, (_, index) => {
    const [exchange] = exchanges.slice(index % exchanges.length)
    const later = Math.floor(index / exchanges.length) * length
    return exchange ? [moved(exchange, `e${index + 1}`, later)] : []
  })
  return {
    ...document,
    endedAt: startedAt + (count / exchanges.length) * length,
    exchanges: repeated.flat(),
  }
}

type Exchange = RunDocument['exchanges'][number]

function moved(exchange: Exchange, id: string, later: number): Exchange {
  const { outcome, startedAt, after: _, ...rest } = exchange
  const ended = 'endedAt' in outcome ? { ...outcome, endedAt: outcome.endedAt + later } : outcome
  return { ...rest, id, startedAt: startedAt + later, outcome: ended }
}

async function saveWalk(browser: Browser, page: string, server: string): Promise<RunDocument> {
  const context = await browser.newContext({ permissions: ['local-network-access'] })
  const tab = await context.newPage()
  await tab.goto(`${page}?server=${encodeURIComponent(server)}&autorun=1`)
  await tab.getByRole('heading', { level: 1, name: /^Connected/ }).waitFor()
  const saving = tab.waitForEvent('download')
  await tab.getByRole('button', { name: 'Save', exact: true }).click()
  const saved: unknown = JSON.parse(await readFile(await (await saving).path(), 'utf8'))
  await context.close()
  if (!isDocument(saved)) throw new Error('The page saved no run document.')
  return saved
}

function isDocument(value: unknown): value is RunDocument {
  return typeof value === 'object' && value !== null && 'exchanges' in value
}

async function measureOpenings(
  browser: Browser,
  page: string,
  file: string,
): Promise<readonly Row[]> {
  const openings: number[] = []
  const frames: number[] = []
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const tab = await context.newPage()
    await tab.goto(page, { waitUntil: 'networkidle' })
    openings.push(await timeFirstRow(tab, file))
    frames.push(await timeScrolling(tab))
    await context.close()
  }
  const what = `median of ${OPENINGS}`
  return [
    {
      what: `open to first row, ${what}`,
      value: medianOf(openings),
      unit: 'ms',
      budget: FIRST_ROW,
    },
    {
      what: `a frame while scrolling, p95, ${what}`,
      value: medianOf(frames),
      unit: 'ms',
      budget: FRAME,
    },
  ]
}

/** From the choice of the file to the frame with a row in it. */
async function timeFirstRow(tab: Page, file: string): Promise<number> {
  const timing = tab.evaluate<number>(`new Promise((resolve) => {
    let chosen = 0
    addEventListener('change', () => { chosen = performance.now() }, { capture: true, once: true })
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[role=grid] [role=row]')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - chosen)))
    }).observe(document, { subtree: true, childList: true })
  })`)
  await tab.getByLabel('Run file').setInputFiles(file)
  return timing
}

/** The frame that nineteen of twenty are faster than, at 400 pixels a frame. */
async function timeScrolling(tab: Page): Promise<number> {
  const frames = await tab.evaluate<number[]>(`new Promise((resolve) => {
    const grid = document.querySelector('[role=grid]')
    const frames = []
    let last = performance.now()
    const step = (now) => {
      frames.push(now - last)
      last = now
      grid.scrollTop += 400
      if (frames.length < 200) requestAnimationFrame(step)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(step)
  })`)
  const sorted = frames.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}
