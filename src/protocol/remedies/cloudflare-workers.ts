import type { ValuesOf } from './change.ts'
import { EXPOSED_HEADERS, MAXIMUM_AGE, METHODS, REQUEST_HEADERS } from './cors-values.ts'
import { inScript, inScriptLines } from './quote.ts'
import type { Stack, StackText } from './stack.ts'

const FETCH = {
  title: 'Cloudflare Workers: fetch handler',
  url: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/',
}
const PROVIDER = {
  title: 'workers-oauth-provider',
  url: 'https://github.com/cloudflare/workers-oauth-provider#one-worker-oauthprovider',
}
const AROUND = 'In place of your export; `worker` is what you exported'

/** A Worker: a text here stands around what is exported now, be it a handler or an OAuthProvider. */
export const CLOUDFLARE_WORKERS: Stack = {
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  texts: {
    challenge: (values) => [script(AROUND, challenge(values), FETCH)],
    'bare-challenge': (values) => [script(AROUND, challenge(values), FETCH)],
    'resource-metadata': (values) => [
      script(AROUND, served(values), FETCH),
      script('With OAuthProvider: among its options', option(values), PROVIDER),
    ],
    'server-metadata': (values) => [script(AROUND, served(values), FETCH)],
    cors: (values) => [script(AROUND, cors(values), FETCH)],
    registration: () => [script('Among the options of OAuthProvider', REGISTRATION, PROVIDER)],
  },
}

const REGISTRATION = [
  'clientIdMetadataDocumentEnabled: true,',
  "clientRegistrationEndpoint: '/register',",
].join('\n')

function challenge({ path, line }: ValuesOf<'challenge'>): string {
  return around(
    `    const isOurs = new URL(request.url).pathname === ${inScript(path)}`,
    "    const isAsked = request.method === 'OPTIONS' || request.headers.has('Authorization')",
    '    if (!isOurs || isAsked) return worker.fetch(request, env, context)',
    `    const headers = { 'WWW-Authenticate': ${inScript(line)} }`,
    '    return new Response(null, { status: 401, headers })',
  )
}

function served({ path, document }: ValuesOf<'resource-metadata'>): string {
  return around(
    `    const isOurs = new URL(request.url).pathname === ${inScript(path)}`,
    '    if (!isOurs) return worker.fetch(request, env, context)',
    "    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }",
    "    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })",
    `    return Response.json(${inScriptLines(document, 4)}, { headers })`,
  )
}

function option({ document }: ValuesOf<'resource-metadata'>): string {
  return `resourceMetadata: ${inScriptLines(document, 0)},`
}

function cors({ path }: ValuesOf<'cors'>): string {
  return around(
    `    const isOurs = new URL(request.url).pathname === ${inScript(path)}`,
    '    if (!isOurs) return worker.fetch(request, env, context)',
    "    const isPreflight = request.method === 'OPTIONS'",
    '    const answer = isPreflight',
    '      ? new Response(null, { status: 204 })',
    '      : await worker.fetch(request, env, context)',
    '    const headers = new Headers(answer.headers)',
    "    headers.set('Access-Control-Allow-Origin', '*')",
    `    headers.set('Access-Control-Allow-Methods', '${METHODS.join(', ')}')`,
    `    headers.set('Access-Control-Allow-Headers', '${REQUEST_HEADERS.join(', ')}')`,
    `    headers.set('Access-Control-Expose-Headers', '${EXPOSED_HEADERS.join(', ')}')`,
    `    headers.set('Access-Control-Max-Age', '${MAXIMUM_AGE}')`,
    '    return new Response(answer.body, { status: answer.status, headers })',
  )
}

function around(...lines: readonly string[]): string {
  return ['export default {', '  async fetch(request, env, context) {', ...lines, '  },', '}'].join(
    '\n',
  )
}

function script(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'typescript', source }
}
