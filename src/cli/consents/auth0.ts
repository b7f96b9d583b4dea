import { type Answer, answerPages } from './answer-pages.ts'
import { accountOf, fill, press } from './answers.ts'
import type { ReadyConsent } from './ready-consent.ts'

const GO_ON = 'button[type="submit"][name="action"][value="default"]'

/** Auth0's Universal Login: name and password on one page or on two, then "Authorize App". */
export const auth0: ReadyConsent = {
  name: 'auth0',
  about: "Auth0's Universal Login: sign in, authorize the app",
  needsAccount: true,
  drive(page, target) {
    const { user, password } = accountOf(target)
    const signIn: Answer = {
      what: 'the password',
      find: (shown) => shown.locator('input#password'),
      async give(field, shown) {
        const name = shown.locator('input#username')
        if (await name.isEditable().catch(() => false)) await name.fill(user)
        await field.fill(password)
        await shown.locator(GO_ON).first().click()
      },
    }
    return answerPages(page, target, [
      press('consent', 'button[name="action"][value="accept"]'),
      signIn,
      fill('the user name', { field: 'input#username', send: GO_ON }, user),
    ])
  },
}
