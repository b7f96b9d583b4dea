import { describe, expect, test } from 'vitest'
import { buildDocument } from '../run/build-document.ts'
import { buildScene } from './build-scene.ts'
import { challengeValues, mcpPath, pastedMembers, resourceMetadata } from './run-values.ts'

describe('the values of a run', () => {
  test('are the challenge that the rule has written', () => {
    const text = 'WWW-Authenticate: Bearer resource_metadata="https://a.example/x", scope="a b"'
    expect(challengeValues(buildScene({ paste: { title: 'Header', text } }))).toEqual({
      path: '/mcp',
      line: 'Bearer resource_metadata="https://a.example/x", scope="a b"',
      metadata: 'https://a.example/x',
      scopes: ['a', 'b'],
      issuers: ['https://as.example'],
    })
  })

  test('are a challenge made of the document that was found and of the scopes that were asked for', () => {
    expect(challengeValues(buildScene())?.line).toBe(
      'Bearer resource_metadata="https://mcp.example/.well-known/oauth-protected-resource/mcp", scope="read write"',
    )
  })

  test('keep what the document has besides, and take what the rule wants', () => {
    const paste = { title: 'Member', text: '"scopes_supported": ["read"]' }
    expect(resourceMetadata(buildScene({ paste }))).toEqual({
      path: '/.well-known/oauth-protected-resource/mcp',
      document: {
        resource: 'https://mcp.example/mcp',
        authorization_servers: ['https://as.example'],
        resource_name: 'Tools',
        scopes_supported: ['read'],
      },
    })
  })

  test('leave out empty lists and offline_access', () => {
    const text = '{"scopes_supported": ["read", "offline_access"], "bearer_methods_supported": []}'
    expect(resourceMetadata(buildScene({ paste: { title: 'Metadata', text } }))?.document).toEqual({
      resource: 'https://mcp.example/mcp',
      authorization_servers: ['https://as.example'],
      resource_name: 'Tools',
      scopes_supported: ['read'],
    })
  })

  test('are none where the address of the server is none', () => {
    const document = buildDocument({ config: { ...buildDocument().config, server: 'nowhere' } })
    const scene = { ...buildScene(), document }
    expect([mcpPath(scene), challengeValues(scene), resourceMetadata(scene)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('has no members where a header is to be pasted', () => {
    const paste = { title: 'Header', text: 'Cache-Control: no-store' }
    expect(pastedMembers(buildScene({ paste }).finding)).toBeUndefined()
  })
})
