import { answerPages } from './answer-pages.ts'
import { accountOf, fill, press } from './answers.ts'
import type { ReadyConsent } from './ready-consent.ts'

const NEXT = '#idSIButton9'

/** Microsoft Entra ID: name, password, "Stay signed in?" (no), "Permissions requested". */
export const entra: ReadyConsent = {
  name: 'entra',
  about: 'Microsoft Entra ID: sign in, do not stay signed in, accept the permissions',
  needsAccount: true,
  drive(page, target) {
    const { user, password } = accountOf(target)
    return answerPages(page, target, [
      // The page for the name has a hidden field for the password, and the other way round.
      fill('the user name', { field: 'input[name="loginfmt"]:visible', send: NEXT }, user),
      fill('the password', { field: 'input[name="passwd"]:visible', send: NEXT }, password),
      {
        ...press('whether to stay signed in', '#KmsiCheckboxField'),
        give: (_, shown) => shown.locator('#idBtn_Back').click(),
      },
      press('consent', '#idSIButton9[value="Accept"]'),
    ])
  },
}
