import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunSecrets } from '../../protocol/index.ts'
import type { RedactedRun } from '../../protocol/reports.ts'
import { type Account, accountVariables } from '../consents/account.ts'
import { photograph, traced } from '../consents/evidence-of-trouble.ts'
import type { Consent } from './consent.ts'
import { listenToPage, type Trouble } from './page-words.ts'
import { reasonOf } from './reason.ts'
import { toParameters } from './settings.ts'
import { type Target, textOf, timeoutOf } from './target.ts'

/** Where targets are walked. */
export type Site = {
  readonly browser: Browser
  /** The page's address, with a slash at its end. */
  readonly pageUrl: string
}

/** What goes with one target. */
export type Company = {
  readonly secrets: RunSecrets
  readonly consent: Consent | undefined
  /** Whom a consent module signs in as. */
  readonly account?: Account | undefined
  /** Someone, or a consent module, looks at the page. */
  readonly isWatched: boolean
  /** Ctrl-C. */
  readonly signal: AbortSignal
  /** Where a trace of a walk that had trouble goes. */
  readonly trace?: string | undefined
}

/** How the walk of one target ended. */
export type Ending = {
  /** The run, redacted by the page; none when the page could not tell of it. */
  readonly document: RedactedRun | undefined
  /** What kept the walk from its own end. */
  readonly problem: string | undefined
  /** What the person could do to get further. */
  readonly hint: string | undefined
  /** The page on which a consent module came to grief, as PNG. */
  readonly picture?: Uint8Array | undefined
}

/** Milliseconds that a page which is called back has to tell of its run. */
const LAST_WORD = 5_000

/** To draw a page that nobody looks at costs a quarter of a walk, and less when it is small. */
const SMALL = { width: 640, height: 400 }

/** Walks one target through the page, in a browser context of its own. */
export async function walkTarget(site: Site, target: Target, company: Company): Promise<Ending> {
  const storageState = textOf(target, 'storage-state')
  try {
    const context = await site.browser.newContext({
      serviceWorkers: 'block',
      ...(company.isWatched ? {} : { viewport: SMALL }),
      ...(storageState !== undefined && { storageState }),
    })
    try {
      return await traced(context, company.trace, () => walkIn(context, { site, target, company }))
    } finally {
      await context.close()
    }
  } catch (error) {
    return { document: undefined, problem: reasonOf(error), hint: undefined }
  }
}

/** The page's address that starts the walk of a target. */
export function toAddress(pageUrl: string, { server, given }: Target): string {
  const query = new URLSearchParams([
    ['server', server],
    ...toParameters(given).map(([...each]) => each),
  ])
  query.set('autorun', '1')
  return `${pageUrl}?${query.toString()}`
}

type Walk = { readonly site: Site; readonly target: Target; readonly company: Company }

async function walkIn(context: BrowserContext, { site, target, company }: Walk): Promise<Ending> {
  const address = toAddress(site.pageUrl, target)
  const home = new URL(site.pageUrl).origin
  const words = await listenToPage(context, {
    home,
    target: {
      name: target.name,
      server: target.server,
      home,
      account: company.account,
      accountFrom: accountVariables(textOf(target, 'account')),
    },
    timeout: timeoutOf(target),
    ...company,
  })
  try {
    await words.page.goto(address, { waitUntil: 'commit' })
    const first = await Promise.race([words.halted, words.trouble])
    if (first.kind === 'halted') return ending(first.document)
    if (first.kind === 'gone' || first.kind === 'interrupted') return ending(undefined, first)
    const picture = company.consent && (await photograph(context, home))
    await callBack(context, words.page, address)
    const patience = pause(LAST_WORD, undefined, { ref: false })
    const last = await Promise.race([words.halted, patience])
    return { ...ending(last?.document, first), picture }
  } finally {
    words.end()
  }
}

function ending(document: RedactedRun | undefined, trouble?: Trouble): Ending {
  const isUnattended = trouble?.kind === 'unattended' && document !== undefined
  return {
    document,
    problem: isUnattended ? undefined : trouble?.says,
    hint: isUnattended ? `${trouble.says}: drive it with --consent` : undefined,
  }
}

/** Brings our page to tell of the run as far as it got: by its own means, as a person would. */
async function callBack(context: BrowserContext, page: Page, address: string): Promise<void> {
  const popups = context.pages().filter((each) => each !== page)
  await Promise.all(popups.map((popup) => popup.close()))
  const isHome = new URL(page.url()).origin === new URL(address).origin
  try {
    if (isHome) await page.getByRole('button', { name: 'Cancel' }).click({ timeout: LAST_WORD })
    else await page.goto(address, { waitUntil: 'commit' })
  } catch {
    // It has nothing to cancel, or is beyond reach: then it tells nothing, and the ending says why.
  }
}
