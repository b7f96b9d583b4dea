import { broken, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const PLANE: Provider = {
  id: 'plane',
  name: 'Plane',
  marks: [serverAt(/^mcp\.plane\.so$/)],
  quirks: [
    {
      id: 'Q49',
      rules: ['AUR-03'],
      sees: broken('AUR-03'),
      does: 'The hosted server registers any redirect URI with 201 and refuses it at the authorization endpoint afterwards: "Redirect URI \'…\' does not match allowed patterns."',
      advice:
        'Use a redirect URI on localhost or 127.0.0.1. On a server of your own, add the pattern to PLANE_OAUTH_ALLOWED_REDIRECT_URIS.',
      source: thread('makeplane/plane-mcp-server/issues/220', '2026-09-17'),
    },
  ],
}
