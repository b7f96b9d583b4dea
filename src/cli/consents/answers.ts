import type { ConsentTarget } from '../flow/consent.ts'
import type { Account } from './account.ts'
import type { Answer } from './answer-pages.ts'

/** The account to sign in with. Throws when the environment names none. */
export function accountOf({ account, accountFrom }: ConsentTarget): Account {
  if (account) return account
  throw new Error(`there is no account to sign in with: set ${accountFrom.join(' and ')}`)
}

/** A press on a button, by its selector. */
export function press(what: string, selector: string): Answer {
  return {
    what,
    find: (page) => page.locator(selector),
    give: (button) => button.click(),
  }
}

/** A field, by its selector, and the button that sends it. */
export type Form = { readonly field: string; readonly send: string }

/** A field that is filled and sent. */
export function fill(what: string, { field, send }: Form, value: string): Answer {
  return {
    what,
    find: (page) => page.locator(field),
    async give(found, page) {
      await found.fill(value)
      await page.locator(send).first().click()
    },
  }
}

/** Words that stand on the button of a page that asks for consent. */
export const YES = /^\s*(?:allow|accept|approve|authori[sz]e|grant|agree|consent|confirm|yes)\b/i

/** The button that says yes, in the words that such buttons have. */
export const CONSENT: Answer = {
  what: 'consent',
  find: (page) => page.getByRole('button', { name: YES }),
  give: (button) => button.click(),
}
