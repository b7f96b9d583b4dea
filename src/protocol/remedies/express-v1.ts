import type { ValuesOf } from './change.ts'
import * as express from './express-texts.ts'
import { inScript } from './quote.ts'
import type { Stack, StackText } from './stack.ts'

const SDK = {
  title: 'MCP TypeScript SDK, v1.x',
  url: 'https://github.com/modelcontextprotocol/typescript-sdk/tree/v1.x/src/server/auth',
}
const CORS = {
  title: 'Express: cors middleware',
  url: 'https://expressjs.com/en/resources/middleware/cors.html',
}
const EXPRESS = { title: 'Express: app.use', url: 'https://expressjs.com/en/5x/api.html#app.use' }
const FIRST = 'Above your guard and your routes'
const ABOVE = 'Above your guard'
const INSTEAD = 'In place of your guard'
const AT_ISSUER = 'In the authorization server, above its routes'

/** Express with the first line of the SDK, `@modelcontextprotocol/sdk`. */
export const EXPRESS_V1: Stack = {
  id: 'express-v1',
  name: 'Express, MCP SDK v1',
  texts: {
    challenge: (values) => [script(INSTEAD, guard(values), SDK)],
    'refused-challenge': (values) => [script(INSTEAD, guard(values), SDK)],
    'bare-challenge': (values) => [script(ABOVE, express.bareText(values), EXPRESS)],
    'resource-metadata': (values) => [script(FIRST, express.documentText(values), CORS)],
    'server-metadata': (values) => [script(AT_ISSUER, express.documentText(values), CORS)],
    cors: (values) => [script(FIRST, express.corsText(values), CORS)],
    'metadata-cors': (values) => [script(FIRST, express.metadataCorsText(values), CORS)],
    'endpoint-cors': (values) => [script(AT_ISSUER, express.metadataCorsText(values), CORS)],
    unbuffered: (values) => [script(ABOVE, express.unbufferedText(values), EXPRESS)],
    'token-check': (values) => [script(ABOVE, express.verifierText(values, REFUSAL), SDK)],
    'public-address': (values) => [script('In the authorization server', router(values), SDK)],
    'no-store': (values) => [script(AT_ISSUER, express.noStoreText(values), EXPRESS)],
  },
}

const REFUSAL: express.Refusal = {
  imported: "import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js'",
  made: 'new InvalidTokenError(String(error))',
}

function guard(values: ValuesOf<'challenge'>): string {
  return express.guardText(values, '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js')
}

/** All its endpoints are made of this address. */
function router({ host }: ValuesOf<'public-address'>): string {
  return [
    "import { mcpAuthRouter } from '@modelcontextprotocol/sdk/server/auth/router.js'",
    '',
    'app.use(mcpAuthRouter({',
    '  provider, // your own',
    `  issuerUrl: new URL(${inScript(`https://${host}`)}),`,
    '}))',
  ].join('\n')
}

function script(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'typescript', source }
}
