import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new one at each start, so that no other site and no earlier page can know it. */
export function makeRelaySecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Hashing first gives both sides one length, which the constant-time comparison needs. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
