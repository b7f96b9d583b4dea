import type { StepId } from '../../http/exchange.ts'
import type { ReadableCheck } from '../../http/wire.ts'

/**
 * Whether a page may read the token endpoint: asked with a form that no authorization server can act on. It names a
 * public client that is known by then, as some servers let a page read only if the client has a redirect URI there.
 */
export function tokenCheck(url: string, step: StepId, publicClient?: string): ReadableCheck {
  return {
    step,
    purpose: 'May a page read the token endpoint',
    to: 'issuer',
    url,
    harmless: {
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: new URLSearchParams(
        publicClient === undefined ? {} : { client_id: publicClient },
      ).toString(),
    },
  }
}

/** Whether a page may read the registration endpoint: asked with JSON that is none, so that nobody is registered. */
export function registrationCheck(url: string, step: StepId): ReadableCheck {
  return {
    step,
    purpose: 'May a page read the registration endpoint',
    to: 'issuer',
    url,
    harmless: { headers: [['Content-Type', 'application/json']], body: '{' },
  }
}
