import type { ValuesOf } from './change.ts'
import * as express from './express-texts.ts'
import { inScriptList } from './quote.ts'
import type { Stack, StackText } from './stack.ts'

const SDK = {
  title: 'MCP TypeScript SDK: require authorization',
  url: 'https://github.com/modelcontextprotocol/typescript-sdk/blob/main/docs/serving/authorization.md',
}
const CREATE = {
  title: '@modelcontextprotocol/express',
  url: 'https://www.npmjs.com/package/@modelcontextprotocol/express',
}
const CORS = {
  title: 'Express: cors middleware',
  url: 'https://expressjs.com/en/resources/middleware/cors.html',
}
const EXPRESS = { title: 'Express: app.use', url: 'https://expressjs.com/en/5x/api.html#app.use' }
const FIRST = 'Above your guard and your routes'
const ABOVE = 'Above your guard'
const INSTEAD = 'In place of your guard'
const MADE = 'Where the application is made'

/** Express with the second line of the SDK, `@modelcontextprotocol/express`. It is no authorization server. */
export const EXPRESS_V2: Stack = {
  id: 'express-v2',
  name: 'Express, MCP SDK v2',
  texts: {
    challenge: (values) => [script(INSTEAD, guard(values), SDK)],
    'refused-challenge': (values) => [script(INSTEAD, guard(values), SDK)],
    'bare-challenge': (values) => [script(ABOVE, express.bareText(values), EXPRESS)],
    'resource-metadata': (values) => [script(FIRST, express.documentText(values), CORS)],
    cors: (values) => [script(FIRST, express.corsText(values), CORS)],
    'metadata-cors': (values) => [script(FIRST, express.metadataCorsText(values), CORS)],
    'allowed-origin': (values) => [script(MADE, application(values), CREATE)],
    unbuffered: (values) => [script(ABOVE, express.unbufferedText(values), EXPRESS)],
    'token-check': (values) => [script(ABOVE, express.verifierText(values, REFUSAL), SDK)],
  },
}

const REFUSAL: express.Refusal = {
  imported: "import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server'",
  made: 'new OAuthError(OAuthErrorCode.InvalidToken, String(error))',
}

function guard(values: ValuesOf<'challenge'>): string {
  return express.guardText(values, '@modelcontextprotocol/express')
}

/** The list replaces the one for loopback addresses, so these stay in it. It has host names alone. */
function application({ host }: ValuesOf<'allowed-origin'>): string {
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', host])
  return [
    "import { createMcpExpressApp } from '@modelcontextprotocol/express'",
    '',
    `const app = createMcpExpressApp({ allowedOrigins: ${inScriptList([...hosts])} })`,
  ].join('\n')
}

function script(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'typescript', source }
}
