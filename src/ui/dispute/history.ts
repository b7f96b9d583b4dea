/** A text with the places that bear it out. */
export type Told = { readonly text: string; readonly sources: readonly Source[] }

/** A place that can be read, and its day as far as it is known. */
export type Source = { readonly title: string; readonly url: string; readonly day: string }

/** What a revision asked, of whom. */
export type Demands = {
  readonly revision: string
  readonly client: string
  readonly server: string
  readonly scopes: string
  readonly url: string
}

/** A sentence that was said in the dispute, and what is to be made of it. */
export type Claim = Told & {
  readonly claim: string
  readonly verdict: 'right' | 'wrong' | 'partly'
}

const mcp = (revision: string): string =>
  `https://modelcontextprotocol.io/specification/${revision}/basic/authorization`

const THREAD: Source = {
  title: 'OpenAI developer community, “New MCP connector does not follow MCP authorization spec”',
  url: 'https://community.openai.com/t/new-mcp-connector-does-not-follow-mcp-authorization-spec/1358992',
  day: '2025-09',
}
const LOG: Source = {
  title: 'PrefectHQ/fastmcp issue 1794, log of a server',
  url: 'https://github.com/PrefectHQ/fastmcp/issues/1794',
  day: '2025-09-09',
}
const RECONNECT: Source = {
  title: 'OpenAI developer community, “OAuth missing scopes after reconnect”',
  url: 'https://community.openai.com/t/oauth-missing-scopes-after-reconnect/1366784',
  day: '2025-11',
}
const DOCS_2025: Source = {
  title: 'OpenAI, Apps SDK, Authentication (early copy)',
  url: 'https://developers.openai.com/apps-sdk/build/auth',
  day: '2025-11',
}
const DOCS_2026: Source = {
  title: 'OpenAI, plugins, Authentication',
  url: 'https://developers.openai.com/plugins/build/auth',
  day: 'undated, cites 2026-07-28',
}
const STILL_ASKED: Source = {
  title: 'adcontextprotocol/adcp pull request 1081',
  url: 'https://github.com/adcontextprotocol/adcp/pull/1081',
  day: '2026-02-16',
}
const rfc = (number: number, section: string, day: string): Source => ({
  title: `RFC ${number} section ${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  day,
})
const revision = (name: string): Source => ({
  title: `MCP ${name}, Authorization`,
  url: mcp(name),
  day: name,
})

export const HAPPENED: readonly Told[] = [
  {
    text: 'In September 2025 ChatGPT’s connectors asked the MCP server itself for authorization server metadata: HEAD and then GET /.well-known/oauth-authorization-server, and GET /.well-known/openid-configuration. Nobody saw them follow WWW-Authenticate to the resource metadata. A server whose issuer lives elsewhere answered 404, and ChatGPT said no more than that it could not connect.',
    sources: [THREAD],
  },
  {
    text: 'A log of those days shows the rest: registration, then an authorization request with PKCE and an empty scope=, which that server refused with invalid_scope.',
    sources: [LOG],
  },
]

export const DEMANDS: readonly Demands[] = [
  {
    revision: '2025-03-26',
    client: 'Looks for the metadata at the origin of the MCP server, else takes its default paths.',
    server: 'Is the authorization server itself, or fronts one on its own origin.',
    scopes: 'No rule.',
    url: mcp('2025-03-26'),
  },
  {
    revision: '2025-06-18',
    client:
      'Must find the issuer through the resource metadata, and be able to read the challenge.',
    server:
      'Must publish resource metadata and name it in WWW-Authenticate. The issuer must publish its own metadata.',
    scopes: 'No rule.',
    url: mcp('2025-06-18'),
  },
  {
    revision: '2025-11-25',
    client:
      'Must take both ways: the pointer of the challenge first, then the well-known addresses.',
    server: 'Must offer at least one of the two ways. It should name scopes in the challenge.',
    scopes: 'Should be those of the challenge, else those of the resource metadata, else none.',
    url: mcp('2025-11-25'),
  },
  {
    revision: '2026-07-28',
    client: 'The same; must drop metadata whose issuer is not the one that was named.',
    server: 'The same.',
    scopes: 'The same.',
    url: mcp('2026-07-28'),
  },
]

export const CLAIMS: readonly Claim[] = [
  {
    claim: 'The connector does not follow the specification.',
    verdict: 'right',
    text: 'The revision of the time was 2025-06-18. By it a client finds the issuer through the resource metadata. To ask the MCP origin instead was the rule of 2025-03-26, and had been given up when the MCP server and its issuer became two roles.',
    sources: [revision('2025-06-18'), revision('2025-03-26')],
  },
  {
    claim: 'It may fetch metadata by any means; the 401 is a convenience.',
    verdict: 'partly',
    text: 'A client may fetch the resource metadata at its well-known address without a 401 first: RFC 9728 has both ways, and 2025-11-25 then said so for MCP. But what was fetched was authorization server metadata, from an origin that is not the issuer. RFC 8414 puts that document at the issuer. The section that the argument names, 2.1 of RFC 9728, is about names for people to read.',
    sources: [
      THREAD,
      rfc(9728, '3.1', '2025-04'),
      rfc(8414, '3', '2018-06'),
      revision('2025-11-25'),
    ],
  },
  {
    claim: 'An MCP server must repeat the metadata of its issuer.',
    verdict: 'wrong',
    text: 'No revision since 2025-06-18 asks for it. It helps a client that looks there, and is needed for nothing else: the first row is a server without fault.',
    sources: [revision('2025-06-18')],
  },
  {
    claim: 'It is enough to serve the metadata on the MCP origin.',
    verdict: 'wrong',
    text: 'A client that follows the resource metadata asks the issuer, and finds nothing there. The second row lets in who looks on the MCP origin, and keeps out the clients that do as the specification says.',
    sources: [revision('2025-06-18'), rfc(8414, '3', '2018-06')],
  },
  {
    claim: 'A client that asks for no scope is broken.',
    verdict: 'partly',
    text: 'Not by the rules of the time: MCP said nothing about the first choice of scopes until 2025-11-25. OAuth lets the issuer choose: a default, or invalid_scope. A scope parameter without a value counts as left out. So both sides kept to the text, and no token came of it. Since 2025-11-25 a client that passes over the scope of the challenge goes against a should.',
    sources: [
      LOG,
      rfc(6749, '3.3', '2012-10'),
      rfc(6749, '3.1', '2012-10'),
      revision('2025-11-25'),
    ],
  },
]

export const SINCE: readonly Told[] = [
  {
    text: 'By November 2025 the documentation named resource metadata at its well-known address or by WWW-Authenticate. Scopes were asked for at the first connection, and left out when somebody connected again. On which day scopes began to come from the challenge, and in which order that client asked, no source tells: there the third column does what the specification does.',
    sources: [DOCS_2025, RECONNECT],
  },
  {
    text: 'Today’s documentation asks for resource metadata, an issuer that is the very string listed there, and S256; scopes come from the challenge and the resource metadata. Requests on the MCP origin were still reported in February 2026, which is why the fourth column gets into the second row.',
    sources: [DOCS_2026, STILL_ASKED],
  },
]

export const TODAY: readonly string[] = [
  'Answer a POST without a token with 401 and WWW-Authenticate: Bearer resource_metadata="…", scope="…".',
  'Serve the resource metadata at the address with the path of the endpoint, and at the root too. Its resource is the URL that people type.',
  'Let the issuer serve its own metadata: issuer is the very string in authorization_servers, and code_challenge_methods_supported lists S256.',
  'List in scopes_supported what basic use needs, for clients that do not read the challenge.',
  'If clients of 2025 matter, repeat the issuer’s metadata at /.well-known/oauth-authorization-server of the MCP origin, for GET and HEAD, unchanged. Clients of today do not need it.',
  'Walk your server as each of the four, and look at the Clients tab for the others.',
]
