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
const BUFFERING = {
  title: 'nginx: proxy_buffering',
  url: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering',
}
const FORWARDED = {
  title: 'nginx: proxy_set_header',
  url: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header',
}
const AT_MCP = 'In the location of the MCP endpoint'
const SERVER = 'In the server block'

/** nginx as the proxy in front of a server, whatever that is made with. */
export const NGINX: Stack = {
  id: 'nginx',
  name: 'nginx in front',
  texts: {
    challenge: challengeTexts,
    'bare-challenge': challengeTexts,
    'resource-metadata': (values) => [conf(SERVER, served(values), RETURN)],
    'server-metadata': (values) => [
      conf('In the server block of the authorization server', served(values), RETURN),
    ],
    cors: () => [conf(AT_MCP, CORS, HEADERS)],
    'metadata-cors': () => [conf('In the location of the metadata', OPEN, HEADERS)],
    'endpoint-cors': () => [conf('In the location of the endpoint', ENDPOINT, HEADERS)],
    unbuffered: () => [conf(AT_MCP, 'proxy_buffering off;', BUFFERING)],
    'public-address': () => [conf('In the location of the server', ADDRESS, FORWARDED)],
    'no-store': () => [conf('In the location of the token endpoint', NO_STORE, HEADERS)],
  },
}

function challengeTexts(values: ValuesOf<'challenge'>): readonly StackText[] {
  return [conf('In the http block', challengeMap(values), MAP), conf(AT_MCP, CHALLENGE, HEADERS)]
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

/** An answer with two of these is refused, so what comes from behind is taken out. What an `if` adds replaces the rest. */
const CORS = [
  'proxy_hide_header Access-Control-Allow-Origin;',
  'proxy_hide_header Access-Control-Expose-Headers;',
  "add_header Access-Control-Allow-Origin '*' always;",
  `add_header Access-Control-Expose-Headers '${EXPOSED_HEADERS.join(', ')}' always;`,
  "if ($request_method = 'OPTIONS') {",
  "    add_header Access-Control-Allow-Origin '*';",
  `    add_header Access-Control-Allow-Methods '${METHODS.join(', ')}';`,
  `    add_header Access-Control-Allow-Headers '${REQUEST_HEADERS.join(', ')}';`,
  `    add_header Access-Control-Max-Age ${MAXIMUM_AGE};`,
  '    return 204;',
  '}',
].join('\n')

const OPEN = [
  'proxy_hide_header Access-Control-Allow-Origin;',
  "add_header Access-Control-Allow-Origin '*' always;",
  "add_header Access-Control-Allow-Headers '*' always;",
  "if ($request_method = 'OPTIONS') { return 204; }",
].join('\n')

const ENDPOINT = [
  'proxy_hide_header Access-Control-Allow-Origin;',
  "add_header Access-Control-Allow-Origin '*' always;",
  "add_header Access-Control-Allow-Headers 'Authorization, Content-Type' always;",
  "if ($request_method = 'OPTIONS') { return 204; }",
].join('\n')

const ADDRESS = [
  'proxy_set_header Host $host;',
  'proxy_set_header X-Forwarded-Host $host;',
  'proxy_set_header X-Forwarded-Proto $scheme;',
].join('\n')

const NO_STORE = [
  'proxy_hide_header Cache-Control;',
  "add_header Cache-Control 'no-store' always;",
].join('\n')

function served({ path, document }: ValuesOf<'resource-metadata'>): string {
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

function conf(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'nginx', source }
}
