import { parseJsonObject, stringMember } from '../../http/json.ts'

/** A private key to sign with, and the name that its owner gave it. */
export type ClientKey = { readonly key: CryptoKey; readonly kid?: string }

/** A private key to sign with, or why it cannot be used. */
export type KeyReading =
  | ({ readonly kind: 'key' } & ClientKey)
  | { readonly kind: 'unusable'; readonly message: string }

const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA', 'ES384', 'ES512'] as const

/** Reads a private key: PKCS#8 PEM (its algorithm is found by trying) or a JWK as JSON. Never throws. */
export async function readPrivateKey(text: string): Promise<KeyReading> {
  const { importJWK, importPKCS8 } = await import('jose')
  const jwk = parseJsonObject(text)
  try {
    if (!jwk) {
      return await firstOf(ALGORITHMS.map((algorithm) => () => importPKCS8(text.trim(), algorithm)))
    }
    const algorithm = stringMember(jwk, 'alg') ?? algorithmOf(jwk.crv)
    const key = await importJWK({ ...jwk, alg: algorithm }, algorithm)
    if (key instanceof Uint8Array) {
      return unusable('The JWK is a shared secret (kty "oct"), not a private key.')
    }
    if (key.type !== 'private') return unusable('The JWK is a public key: it has no "d".')
    const kid = stringMember(jwk, 'kid')
    return { kind: 'key', key, ...(kid !== undefined && { kid }) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return unusable(`The private key cannot be read: ${reason}`)
  }
}

function algorithmOf(curve: unknown): string {
  const byCurve: { readonly [curve: string]: string } = {
    'P-256': 'ES256',
    'P-384': 'ES384',
    'P-521': 'ES512',
    Ed25519: 'EdDSA',
  }
  return (typeof curve === 'string' && byCurve[curve]) || 'RS256'
}

async function firstOf(tries: readonly (() => Promise<CryptoKey>)[]): Promise<KeyReading> {
  for (const attempt of tries) {
    try {
      return { kind: 'key', key: await attempt() }
    } catch {
      continue
    }
  }
  return unusable('The private key is neither a PKCS#8 PEM nor a JWK.')
}

function unusable(message: string): KeyReading {
  return { kind: 'unusable', message }
}
