import type { Page } from 'playwright-core'
import { type Answer, answerPages } from './answer-pages.ts'
import { accountOf, CONSENT } from './answers.ts'
import type { ReadyConsent } from './ready-consent.ts'

const USER = [
  'input[autocomplete~="username"]',
  'input[type="email"]',
  'input[name="username"]',
  'input[name="user"]',
  'input[name="login"]',
  'input[name="email"]',
  'input[name="name"]',
].join(', ')
const PASSWORD = 'input[type="password"]'

/** Any form that asks for a name and a password, on one page or on two, and a button that says yes after it. */
export const usernamePassword: ReadyConsent = {
  name: 'username-password',
  about: 'fills any form for a name and a password, then presses the button that says yes',
  needsAccount: true,
  drive(page, target) {
    const { user, password } = accountOf(target)
    const both: Answer = {
      what: 'the password',
      find: (shown) => shown.locator(PASSWORD),
      async give(field, shown) {
        await fillName(shown, user)
        await field.fill(password)
        await field.press('Enter')
      },
    }
    const name: Answer = {
      what: 'the user name',
      find: (shown) => shown.locator(USER),
      async give(field) {
        await field.fill(user)
        await field.press('Enter')
      },
    }
    return answerPages(page, target, [both, name, CONSENT])
  },
}

/** The name stands beside the password, or was given on the page before. */
async function fillName(page: Page, user: string): Promise<void> {
  const field = page.locator(USER).first()
  if (await field.isEditable().catch(() => false)) await field.fill(user)
}
