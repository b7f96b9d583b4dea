import { describe, expect, test } from 'vitest'
import { CHALLENGE, METADATA, textsOf } from './build-scene.ts'
import { NGINX } from './nginx.ts'

describe('nginx in front of a server', () => {
  test('sends the challenge with every 401, and names an error only where a token came', () => {
    const texts = textsOf(NGINX, 'challenge', CHALLENGE)
    expect(texts['In the http block']).toContain(`'401:' '${CHALLENGE.line}';`)
    expect(texts['In the http block']).toContain(`'~^401:' 'Bearer error="invalid_token", `)
    expect(texts['In the location of the MCP endpoint']).toContain('proxy_hide_header')
  })

  test('serves the document itself', () => {
    const [text] = Object.values(textsOf(NGINX, 'resource-metadata', METADATA))
    expect(text).toContain("location = '/.well-known/oauth-protected-resource/mcp' {")
    expect(text).toContain(`return 200 '${JSON.stringify(METADATA.document)}';`)
  })

  test('answers preflights itself', () => {
    const [text] = Object.values(textsOf(NGINX, 'cors', { path: '/mcp' }))
    expect(text).toContain("Access-Control-Allow-Headers 'Authorization, Content-Type, MCP-")
    expect(text).toContain('return 204;')
  })

  test('has no part in what origins a server takes', () => {
    const values = { origin: 'https://page.example', host: 'page.example' }
    expect(textsOf(NGINX, 'allowed-origin', values)).toEqual({})
  })
})
