import { brokenBy, endpointAt, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const FIGMA: Provider = {
  id: 'figma',
  name: 'Figma',
  marks: [serverAt(/^mcp\.figma\.com$/), endpointAt('registration_endpoint', 'figma.com')],
  quirks: [
    {
      id: 'Q48',
      rules: ['DCR-20', 'DCR-04', 'DCR-21'],
      sees: brokenBy('DCR-20', ({ answer }) => answer.status === 403),
      does: 'Figma registers only clients of its catalog, by their exact client_name, and answers all others with 403 Forbidden in plain text.',
      advice:
        'Ask Figma to list the client in its MCP catalog. The name of a listed client does get in, but claiming to be another product is no fix.',
      source: thread('github/copilot-cli/issues/4906', '2026-09-18'),
    },
  ],
}
