import { base64url } from 'jose'
import { type JsonObject, parseObject } from './json.ts'

/**
 * Turns state into a string that the client carries, and back. A practice server that runs inside
 * the page loses its memory at each reload; codes, tokens and client ids must outlive that.
 */
export type Sealer = {
  seal(kind: string, content: JsonObject): Promise<string>
  /** Undefined when the value was not sealed here, is of another kind, or was altered. */
  open(kind: string, value: string): Promise<JsonObject | undefined>
}

const IV_LENGTH = 12

export function createSealer(passphrase: string): Sealer {
  const keyOnce = () => keyFor(passphrase)
  return {
    seal: async (kind, content) => {
      const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH))
      const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(kind) }
      const plain = bytes(JSON.stringify(content))
      const sealed = await crypto.subtle.encrypt(algorithm, await keyOnce(), plain)
      return `${kind}_${base64url.encode(new Uint8Array([...iv, ...new Uint8Array(sealed)]))}`
    },
    open: async (kind, value) => {
      if (!value.startsWith(`${kind}_`)) return undefined
      const opened = await decrypt(kind, value.slice(kind.length + 1), await keyOnce())
      return opened === undefined ? undefined : parseObject(opened)
    },
  }
}

async function decrypt(kind: string, text: string, key: CryptoKey): Promise<string | undefined> {
  try {
    const all = new Uint8Array(base64url.decode(text))
    const algorithm = {
      name: 'AES-GCM',
      iv: all.slice(0, IV_LENGTH),
      additionalData: bytes(kind),
    }
    const plain = await crypto.subtle.decrypt(algorithm, key, all.slice(IV_LENGTH))
    return new TextDecoder().decode(plain)
  } catch {
    return undefined
  }
}

const keys = new Map<string, Promise<CryptoKey>>()

function keyFor(passphrase: string): Promise<CryptoKey> {
  const known = keys.get(passphrase) ?? deriveKey(passphrase)
  keys.set(passphrase, known)
  return known
}

async function deriveKey(passphrase: string): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', bytes(passphrase))
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
