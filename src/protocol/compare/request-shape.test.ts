import { describe, expect, test } from 'vitest'
import { buildExchange } from '../run/build-document.ts'
import { toShape } from './request-shape.ts'

function request(url: string): string {
  return toShape(buildExchange({ url })).request
}

describe('a request', () => {
  test.each([
    ['without its query', 'https://a.example/authorize?state=x#y', 'https://a.example/authorize'],
    ['without a loopback port', 'http://localhost:4281/mcp', 'http://localhost/mcp'],
    ['with the port of a host', 'https://a.example:8443/mcp', 'https://a.example:8443/mcp'],
    [
      'without the id of a client that was registered',
      'https://a.example/register/8d0f7a52-6c1f-4a0e-9d3b-2f1e6f0c9a11',
      'https://a.example/register/{id}',
    ],
    [
      'without a random word',
      'https://a.example/login/aZ4kQ9xW2mB7tR1s/ok',
      'https://a.example/login/{id}/ok',
    ],
    [
      'with every word that has a meaning',
      'https://a.example/.well-known/oauth-protected-resource/v2/2025-06-18/mcp',
      'https://a.example/.well-known/oauth-protected-resource/v2/2025-06-18/mcp',
    ],
  ])('is taken %s', (_, url, shape) => {
    expect(request(url)).toBe(`GET ${shape}`)
  })

  test('that has no URL stays what it is', () => {
    expect(request('nowhere')).toBe('GET nowhere')
  })
})

test('says in words what no status tells', () => {
  const answer = (outcome: Parameters<typeof toShape>[0]['outcome']) =>
    toShape(buildExchange({ outcome })).answer
  expect(answer({ kind: 'aborted', endedAt: 1, by: 'timeout' })).toBe('nothing in time')
  expect(answer({ kind: 'unreadable', endedAt: 1, message: '' })).toBe('nothing that can be read')
  expect(answer({ kind: 'unreadable', endedAt: 1, message: '', reason: 'tls' })).toBe(
    'nothing (tls)',
  )
  expect(answer({ kind: 'redirect-hidden', endedAt: 1 })).toContain('hides')
})
