import type { ValuesOf } from './change.ts'
import { EXPOSED_HEADERS, MAXIMUM_AGE, METHODS, REQUEST_HEADERS } from './cors-values.ts'
import { inRoute, inScript, inScriptLines, inScriptList } from './quote.ts'

// What both lines of the SDK have in common: an Express application called `app`.

/** The page's preflight never carries a token, so this has to come before the guard. */
export function corsText({ path }: ValuesOf<'cors'>): string {
  return [
    "import cors from 'cors'",
    '',
    `app.use(${inRoute(path)}, cors({`,
    "  origin: '*',",
    `  methods: ${inScriptList(METHODS)},`,
    `  allowedHeaders: ${inScriptList(REQUEST_HEADERS)},`,
    `  exposedHeaders: ${inScriptList(EXPOSED_HEADERS)},`,
    `  maxAge: ${MAXIMUM_AGE},`,
    '}))',
  ].join('\n')
}

/** The guard of the SDK, imported from where its line has it. */
export function guardText({ path, metadata, scopes }: ValuesOf<'challenge'>, from: string): string {
  return [
    `import { requireBearerAuth } from '${from}'`,
    '',
    `app.use(${inRoute(path)}, requireBearerAuth({`,
    '  verifier, // your own: it checks the token',
    ...(scopes.length > 0 ? [`  requiredScopes: ${inScriptList(scopes)},`] : []),
    `  resourceMetadataUrl: ${inScript(metadata)},`,
    '}))',
  ].join('\n')
}

/** The SDK's guard names an error even where no token came; this answers before it. */
export function bareText({ path, line }: ValuesOf<'bare-challenge'>): string {
  return [
    `app.use(${inRoute(path)}, (request, response, next) => {`,
    "  if (request.method === 'OPTIONS' || request.headers.authorization) return next()",
    `  response.set('WWW-Authenticate', ${inScript(line)})`,
    '  response.status(401).end()',
    '})',
  ].join('\n')
}

/** A route that answers with the document, to pages too. */
export function documentText({ path, document }: ValuesOf<'resource-metadata'>): string {
  return [
    "import cors from 'cors'",
    '',
    `app.use(${inRoute(path)}, cors(), (request, response) => {`,
    `  response.json(${inScriptLines(document, 2)})`,
    '})',
  ].join('\n')
}

/** A header that tells a proxy to pass events on as they come. */
export function unbufferedText({ path }: ValuesOf<'unbuffered'>): string {
  return [
    `app.use(${inRoute(path)}, (request, response, next) => {`,
    "  response.set('X-Accel-Buffering', 'no')",
    '  next()',
    '})',
  ].join('\n')
}
