import type { ValuesOf } from './change.ts'
import { EXPOSED_HEADERS, MAXIMUM_AGE, METHODS, REQUEST_HEADERS } from './cors-values.ts'
import { inScript, inScriptLines, inScriptList } from './quote.ts'
import type { Stack, StackText } from './stack.ts'

const CORS = {
  title: 'Hono: CORS middleware',
  url: 'https://hono.dev/docs/middleware/builtin/cors',
}
const BEARER = {
  title: 'Hono: bearer auth middleware',
  url: 'https://hono.dev/docs/middleware/builtin/bearer-auth',
}
const MIDDLEWARE = { title: 'Hono: middleware', url: 'https://hono.dev/docs/guides/middleware' }
const FIRST = 'Above your guard and your routes'
const AT_ISSUER = 'In the authorization server, above its routes'

/** Hono, whatever guards the MCP endpoint: its application is called `app`. */
export const HONO: Stack = {
  id: 'hono',
  name: 'Hono',
  texts: {
    challenge: (values) => [script('Above your guard', challenge(values), MIDDLEWARE)],
    'bare-challenge': (values) => [script('Above your guard', challenge(values), MIDDLEWARE)],
    'refused-challenge': (values) => [script('Above your guard', refused(values), MIDDLEWARE)],
    'resource-metadata': (values) => [script(FIRST, served(values), CORS)],
    'server-metadata': (values) => [script(AT_ISSUER, served(values), CORS)],
    cors: (values) => [script(FIRST, cors(values), CORS)],
    'metadata-cors': (values) => [script(FIRST, open(values), CORS)],
    'endpoint-cors': (values) => [script(AT_ISSUER, open(values), CORS)],
    unbuffered: (values) => [
      script(FIRST, header(values.path, 'X-Accel-Buffering', 'no'), MIDDLEWARE),
    ],
    'token-check': (values) => [script('In place of your guard', guard(values), BEARER)],
    'no-store': (values) => [
      script(AT_ISSUER, header(values.path, 'Cache-Control', 'no-store'), MIDDLEWARE),
    ],
  },
}

/** Answers where no token came, and leaves those that came to the guard. */
function challenge({ path, line }: ValuesOf<'challenge'>): string {
  return [
    `app.use(${inScript(path)}, async (context, next) => {`,
    "  const isPreflight = context.req.method === 'OPTIONS'",
    "  if (isPreflight || context.req.header('Authorization')) return await next()",
    `  return context.body(null, 401, { 'WWW-Authenticate': ${inScript(line)} })`,
    '})',
  ].join('\n')
}

function refused({ path, line }: ValuesOf<'refused-challenge'>): string {
  return [
    `app.use(${inScript(path)}, async (context, next) => {`,
    '  await next()',
    "  if (context.res.status !== 401 || !context.req.header('Authorization')) return",
    `  context.res.headers.set('WWW-Authenticate', ${inScript(line)})`,
    '})',
  ].join('\n')
}

function cors({ path }: ValuesOf<'cors'>): string {
  return [
    "import { cors } from 'hono/cors'",
    '',
    `app.use(${inScript(path)}, cors({`,
    "  origin: '*',",
    `  allowMethods: ${inScriptList(METHODS)},`,
    `  allowHeaders: ${inScriptList(REQUEST_HEADERS)},`,
    `  exposeHeaders: ${inScriptList(EXPOSED_HEADERS)},`,
    `  maxAge: ${MAXIMUM_AGE},`,
    '}))',
  ].join('\n')
}

function open({ path }: { readonly path: string }): string {
  return ["import { cors } from 'hono/cors'", '', `app.use(${inScript(path)}, cors())`].join('\n')
}

function served({ path, document }: ValuesOf<'resource-metadata'>): string {
  return [
    open({ path }),
    `app.get(${inScript(path)}, (context) => context.json(${inScriptLines(document, 0)}))`,
  ].join('\n')
}

function header(path: string, name: string, value: string): string {
  return [
    `app.use(${inScript(path)}, async (context, next) => {`,
    '  await next()',
    `  context.res.headers.set('${name}', '${value}')`,
    '})',
  ].join('\n')
}

function guard({ path, issuer, resource, keys }: ValuesOf<'token-check'>): string {
  return [
    "import { bearerAuth } from 'hono/bearer-auth'",
    "import { createRemoteJWKSet, jwtVerify } from 'jose'",
    '',
    `const issuer = ${inScript(issuer)}`,
    `const audience = ${inScript(resource)}`,
    `const keys = createRemoteJWKSet(new URL(${inScript(keys)}))`,
    '',
    `app.use(${inScript(path)}, bearerAuth({`,
    '  verifyToken: (token) =>',
    '    jwtVerify(token, keys, { issuer, audience }).then(() => true, () => false),',
    '}))',
  ].join('\n')
}

function script(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'typescript', source }
}
