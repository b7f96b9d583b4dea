import { describe, expect, test } from 'vitest'
import { CHALLENGE, CLIENT, METADATA, TOKENS, textsOf } from './build-scene.ts'
import { FASTMCP } from './fastmcp.ts'

describe('FastMCP', () => {
  test('has its challenge from a provider that knows issuer, address and scopes', () => {
    expect(Object.values(textsOf(FASTMCP, 'challenge', CHALLENGE))).toEqual([
      [
        'from fastmcp import FastMCP',
        'from fastmcp.server.auth import RemoteAuthProvider',
        'from pydantic import AnyHttpUrl',
        '',
        'auth = RemoteAuthProvider(',
        '    token_verifier=verifier,  # your own: it checks the token',
        '    authorization_servers=[AnyHttpUrl("https://as.example")],',
        '    base_url="https://mcp.example",',
        '    scopes_supported=["read"],',
        ')',
        'mcp = FastMCP("Your server", auth=auth)',
      ].join('\n'),
    ])
  })

  test('serves the very document', () => {
    const [text] = Object.values(textsOf(FASTMCP, 'resource-metadata', METADATA))
    expect(text).toContain('@mcp.custom_route("/.well-known/oauth-protected-resource/mcp"')
    expect(text).toContain('        "authorization_servers": ["https://as.example"],')
  })

  test('checks whose a token is, and for whom', () => {
    const [text] = Object.values(textsOf(FASTMCP, 'token-check', TOKENS))
    expect(text).toContain('    audience="https://mcp.example/mcp",')
  })

  test('takes its secret from the environment', () => {
    const values = { ...CLIENT, scopes: [] }
    const [text] = Object.values(textsOf(FASTMCP, 'registration', values))
    expect(text).toContain('os.environ["UPSTREAM_CLIENT_SECRET"]')
  })
})
