import { join } from 'node:path'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import type { RunEvent } from '../../protocol/index.ts'
import { requireChromium } from '../chromium.ts'
import { servePractice } from '../practice.ts'
import { servePage } from '../serve.ts'
import { root } from './tools.ts'

/** One walk of the built page, from the person's Enter on. */
export type PageWalk = {
  /** Milliseconds from the key to the frame in which the verdict says that the tools are there. */
  readonly enterToTools: number
  readonly events: readonly RunEvent[]
}

/**
 * Walks the loopback practice server in the real page, in the same tab, one walk after the other. Each is taken in a
 * tab of its own whose start screen has come to rest, as it has when a person has typed; the first is thrown away,
 * as a browser that has never seen the page is another matter.
 */
export async function walkInPage(count: number): Promise<readonly PageWalk[]> {
  const practice = await servePractice(0)
  const server = await servePage({
    folder: join(root, 'dist/page'),
    port: 0,
    practice: [practice.url],
  })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ permissions: ['local-network-access'] })
    await context.addInitScript({ content: WATCH })
    const walks: PageWalk[] = []
    for (let turn = 0; turn <= count; turn += 1) walks.push(await walkOnce(context, server.url))
    return walks.slice(1)
  } finally {
    await browser.close()
    await Promise.all([server.close(), practice.close()])
  }
}

/** The middle of the values. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ]
  return (low + high) / 2
}

/** The Chromium that measurements are made in. */
export function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = requireChromium()
  return chromium.launch({ executablePath, args: [...args] })
}

/**
 * Runs in every document before its own scripts. The time of the key survives the redirect in the tab's storage; the
 * verdict counts once a frame with it has been handed to the screen.
 */
const WATCH = `{
  const now = () => performance.timeOrigin + performance.now()
  addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') sessionStorage.setItem('bench:enter', String(now()))
  }, { capture: true })
  const look = () => {
    const verdict = document.querySelector('main h1')?.textContent ?? ''
    if (!verdict.startsWith('Connected')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => {
      tellEnterToTools(now() - Number(sessionStorage.getItem('bench:enter')))
    }))
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { subtree: true, childList: true, characterData: true })
}`

const READ_LOG = `(() => {
  const events = []
  for (let text; (text = sessionStorage.getItem('flow:event:' + events.length)) !== null;)
    events.push(JSON.parse(text))
  return events
})()`

/** Milliseconds after which a walk has gone wrong. */
const LIMIT = 30_000

async function walkOnce(context: BrowserContext, address: string): Promise<PageWalk> {
  const page = await context.newPage()
  let tell = (_time: number): void => undefined
  let giveUp = (): void => undefined
  const told = new Promise<number>((resolve, reject) => {
    tell = resolve
    giveUp = () => reject(new Error(`The page had no tools ${LIMIT} ms after Enter.`))
  })
  await page.exposeBinding('tellEnterToTools', (_, time: number) => tell(time))
  const timer = setTimeout(giveUp, LIMIT)
  try {
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.keyboard.press('Enter')
    return { enterToTools: await told, events: await readLog(page) }
  } finally {
    clearTimeout(timer)
    await page.close()
  }
}

async function readLog(page: Page): Promise<readonly RunEvent[]> {
  const events: unknown = await page.evaluate(READ_LOG)
  if (!isLog(events)) throw new Error('The page has kept no log of its run.')
  return events
}

function isLog(value: unknown): value is readonly RunEvent[] {
  return Array.isArray(value) && value.length > 0
}
