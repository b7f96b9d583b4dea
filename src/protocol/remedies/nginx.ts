import type { ValuesOf } from './change.ts'
import { EXPOSED_HEADERS, MAXIMUM_AGE, METHODS, REQUEST_HEADERS } from './cors-values.ts'
import { inNginx, jsonInNginx } from './quote.ts'
import type { Stack, StackText } from './stack.ts'

const HEADERS = {
  title: 'nginx: add_header',
  url: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
}
const MAP = { title: 'nginx: map', url: 'https://nginx.org/en/docs/http/ngx_http_map_module.html' }
const RETURN = {
  title: 'nginx: return',
  url: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
}
const PROXY = {
  title: 'nginx: proxy_buffering',
  url: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering',
}

/** nginx as the proxy in front of a server, whatever that is made with. */
export const NGINX: Stack = {
  id: 'nginx',
  name: 'nginx in front',
  texts: {
    challenge: (values) => [
      { ...conf('In the http block', challengeMap(values)), source: MAP },
      { ...conf('In the location of the MCP endpoint', CHALLENGE), source: HEADERS },
    ],
    'bare-challenge': (values) => [
      { ...conf('In the http block', challengeMap(values)), source: MAP },
      { ...conf('In the location of the MCP endpoint', CHALLENGE), source: HEADERS },
    ],
    'resource-metadata': (values) => [
      { ...conf('In the server block', documentLocation(values)), source: RETURN },
    ],
    cors: () => [{ ...conf('In the location of the MCP endpoint', CORS), source: HEADERS }],
    unbuffered: () => [
      { ...conf('In the location of the MCP endpoint', 'proxy_buffering off;'), source: PROXY },
    ],
  },
}

/** By what the server answered and whether a token came: a 401 without one says nothing about an error. */
function challengeMap({ line }: ValuesOf<'challenge'>): string {
  const refused = line.replace(/^Bearer /, 'Bearer error="invalid_token", ')
  return [
    'map "$upstream_status:$http_authorization" $mcp_challenge {',
    "    default '';",
    `    '401:' ${inNginx(line)};`,
    `    '~^401:' ${inNginx(refused)};`,
    '}',
  ].join('\n')
}

const CHALLENGE = [
  'proxy_hide_header WWW-Authenticate;',
  'add_header WWW-Authenticate $mcp_challenge always;',
].join('\n')

const CORS_HEADERS = [
  "add_header Access-Control-Allow-Origin '*' always;",
  `add_header Access-Control-Expose-Headers '${EXPOSED_HEADERS.join(', ')}' always;`,
]

/** What an `if` has replaces what stands around it, so a preflight's answer repeats the first of them. */
const CORS = [
  'proxy_hide_header Access-Control-Allow-Origin;',
  'proxy_hide_header Access-Control-Expose-Headers;',
  ...CORS_HEADERS,
  "if ($request_method = 'OPTIONS') {",
  "    add_header Access-Control-Allow-Origin '*';",
  `    add_header Access-Control-Allow-Methods '${METHODS.join(', ')}';`,
  `    add_header Access-Control-Allow-Headers '${REQUEST_HEADERS.join(', ')}';`,
  `    add_header Access-Control-Max-Age ${MAXIMUM_AGE};`,
  '    return 204;',
  '}',
].join('\n')

function documentLocation({ path, document }: ValuesOf<'resource-metadata'>): string {
  return [
    `location = ${inNginx(path)} {`,
    '    default_type application/json;',
    "    add_header Access-Control-Allow-Origin '*' always;",
    "    add_header Access-Control-Allow-Headers '*' always;",
    "    if ($request_method = 'OPTIONS') { return 204; }",
    `    return 200 ${jsonInNginx(document)};`,
    '}',
  ].join('\n')
}

function conf(title: string, text: string): Omit<StackText, 'source'> {
  return { title, text, language: 'nginx' }
}
