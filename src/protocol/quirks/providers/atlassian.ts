import { answered, broken, headerOf, issuerAt, refusedWith, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const ATLASSIAN: Provider = {
  id: 'atlassian',
  name: 'Atlassian',
  marks: [serverAt('atlassian.com'), issuerAt('atlassian.com')],
  quirks: [
    {
      id: 'Q34',
      rules: ['ASM-03'],
      sees: broken('ASM-03'),
      does: 'The metadata at mcp.atlassian.com names cf.mcp.atlassian.com as its issuer, and that of a tenant at auth.atlassian.com leaves the path out.',
      advice:
        'Only Atlassian can change it. Clients that compare (TypeScript SDK v2, Go SDK, Copilot CLI) stop, others go on: continue past the rule to see the rest.',
      source: thread('atlassian/atlassian-mcp-server/issues/205', '2026-07-28'),
    },
    {
      id: 'Q02',
      rules: ['CHL-02', 'CHL-03', 'PRM-01'],
      sees: answered('challenge', (each) => {
        const challenge = headerOf(each, 'www-authenticate')
        return challenge !== undefined && !challenge.includes('resource_metadata')
          ? `The 401 has WWW-Authenticate: ${challenge}.`
          : undefined
      }),
      does: 'The 401 of the Atlassian server names no resource_metadata.',
      advice:
        'Clients that follow the header alone stop; those that try the well-known address, or the metadata of the issuer at mcp.atlassian.com itself, get in.',
      source: thread('modelcontextprotocol/csharp-sdk/issues/1050', '2025-12-01'),
    },
    {
      id: 'Q55',
      rules: ['AUZ-20', 'AUR-03'],
      sees: refusedWith('redirect_uri_mismatch'),
      foretold: true,
      does: 'An organization with domain restrictions lets people back to 127.0.0.1 only if the list has it, and localhost is another entry.',
      advice:
        'Ask the administrator for the host that stands in the redirect URI of this page, or use the other name of the loopback.',
      source: thread('anthropics/claude-code/issues/91846', '2026-09-03'),
    },
  ],
}
