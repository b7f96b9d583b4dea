import { describe, expect, test } from 'vitest'
import { parsePublicUrl, toClientDocument } from './client-document.ts'

describe('PUBLIC_URL', () => {
  test.each([
    ['https://tools.example', 'https://tools.example/'],
    ['https://tools.example/mcp', 'https://tools.example/mcp/'],
    ['https://tools.example:8443/mcp/', 'https://tools.example:8443/mcp/'],
  ])('%s is read as %s', (text, url) => expect(parsePublicUrl(text)).toBe(url))

  test.each([
    ['tools.example', '"tools.example", which is no absolute URL'],
    ['http://tools.example/', 'by https alone'],
    ['https://tools.example/?a=b', 'no query'],
    ['https://tools.example/#a', 'no query, fragment'],
    ['https://me:pw@tools.example/', 'user or password'],
  ])('%s is refused with a sentence', (text, says) => {
    expect(() => parsePublicUrl(text)).toThrow(says)
  })
})

test('the document names its own address and the callback beside the page', () => {
  const { url, text } = toClientDocument('https://tools.example/mcp/')
  expect(url).toBe('https://tools.example/mcp/client.json')
  expect(JSON.parse(text)).toMatchObject({
    client_id: url,
    redirect_uris: ['https://tools.example/mcp/callback.html'],
    token_endpoint_auth_method: 'none',
  })
  expect(text.length).toBeLessThan(5_000)
})
