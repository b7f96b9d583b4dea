import type { ValuesOf } from './change.ts'
import { EXPOSED_HEADERS, METHODS, REQUEST_HEADERS } from './cors-values.ts'
import { inPython, inPythonLines } from './quote.ts'
import type { Stack, StackText } from './stack.ts'

const REMOTE = {
  title: 'FastMCP: Remote OAuth',
  url: 'https://gofastmcp.com/servers/auth/remote-oauth',
}
const VERIFY = {
  title: 'FastMCP: token verification',
  url: 'https://gofastmcp.com/servers/auth/token-verification',
}
const HTTP = { title: 'FastMCP: HTTP deployment', url: 'https://gofastmcp.com/deployment/http' }
const PROXY = {
  title: 'FastMCP: OAuth Proxy',
  url: 'https://gofastmcp.com/servers/auth/oauth-proxy',
}
const AUTH = 'Where the server is made'
const APP = 'Where the application is made'

/** FastMCP for Python, version 2.11 or later. */
export const FASTMCP: Stack = {
  id: 'fastmcp',
  name: 'FastMCP (Python)',
  texts: {
    challenge: (values) => [script(AUTH, remoteAuth(values), REMOTE)],
    'refused-challenge': (values) => [script(AUTH, remoteAuth(values), REMOTE)],
    'resource-metadata': (values) => [script('Beside the tools', route(values), HTTP)],
    'server-metadata': (values) => [script('Beside the tools', route(values), HTTP)],
    cors: () => [script(APP, CORS, HTTP)],
    'allowed-origin': (values) => [script(APP, origins(values), HTTP)],
    'token-check': (values) => [script(AUTH, verifier(values), VERIFY)],
    registration: () => [script(AUTH, OAUTH_PROXY, PROXY)],
  },
}

/** The provider sends the challenge, and writes the resource metadata. */
function remoteAuth({ metadata, issuers, scopes }: ValuesOf<'challenge'>): string {
  return [
    'from fastmcp import FastMCP',
    'from fastmcp.server.auth import RemoteAuthProvider',
    'from pydantic import AnyHttpUrl',
    '',
    'auth = RemoteAuthProvider(',
    '    token_verifier=verifier,  # your own: it checks the token',
    `    authorization_servers=[${issuers.map((each) => `AnyHttpUrl(${inPython(each)})`).join(', ')}],`,
    `    base_url=${inPython(new URL(metadata).origin)},`,
    ...(scopes.length > 0 ? [`    scopes_supported=${inPython(scopes)},`] : []),
    ')',
    'mcp = FastMCP("Your server", auth=auth)',
  ].join('\n')
}

/** Routes of one's own need no token. */
function route({ path, document }: ValuesOf<'resource-metadata'>): string {
  return [
    'from starlette.responses import JSONResponse',
    '',
    `@mcp.custom_route(${inPython(path)}, methods=["GET"])`,
    'async def metadata(request):',
    `    document = ${inPythonLines(document, 4)}`,
    '    return JSONResponse(document, headers={"Access-Control-Allow-Origin": "*"})',
  ].join('\n')
}

const CORS = [
  'from starlette.middleware import Middleware',
  'from starlette.middleware.cors import CORSMiddleware',
  '',
  'cors = Middleware(',
  '    CORSMiddleware,',
  '    allow_origins=["*"],',
  `    allow_methods=${inPython(METHODS)},`,
  `    allow_headers=${inPython(REQUEST_HEADERS)},`,
  `    expose_headers=${inPython(EXPOSED_HEADERS)},`,
  ')',
  'app = mcp.http_app(middleware=[cors])',
].join('\n')

function origins({ origin }: ValuesOf<'allowed-origin'>): string {
  return `app = mcp.http_app(host_origin_protection=True, allowed_origins=${inPython([origin])})`
}

function verifier({ issuer, resource, keys }: ValuesOf<'token-check'>): string {
  return [
    'from fastmcp.server.auth.providers.jwt import JWTVerifier',
    '',
    'verifier = JWTVerifier(',
    `    jwks_uri=${inPython(keys)},`,
    `    issuer=${inPython(issuer)},`,
    `    audience=${inPython(resource)},`,
    ')',
  ].join('\n')
}

/** It registers clients itself where the authorization server does not. The secret stays in the environment. */
const OAUTH_PROXY = [
  'import os',
  'from fastmcp.server.auth import OAuthProxy',
  '',
  'auth = OAuthProxy(',
  '    upstream_authorization_endpoint="https://<authorization endpoint>",',
  '    upstream_token_endpoint="https://<token endpoint>",',
  '    upstream_client_id=os.environ["UPSTREAM_CLIENT_ID"],',
  '    upstream_client_secret=os.environ["UPSTREAM_CLIENT_SECRET"],',
  '    token_verifier=verifier,  # your own: it checks the token',
  '    base_url="https://<your server>",',
  ')',
].join('\n')

function script(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'python', source }
}
