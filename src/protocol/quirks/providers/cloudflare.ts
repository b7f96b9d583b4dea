import { broken, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const CLOUDFLARE: Provider = {
  id: 'cloudflare',
  name: 'Cloudflare',
  marks: [serverAt('mcp.cloudflare.com')],
  quirks: [
    {
      id: 'Q64',
      rules: ['ISS-04'],
      sees: broken('ISS-04'),
      does: 'The MCP servers of Cloudflare promised iss in their metadata and sent none with the callback in August 2026; Codex refused it.',
      advice:
        'Only the owner can mend it, by sending iss or by dropping authorization_response_iss_parameter_supported. Look first whether something between strips iss: client relays often forward code and state alone.',
      source: thread('cloudflare/mcp-server-cloudflare/issues/449', '2026-08-12'),
    },
  ],
}
