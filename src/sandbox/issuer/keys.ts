import { type CryptoKey, importJWK } from 'jose'
import { json } from '../answers.ts'

/**
 * The key that signs practice tokens. It is published here on purpose: a practice server that runs
 * inside the page must know its own tokens again after a reload. Nothing of value trusts it.
 */
const PRACTICE_KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: '6yN-l61IfYlqdFsgUb5_7LRI45ryIyn-s_szfD1H98I',
  y: '-Btn4n9yq_pGFcZSMl1J0vgoO2cBy98uJESRFDdyruc',
  d: 'K_bgXxUcg-Ho8MypPA55ZBeYtEA1tWwSjG0vh8CiMdM',
} as const

export const SIGNING_ALGORITHM = 'ES256'
export const KEY_ID = 'practice-1'

const { d: _, ...PUBLIC_KEY } = PRACTICE_KEY

export function answerKeys(): Response {
  return json({ keys: [{ ...PUBLIC_KEY, kid: KEY_ID, use: 'sig', alg: SIGNING_ALGORITHM }] })
}

export function signingKey(): Promise<CryptoKey> {
  return importOnce('private', PRACTICE_KEY)
}

export function verifyingKey(): Promise<CryptoKey> {
  return importOnce('public', PUBLIC_KEY)
}

const imported = new Map<string, Promise<CryptoKey>>()

function importOnce(name: string, jwk: Record<string, string>): Promise<CryptoKey> {
  const known = imported.get(name)
  if (known !== undefined) return known
  const fresh = importJWK({ kty: 'EC', ...jwk }, SIGNING_ALGORITHM).then((key) => {
    if (key instanceof Uint8Array) throw new TypeError('An elliptic curve key is no byte string')
    return key
  })
  imported.set(name, fresh)
  return fresh
}
