import { answered, broken, brokenBy, headerSays, issuerAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const OKTA: Provider = {
  id: 'okta',
  name: 'Okta',
  marks: [issuerAt(/\.(okta|oktapreview|okta-emea)\.com$/), headerSays('x-okta-request-id')],
  quirks: [
    {
      id: 'Q41',
      rules: ['ASM-01', 'ASM-03'],
      sees: answered('server-metadata', ({ exchange: { request }, answer }) =>
        answer.status === 200 && /\/oauth2\/[^/]+\/\.well-known\//.test(request.url)
          ? `The metadata was found at ${request.url}, behind the path of the issuer.`
          : undefined,
      ),
      does: 'Okta serves the metadata of a custom authorization server, https://org.okta.com/oauth2/<id>, behind its path only. At the root lies the server of the whole organization, whose tokens an API cannot check.',
      advice:
        'Name the issuer with its path in authorization_servers. Clients that look at the root alone get the wrong server: serve metadata on your own host for them.',
      source: thread('agentgateway/agentgateway/pull/1831', '2026-05-15'),
    },
    {
      id: 'Q47',
      rules: ['DCR-20', 'DCR-06', 'DCR-04'],
      sees: brokenBy('DCR-20', ({ answer }) => answer.status === 401 || answer.status === 403),
      does: 'Okta advertises a registration endpoint that answers only to an API token of an administrator.',
      advice:
        'Register an app by hand in the Okta admin console and enter its client id; no MCP client can bring that token.',
      source: thread('envoyproxy/ai-gateway/issues/2074', '2026-04-21'),
    },
    {
      id: 'Q18',
      rules: ['CORS-09'],
      sees: broken('CORS-09', ({ says }) => says.includes('egistration')),
      does: 'The registration endpoint of Okta sends no CORS headers, so that a page cannot read its answer, though a native client can.',
      advice:
        'Register an app by hand and enter its client id, add this page under "Trusted Origins", or go through the relay.',
      source: thread('modelcontextprotocol/inspector/issues/571', '2025-06-28'),
    },
  ],
}
