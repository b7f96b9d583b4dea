import { broken, issuerAt, issuerWrote, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const SUPABASE: Provider = {
  id: 'supabase',
  name: 'Supabase',
  marks: [issuerAt('supabase.co'), issuerAt('supabase.com'), serverAt('supabase.com')],
  quirks: [
    {
      id: 'Q53',
      rules: ['AUR-03'],
      foretold: true,
      sees: broken('AUR-03'),
      does: 'Supabase forgets registered clients. One that it no longer knows meets a page with 422 {"message":"Unrecognized client_id"}, and the browser never comes back.',
      advice: 'Drop the stored client id and register again: start a new run.',
      source: thread('supabase/mcp/issues/355', '2026-08-06'),
    },
    {
      id: 'Q62',
      rules: ['AUZ-20'],
      sees: issuerWrote(/unsupported scope: offline_access/),
      does: 'Before July 2026 Supabase Auth refused offline_access as an unsupported scope, though it gives a refresh token without being asked.',
      advice: 'Leave offline_access out of the scope, or update a server of your own.',
      source: thread('supabase/auth/pull/2630', '2026-07-20'),
    },
    {
      id: 'Q79',
      rules: ['AUD-02', 'USE-05'],
      sees: broken('AUD-02', ({ says }) => says.includes('"authenticated"')),
      does: 'Tokens of Supabase Auth have the audience "authenticated" and not the resource that was asked for.',
      advice:
        'Add the resource to aud with a custom access token hook, or let the MCP server check issuer, signature and "authenticated".',
      source: thread('supabase/auth/issues/2610', '2026-07-02'),
    },
  ],
}
