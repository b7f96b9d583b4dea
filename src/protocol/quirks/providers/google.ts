import { findHeader } from '../../http/exchange.ts'
import {
  answered,
  both,
  broken,
  either,
  headerOf,
  issuerAt,
  refusedWith,
  serverAt,
} from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const GOOGLE: Provider = {
  id: 'google',
  name: 'Google',
  marks: [issuerAt(/^accounts\.google\.com$/), serverAt('googleapis.com')],
  quirks: [
    {
      id: 'Q61',
      rules: ['AUZ-20', 'REF-05'],
      sees: either(both(refusedWith('invalid_scope'), asksOffline()), broken('REF-05')),
      foretold: true,
      does: 'Google refuses offline_access as invalid_scope. It gives a refresh token only for access_type=offline together with prompt=consent, and asks for a client secret even where PKCE is used.',
      advice:
        'Leave offline_access out of the scope, add access_type=offline and prompt=consent as extra authorization parameters, and enter the secret of the client.',
      source: thread('home-assistant/core/issues/180546', '2026-08-28'),
    },
    {
      id: 'Q46',
      rules: ['ASM-14'],
      sees: broken('ASM-14'),
      does: 'Google registers no clients by itself, neither dynamically nor by metadata document.',
      advice:
        'Create an OAuth client in the Google Cloud console under "APIs & Services", with the redirect URI of this page, and enter its client id and secret.',
      source: thread('PrefectHQ/fastmcp/issues/1348', '2025-08-03'),
    },
    {
      id: 'Q07',
      rules: ['CHL-01'],
      sees: answered('tools', (each) => {
        const tool = findHeader(each.exchange.request.headers, 'mcp-name')
        const challenge = headerOf(each, 'www-authenticate') ?? ''
        return tool !== undefined && challenge.includes(`/oauth-protected-resource/${tool}"`)
          ? `The call of ${tool} was answered with ${each.answer.status}, and the challenge names resource metadata of the tool itself.`
          : undefined
      }),
      does: "Google's MCP servers answer initialize and tools/list without a token. The 401 comes with the first tools/call, and its resource metadata is named after the tool.",
      advice:
        'Do not take an answered initialize for "no sign-in needed": call a tool once to see the challenge.',
      source: thread('home-assistant/core/issues/180546', '2026-08-28'),
    },
  ],
}

function asksOffline() {
  return either((record) => {
    const asked = record
      .visits('authorization')
      .find(({ url }) => url.searchParams.get('scope')?.split(' ').includes('offline_access'))
    return asked && { says: '', evidence: [{ exchange: asked.exchange.id, at: { part: 'url' } }] }
  })
}
