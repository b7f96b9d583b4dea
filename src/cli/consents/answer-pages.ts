import type { Locator, Page } from 'playwright-core'
import type { ConsentTarget } from '../flow/consent.ts'

/** One thing that an authorization server's pages may ask for, and how it is given. */
export type Answer = {
  /** In words: "the password". */
  readonly what: string
  /** What is on screen when it is asked. */
  find(page: Page): Locator
  give(found: Locator, page: Page): Promise<void>
}

/** Milliseconds that a page has to ask for something that is known. */
const PATIENCE = 15_000
/** Milliseconds that a page has to take an answer. */
const TAKEN = 10_000

/**
 * Gives one answer after another, as the pages ask, until the browser is back home. Throws when a page asks for nothing
 * that is known, and when it asks for something again, as pages do that refuse a password.
 */
export async function answerPages(
  page: Page,
  { home }: ConsentTarget,
  answers: readonly Answer[],
): Promise<void> {
  const given = new Set<string>()
  for (;;) {
    const answer = await findAsked(page, home, answers)
    if (answer === undefined) return
    if (given.has(answer.what)) {
      throw new Error(`the page asks for ${answer.what} again, so it did not take the first`)
    }
    given.add(answer.what)
    await giveOnce(page, answer)
  }
}

/** What the page asks for now; undefined once the browser is back home. */
async function findAsked(
  page: Page,
  home: string,
  answers: readonly Answer[],
): Promise<Answer | undefined> {
  const isHome = (url: URL): boolean => url.origin === home
  const [first, ...others] = answers.map((answer) => answer.find(page).first())
  if (!first) throw new Error('there is nothing to answer with')
  const anything = others.reduce((all, each) => all.or(each), first).first()
  await Promise.any([
    page.waitForURL(isHome, { waitUntil: 'commit', timeout: PATIENCE }),
    anything.waitFor({ timeout: PATIENCE }),
  ]).catch(() => undefined)
  if (page.isClosed() || isHome(new URL(page.url()))) return undefined
  for (const answer of answers) {
    if (await answer.find(page).first().isVisible()) return answer
  }
  const asked = answers.map(({ what }) => what).join(', ')
  throw new Error(`the page "${await page.title()}" asks for nothing that is known: ${asked}`)
}

/** An answer is taken when what asked for it is gone; the same page may ask anew, with another field. */
async function giveOnce(page: Page, answer: Answer): Promise<void> {
  const found = answer.find(page).first()
  const asking = await found.elementHandle()
  await answer.give(found, page)
  // An element goes with its document, which Playwright tells as an error.
  await asking?.waitForElementState('hidden', { timeout: TAKEN }).catch(() => undefined)
}
