import { describe, expect, test } from 'vitest'
import { CHALLENGE, METADATA, textsOf } from './build-scene.ts'
import { EXPRESS_V1 } from './express-v1.ts'

describe('Express with the first line of the SDK', () => {
  test('names metadata and scopes in its guard', () => {
    expect(textsOf(EXPRESS_V1, 'challenge', CHALLENGE)['In place of your guard']).toBe(
      [
        "import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js'",
        '',
        `app.use('/mcp', requireBearerAuth({`,
        '  verifier, // your own: it checks the token',
        `  requiredScopes: ['read'], // what every request needs`,
        `  resourceMetadataUrl: 'https://mcp.example/.well-known/oauth-protected-resource/mcp',`,
        '}))',
      ].join('\n'),
    )
  })

  test('asks for no scopes where the run has none', () => {
    const [text] = Object.values(textsOf(EXPRESS_V1, 'challenge', { ...CHALLENGE, scopes: [] }))
    expect(text).not.toContain('requiredScopes')
  })

  test('serves the document to pages too', () => {
    const [text] = Object.values(textsOf(EXPRESS_V1, 'resource-metadata', METADATA))
    expect(text).toContain(`app.use('/.well-known/oauth-protected-resource/mcp', cors(), (`)
    expect(text).toContain('"authorization_servers": [')
  })

  test('lets pages read and send what MCP needs', () => {
    const [text] = Object.values(textsOf(EXPRESS_V1, 'cors', { path: '/mcp' }))
    expect(text).toContain(`exposedHeaders: ['WWW-Authenticate', 'Mcp-Session-Id']`)
  })

  test('answers before the guard where no error may be named', () => {
    const [text] = Object.values(textsOf(EXPRESS_V1, 'bare-challenge', CHALLENGE))
    expect(text).toContain(`'${CHALLENGE.line}'`)
  })
})
