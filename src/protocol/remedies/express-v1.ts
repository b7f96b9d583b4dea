import type { ValuesOf } from './change.ts'
import { bareText, corsText, documentText, guardText, unbufferedText } from './express-texts.ts'
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

/** Express with the first line of the SDK, `@modelcontextprotocol/sdk`. */
export const EXPRESS_V1: Stack = {
  id: 'express-v1',
  name: 'Express, MCP SDK v1',
  texts: {
    challenge: (values) => [script('In place of your guard', guard(values), SDK)],
    'refused-challenge': (values) => [script('In place of your guard', guard(values), SDK)],
    'bare-challenge': (values) => [script('Above your guard', bareText(values), EXPRESS)],
    'resource-metadata': (values) => [script(FIRST, documentText(values), CORS)],
    cors: (values) => [script(FIRST, corsText(values), CORS)],
    unbuffered: (values) => [script(FIRST, unbufferedText(values), EXPRESS)],
  },
}

function guard(values: ValuesOf<'challenge'>): string {
  return guardText(values, '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js')
}

function script(title: string, text: string, source: StackText['source']): StackText {
  return { title, text, language: 'typescript', source }
}
