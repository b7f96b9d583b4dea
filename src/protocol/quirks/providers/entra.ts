import { broken, either, issuerAt, issuerSays, issuerWrote } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

const HOSTS =
  /^(login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|windows\.net)|sts\.windows\.net|[\w-]+\.ciamlogin\.com)$/

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export const ENTRA: Provider = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  marks: [issuerAt(HOSTS), issuerSays('tenant_region_scope', /^/), issuerWrote(/AADSTS\d{5,8}/)],
  quirks: [
    {
      id: 'Q56',
      rules: ['RES-05', 'AUZ-20'],
      sees: issuerWrote(/AADSTS9010010[^"]*/),
      foretold: true,
      does: 'Entra refuses with AADSTS9010010 when resource does not fit the scopes. Its own v2 scopes carry the resource in front, as in api://<app>/tools.read, and the URL of the MCP server is unknown to it.',
      advice:
        'Give the app registration the URL of the MCP server as an Application ID URI and write the scopes with it. Where that cannot be, the client has to leave resource out of all three requests.',
      source: thread('punkpeye/mcp-remote/issues/217', '2026-01-26'),
    },
    {
      id: 'Q57',
      rules: ['AUZ-20', 'SCO-12'],
      sees: issuerWrote(/AADSTS650053[^"]*/),
      does: 'Entra takes a scope without a resource in front for one of Microsoft Graph (00000003-0000-0000-c000-000000000000), which has no such scope.',
      advice: 'Name the scope in full, api://<app>/tools.read, in challenge and resource metadata.',
      source: thread('anthropics/claude-code/issues/73460', '2026-08-25'),
    },
    {
      id: 'Q37',
      rules: ['ASM-09'],
      sees: broken('ASM-09'),
      does: 'The metadata of Entra lacks code_challenge_methods_supported, although S256 works. A client that follows MCP has to stop here.',
      advice:
        'Nothing in the tenant can add the member. Let the resource metadata name an issuer of yours whose metadata repeats the endpoints of Entra and adds the member; to see the rest now, go on past the rule.',
      source: thread('anthropics/claude-ai-mcp/issues/786', '2026-08-10'),
    },
    {
      id: 'Q36',
      rules: ['ASM-03'],
      sees: broken('ASM-03', ({ compare }) =>
        compare.some(({ value }) =>
          /\/(common|organizations|consumers|\{tenantid\})\//.test(value),
        ),
      ),
      does: 'The addresses /common/ and /organizations/ belong to no tenant: their metadata has the issuer https://login.microsoftonline.com/{tenantid}/v2.0, braces and all. That of /consumers/ names the tenant of personal accounts.',
      advice:
        "Name the tenant's own issuer in authorization_servers: https://login.microsoftonline.com/<tenant id>/v2.0.",
      source: thread('thesaadmirza/django-bastion/issues/38', '2026-08-21'),
    },
    {
      id: 'Q46',
      rules: ['ASM-14'],
      sees: broken('ASM-14'),
      does: 'Entra registers no clients by itself, neither dynamically nor by metadata document.',
      advice:
        'Register an app in the Entra admin center with the redirect URI of this page as platform "Single-page application", and enter its client id.',
      source: thread('microsoft/azure-devops-mcp/issues/1511', '2026-08-12'),
    },
    {
      id: 'Q20',
      rules: ['TOK-20', 'TOK-02', 'TOK-04', 'CORS-09'],
      sees: issuerWrote(/AADSTS900232[67][^"]*/),
      does: 'Entra redeems a code from a page only if the redirect URI is registered as a single-page application (else AADSTS9002326), and from no other client then (AADSTS9002327).',
      advice:
        'Register the redirect URI of a page under "Single-page application" and that of a server or desktop client under "Web" or "Mobile and desktop".',
      source: thread('Softeria/ms-365-mcp-server/issues/413', '2026-04-23'),
    },
    {
      id: 'Q79',
      rules: ['AUD-02', 'USE-05'],
      sees: either(
        broken('AUD-02', ({ compare }) => compare.some(({ value }) => GUID.test(value))),
        broken('AUD-02', ({ says }) => /its audience is "[\da-f]{8}-/.test(says)),
      ),
      does: 'Tokens of version 2 carry the client id of the API app as their audience, a GUID, and not the resource that was asked for.',
      advice:
        'Let the MCP server accept that GUID as its audience too, or set requestedAccessTokenVersion and the Application ID URI so that both are the same.',
      source: thread('modelcontextprotocol/csharp-sdk/pull/1801', '2026-09-22'),
    },
  ],
}
