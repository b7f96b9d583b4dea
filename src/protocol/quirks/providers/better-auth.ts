import { both, broken, either, issuerSays, refusedWith } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const BETTER_AUTH: Provider = {
  id: 'better-auth',
  name: 'Better Auth',
  marks: [issuerSays('authorization_endpoint', /\/api\/auth\/(mcp|oauth2)\/authorize$/)],
  quirks: [
    {
      id: 'Q62',
      rules: ['REF-05', 'AUZ-20'],
      sees: either(broken('REF-05'), both(refusedWith('invalid_scope'), broken('AUZ-20'))),
      foretold: true,
      does: 'Better Auth gives a refresh token only when offline_access was granted, and its older MCP plugin takes that scope only together with prompt=consent. Without it, people sign in again every hour.',
      advice:
        'List offline_access in the scopes of the provider, so that scopes_supported has it and clients ask for it; send prompt=consent where it is refused.',
      source: thread('lowdefy/lowdefy/pull/2337', '2026-08-28'),
    },
  ],
}
