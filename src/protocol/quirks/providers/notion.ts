import { broken, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const NOTION: Provider = {
  id: 'notion',
  name: 'Notion',
  marks: [serverAt(/^mcp\.notion\.com$/)],
  quirks: [
    {
      id: 'Q77',
      rules: ['REF-20', 'TOK-04'],
      sees: broken('REF-20'),
      foretold: true,
      does: 'Notion gives a new refresh token with each refresh. One that is used twice, by a second window or a retry, revokes the whole grant with invalid_grant "OAuth grant revoked", and every session has to sign in again.',
      advice:
        'Store the new refresh token before anything else, let one process refresh at a time, and never send a refresh again after a time-out.',
      source: thread('damianvtran/local-operator/pull/345', '2026-08-27'),
    },
  ],
}
