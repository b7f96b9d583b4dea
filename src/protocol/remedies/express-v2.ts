import type { ValuesOf } from './change.ts'
import { bareText, corsText, documentText, guardText, unbufferedText } from './express-texts.ts'
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

/** Express with the second line of the SDK, `@modelcontextprotocol/express`. */
export const EXPRESS_V2: Stack = {
  id: 'express-v2',
  name: 'Express, MCP SDK v2',
  texts: {
    challenge: (values) => [script('In place of your guard', guard(values), SDK)],
    'refused-challenge': (values) => [script('In place of your guard', guard(values), SDK)],
    'bare-challenge': (values) => [script('Above your guard', bareText(values), EXPRESS)],
    'resource-metadata': (values) => [script(FIRST, documentText(values), CORS)],
    cors: (values) => [script(FIRST, corsText(values), CORS)],
    'allowed-origin': (values) => [
      script('Where the application is made', application(values), CREATE),
    ],
    unbuffered: (values) => [script(FIRST, unbufferedText(values), EXPRESS)],
  },
}

function guard(values: ValuesOf<'challenge'>): string {
  return guardText(values, '@modelcontextprotocol/express')
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
