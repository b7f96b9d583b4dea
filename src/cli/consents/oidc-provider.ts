import { answerPages } from './answer-pages.ts'
import type { ReadyConsent } from './ready-consent.ts'

/** The pages that the Node package oidc-provider has for development, which take any name and any password. */
export const oidcProvider: ReadyConsent = {
  name: 'oidc-provider',
  about: "oidc-provider's pages for development: any name, any password, continue",
  needsAccount: false,
  drive(page, target) {
    const { user, password } = target.account ?? { user: 'someone', password: 'any' }
    return answerPages(page, target, [
      {
        what: 'the password',
        find: (shown) => shown.getByPlaceholder('and password'),
        async give(field, shown) {
          await shown.getByPlaceholder('Enter any login').fill(user)
          await field.fill(password)
          await shown.getByRole('button', { name: 'Sign-in' }).click()
        },
      },
      {
        what: 'consent',
        find: (shown) => shown.getByRole('button', { name: 'Continue' }),
        give: (button) => button.click(),
      },
    ])
  },
}
