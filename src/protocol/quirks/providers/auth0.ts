import { broken, isSlashApart, issuerAt, issuerSays } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const AUTH0: Provider = {
  id: 'auth0',
  name: 'Auth0',
  marks: [issuerAt('auth0.com'), issuerSays('mfa_challenge_endpoint', /\/mfa\/challenge$/)],
  quirks: [
    {
      id: 'Q58',
      rules: ['AUD-02', 'USE-05'],
      does: 'Auth0 passes over resource unless the tenant has the Resource Parameter Compatibility Profile. Without audience it gives an opaque token, or one for another API, and the MCP server answers it with 401.',
      advice:
        "Turn that profile on in the tenant's advanced settings, with the MCP server's resource as an API identifier, or send audience=<API identifier> as an extra authorization parameter.",
      source: thread('danny-avila/LibreChat/issues/13401', '2026-05-29'),
    },
    {
      id: 'Q35',
      rules: ['ASM-03'],
      sees: broken('ASM-03', isSlashApart),
      does: 'The issuer of an Auth0 tenant ends in a slash, https://tenant.auth0.com/. Written without it, it is another string.',
      advice:
        'Write the issuer into authorization_servers with its last slash, as the tenant itself does.',
      source: thread('mcp-use/mcp-use/pull/1300', '2026-04-09'),
    },
  ],
}
