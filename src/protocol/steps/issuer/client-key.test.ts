import { exportJWK, exportPKCS8, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import { readPrivateKey } from './client-key.ts'

async function pairFor(algorithm: string) {
  return generateKeyPair(algorithm, { extractable: true })
}

describe('a private key', () => {
  test.each([
    ['ES256', 'ECDSA'],
    ['RS256', 'RSASSA-PKCS1-v1_5'],
    ['EdDSA', 'Ed25519'],
    ['ES384', 'ECDSA'],
  ])('for %s is read from PEM', async (algorithm, name) => {
    const pem = await exportPKCS8((await pairFor(algorithm)).privateKey)
    const reading = await readPrivateKey(`\n${pem}\n`)
    expect(reading.kind === 'key' && reading.key.algorithm.name).toBe(name)
    expect(reading.kind === 'key' && reading.key.type).toBe('private')
  })

  test.each([
    ['ES256', 'ECDSA'],
    ['RS256', 'RSASSA-PKCS1-v1_5'],
    ['EdDSA', 'Ed25519'],
  ])('for %s is read from a JWK that does not name it', async (algorithm, name) => {
    const jwk = await exportJWK((await pairFor(algorithm)).privateKey)
    const reading = await readPrivateKey(JSON.stringify(jwk))
    expect(reading.kind === 'key' && reading.key.algorithm.name).toBe(name)
  })

  test('keeps the name and the algorithm that its JWK gives it', async () => {
    const jwk = await exportJWK((await pairFor('PS256')).privateKey)
    const reading = await readPrivateKey(JSON.stringify({ ...jwk, alg: 'PS256', kid: 'k1' }))
    expect(reading).toMatchObject({ kind: 'key', kid: 'k1' })
    expect(reading.kind === 'key' && reading.key.algorithm.name).toBe('RSA-PSS')
  })
})

describe('a text that is no private key', () => {
  test.each([
    ['', 'neither a PKCS#8 PEM nor a JWK'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----', 'neither'],
    ['{"kty":"oct","k":"c2VjcmV0"}', 'shared secret'],
    ['{"kty":"EC"}', 'cannot be read'],
    ['{}', 'cannot be read'],
  ])('is told so: %j', async (text, words) => {
    const reading = await readPrivateKey(text)
    expect(reading.kind === 'unusable' && reading.message).toContain(words)
  })

  test('is told so when it is the public half', async () => {
    const jwk = await exportJWK((await pairFor('ES256')).publicKey)
    expect(await readPrivateKey(JSON.stringify(jwk))).toEqual({
      kind: 'unusable',
      message: 'The JWK is a public key: it has no "d".',
    })
  })
})
