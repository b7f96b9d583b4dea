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

/** Any page may read what is public. */
export function metadataCorsText({ path }: ValuesOf<'metadata-cors'>): string {
  return ["import cors from 'cors'", '', `app.use(${inRoute(path)}, cors())`].join('\n')
}

/** The guard of the SDK, imported from where its line has it. */
export function guardText({ path, metadata, scopes }: ValuesOf<'challenge'>, from: string): string {
  return [
    `import { requireBearerAuth } from '${from}'`,
    '',
    `app.use(${inRoute(path)}, requireBearerAuth({`,
    '  verifier, // your own: it checks the token',
    ...(scopes.length > 0
      ? [`  requiredScopes: ${inScriptList(scopes)}, // what every request needs`]
      : []),
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

/** The error class of a line of the SDK, and how it is made. The guard answers 401 to this one, and 500 to others. */
export type Refusal = { readonly imported: string; readonly made: string }

/** A verifier of JWTs, which refuses tokens of another issuer or for another resource. */
export function verifierText(values: ValuesOf<'token-check'>, refusal: Refusal): string {
  return [
    "import { createRemoteJWKSet, jwtVerify } from 'jose'",
    refusal.imported,
    '',
    `const issuer = ${inScript(values.issuer)}`,
    `const audience = ${inScript(values.resource)}`,
    `const keys = createRemoteJWKSet(new URL(${inScript(values.keys)}))`,
    '',
    'const verifier = {',
    '  async verifyAccessToken(token) {',
    '    const { payload } = await jwtVerify(token, keys, { issuer, audience }).catch((error) => {',
    `      throw ${refusal.made}`,
    '    })',
    '    return {',
    '      token,',
    "      clientId: String(payload.client_id ?? payload.azp ?? ''),",
    "      scopes: String(payload.scope ?? payload.scp ?? '').split(' '),",
    '      expiresAt: payload.exp,',
    '      resource: new URL(audience),',
    '    }',
    '  },',
    '}',
  ].join('\n')
}

/** Nobody between client and server may keep a token. */
export function noStoreText({ path }: ValuesOf<'no-store'>): string {
  return [
    `app.use(${inRoute(path)}, (request, response, next) => {`,
    "  response.set('Cache-Control', 'no-store')",
    '  next()',
    '})',
  ].join('\n')
}
