import { type Answer, answerPages } from './answer-pages.ts'
import { accountOf, fill, press } from './answers.ts'
import type { ReadyConsent } from './ready-consent.ts'

/** Keycloak's own theme: name and password on one page or on two, then "Grant access". */
export const keycloak: ReadyConsent = {
  name: 'keycloak',
  about: "Keycloak's own theme: sign in, grant access",
  needsAccount: true,
  drive(page, target) {
    const { user, password } = accountOf(target)
    const signIn: Answer = {
      what: 'the password',
      find: (shown) => shown.locator('#password'),
      async give(field, shown) {
        const name = shown.locator('input#username:not([type="hidden"])')
        if (await name.isEditable().catch(() => false)) await name.fill(user)
        await field.fill(password)
        await shown.locator('#kc-login').click()
      },
    }
    return answerPages(page, target, [
      press('consent', '#kc-oauth [name="accept"], input[name="accept"], button[name="accept"]'),
      signIn,
      fill('the user name', { field: '#username', send: '#kc-login' }, user),
    ])
  },
}
