import { answerPages } from './answer-pages.ts'
import { CONSENT } from './answers.ts'
import type { ReadyConsent } from './ready-consent.ts'

/** A page with a button that says yes, for a browser that is signed in or need not be. */
export const oneClick: ReadyConsent = {
  name: 'one-click',
  about: 'presses the button that says yes: Allow, Accept, Approve, Authorize, Grant',
  needsAccount: false,
  drive: (page, target) => answerPages(page, target, [CONSENT]),
}
