import { describe, expect, test } from 'vitest'
import { buildDocument, buildExchange } from '../run/build-document.ts'
import { buildScene } from './build-scene.ts'
import {
  clientOf,
  evidencePath,
  hostOf,
  issuerOf,
  keysOf,
  refusalIn,
  resourceOf,
  serverMetadata,
} from './issuer-values.ts'
import type { Scene } from './run-values.ts'

function withIssuer(paste: string | null = null): Scene {
  const scene = buildScene({ paste: paste === null ? null : { title: 'Member', text: paste } })
  const metadata = buildExchange({
    id: 'e3',
    step: 'server-metadata',
    url: 'https://as.example/.well-known/oauth-authorization-server',
    answer: '{"issuer": "https://as.example", "jwks_uri": "https://as.example/jwks"}',
  })
  const exchanges = [...scene.document.exchanges, metadata]
  return { ...scene, document: { ...scene.document, exchanges } }
}

describe('the values of an authorization server', () => {
  test('are its own name, before the one that it is listed under', () => {
    expect(issuerOf(buildScene())).toBe('https://as.example')
    expect(issuerOf(withIssuer('"issuer": "https://as.example/"'))).toBe('https://as.example/')
  })

  test('are its metadata with what the rule wants, where they were found', () => {
    expect(serverMetadata(withIssuer('"code_challenge_methods_supported": ["S256"]'))).toEqual({
      path: '/.well-known/oauth-authorization-server',
      document: {
        issuer: 'https://as.example',
        jwks_uri: 'https://as.example/jwks',
        code_challenge_methods_supported: ['S256'],
      },
    })
    expect(serverMetadata(withIssuer())).toBeUndefined()
  })

  test('are its keys, or what stands for them', () => {
    expect(keysOf(withIssuer())).toBe('https://as.example/jwks')
    expect(keysOf(buildScene())).toContain('<jwks_uri')
  })

  test('are the resource as its metadata names it, else the address', () => {
    expect(resourceOf(buildScene())).toBe('https://mcp.example/mcp')
    expect(resourceOf({ ...buildScene(), document: buildDocument() })).toBe(
      'https://mcp.example/mcp',
    )
  })

  test('are the page as its client', () => {
    expect(clientOf(buildScene())).toEqual({
      redirectUri: 'https://page.example/callback.html',
      origin: 'https://page.example',
    })
  })

  test('are the host of whoever has to change something', () => {
    expect(hostOf(buildScene({ culprit: 'issuer' }))).toBe('as.example')
    expect(hostOf(buildScene({ culprit: 'server' }))).toBe('mcp.example')
  })

  test('are the path that the rule complains of', () => {
    expect(evidencePath(buildScene())).toBe('/mcp')
  })

  test.each([
    ['The token endpoint refused the request with invalid_client.', 'invalid_client'],
    ['Nothing was said.', undefined],
  ])('are the error of "%s"', (says, error) => {
    expect(refusalIn(buildScene({ says }))).toBe(error)
  })
})
