import { describe, expect, test } from 'vitest'
import { CHALLENGE, METADATA, TOKENS, textsOf } from './build-scene.ts'
import { HONO } from './hono.ts'

describe('Hono', () => {
  test('answers with the challenge where no token came', () => {
    expect(Object.values(textsOf(HONO, 'challenge', CHALLENGE))).toEqual([
      [
        `app.use('/mcp', async (context, next) => {`,
        "  const isPreflight = context.req.method === 'OPTIONS'",
        "  if (isPreflight || context.req.header('Authorization')) return await next()",
        `  return context.body(null, 401, { 'WWW-Authenticate': '${CHALLENGE.line}' })`,
        '})',
      ].join('\n'),
    ])
  })

  test('serves the document to pages too', () => {
    const [text] = Object.values(textsOf(HONO, 'resource-metadata', METADATA))
    expect(text).toContain(`app.use('/.well-known/oauth-protected-resource/mcp', cors())`)
    expect(text).toContain('(context) => context.json({')
  })

  test('takes tokens of the issuer for the resource alone', () => {
    const [text] = Object.values(textsOf(HONO, 'token-check', TOKENS))
    expect(text).toContain(`const issuer = 'https://as.example'`)
    expect(text).toContain(`const audience = 'https://mcp.example/mcp'`)
  })
})
