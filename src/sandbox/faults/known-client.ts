import type { KnownClient } from '../options.ts'

/** A client with a secret, for faults that only such a client meets. */
export const KNOWN_CLIENT = {
  clientId: 'practice-client',
  clientSecret: 'practice-secret',
  method: 'client_secret_basic',
  redirectUris: ['http://localhost/callback.html', 'http://127.0.0.1/callback.html'],
} as const satisfies KnownClient
