import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import type { Consent } from './consent.ts'
import { reasonOf, withoutQueries } from './reason.ts'

/** What one who follows a walk to the authorization server needs. */
export type VisitPorts = {
  /** The origin of our page. */
  readonly home: string
  /** Drives the page of the authorization server; without it, such a page waits in vain. */
  readonly consent: ((page: Page) => ReturnType<Consent>) | undefined
  /** The walk is over. */
  readonly signal: AbortSignal
  /** The browser stays where it is. */
  stuck(page: Page, why: Stuck): void
}

/** `unattended`: nobody was there to drive the page. `failed`: it was driven, or could not be. */
export type Stuck = { readonly kind: 'unattended' | 'failed'; readonly says: string }

/** Milliseconds that a page has to go on by itself before the consent module gets it. */
const SETTLE = 150
/** Milliseconds that a page which nobody drives has to go on by itself. */
const PATIENCE = 3_000
/** Milliseconds that the authorization server has to send the browser back when the module has ended. */
const RETURN = 15_000

/** Follows each page of the context away from home, has it driven there, and tells when it does not return. */
export function followVisits(context: BrowserContext, ports: VisitPorts): void {
  for (const page of context.pages()) followPage(page, ports)
  context.on('page', (page) => followPage(page, ports))
}

/** A stay away from home, from the first document of the other origin to the return. */
type Visit = { over: boolean; moves: number }

function followPage(page: Page, ports: VisitPorts): void {
  let visit: Visit | undefined
  const arriveAt = (url: string): void => {
    if (!isAway(url, ports.home)) {
      if (visit) visit.over = true
      visit = undefined
    } else if (visit) visit.moves += 1
    else {
      visit = { over: false, moves: 0 }
      void attend(page, visit, ports)
    }
  }
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) arriveAt(frame.url())
  })
  // A pop-up may be there before anyone listens.
  arriveAt(page.url())
}

function isAway(url: string, home: string): boolean {
  return /^(https?|chrome-error):/.test(url) && !url.startsWith(`${home}/`)
}

async function attend(page: Page, visit: Visit, ports: VisitPorts): Promise<void> {
  try {
    const stuck = await findStuck(page, visit, ports)
    if (stuck && !isOver(page, visit, ports)) ports.stuck(page, stuck)
  } catch (error) {
    // The page was closed, or the walk ended, in the middle of it.
    if (!isOver(page, visit, ports)) ports.stuck(page, failed(reasonOf(error)))
  }
}

function isOver(page: Page, visit: Visit, { signal }: VisitPorts): boolean {
  return visit.over || signal.aborted || page.isClosed()
}

async function findStuck(page: Page, visit: Visit, ports: VisitPorts): Promise<Stuck | undefined> {
  if (page.url().startsWith('chrome-error:')) {
    return failed('the browser could not open the page of the authorization server')
  }
  await settle({ page, visit, ports, time: ports.consent ? SETTLE : PATIENCE })
  if (isOver(page, visit, ports)) return undefined
  if (!ports.consent) {
    return { kind: 'unattended', says: `${await describe(page)} waits for a person` }
  }
  const fault = await drive(ports.consent, page)
  if (fault !== undefined) return failed(`the consent module failed: ${fault}`)
  await settle({ page, visit, ports, time: RETURN })
  if (isOver(page, visit, ports)) return undefined
  return failed(`the consent module has ended, but ${await describe(page)} is still there`)
}

function failed(says: string): Stuck {
  return { kind: 'failed', says }
}

type Settling = { page: Page; visit: Visit; ports: VisitPorts; time: number }

/** Waits until the page is there and has not moved for a while. */
async function settle({ page, visit, ports, time }: Settling): Promise<void> {
  let moves = -1
  while (moves !== visit.moves && !visit.over) {
    moves = visit.moves
    await page.waitForLoadState('domcontentloaded')
    await pause(time, undefined, { signal: ports.signal })
  }
}

/** Undefined when the module went well, else what it said. */
async function drive(consent: NonNullable<VisitPorts['consent']>, page: Page) {
  try {
    await consent(page)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

async function describe(page: Page): Promise<string> {
  const title = await page.title()
  const words = title === '' ? 'the page' : `the page "${title}"`
  return `${words} at ${withoutQueries(page.url())}`
}
