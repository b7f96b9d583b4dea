import type { SandboxOptions } from '../sandbox.ts'
import {
  CALLBACK,
  accessToken,
  authorize,
  initialize,
  openSandbox,
  walk,
} from './practice-client.ts'

const NOW = Date.UTC(2026, 10, 1)
const LONG_AGO = NOW - 2 * 3600 * 1000

export const DOCUMENT = 'https://client.example/client.json'
export const WRONG_DOCUMENT = 'https://client.example/other.json'

/** The metadata documents of two clients, one of which names the other. */
function fetchDocument(url: string): Promise<Response> {
  const document = { client_id: DOCUMENT, client_name: 'Practice', redirect_uris: [CALLBACK] }
  const isThere = url === DOCUMENT || url === WRONG_DOCUMENT
  return Promise.resolve(Response.json(document, { status: isThere ? 200 : 404 }))
}

/** The options of a sandbox for whose tests time stands still. */
export function settled(options: SandboxOptions): SandboxOptions {
  return { fetchDocument, ...options, now: () => NOW }
}

/** What a client needs to look into all corners, had from a healthy twin that shares the keys. */
export type Means = {
  readonly clientId: string
  readonly token: string
  readonly foreign: string
  readonly expired: string
  readonly refresh: string
  readonly code: string
  readonly session: string
}

export async function gather(given: SandboxOptions): Promise<Means> {
  const options: SandboxOptions = { ...settled(given), consent: 'automatic' }
  const twin = openSandbox(options)
  const granted = await walk(twin)
  const { clientId } = granted
  const token = String(granted['access_token'])
  const opened = await initialize(twin, '2025-11-25', { token })
  const elsewhere = openSandbox({ ...options, server: 'http://localhost:4281/elsewhere' })
  const earlier = openSandbox({ ...options, now: () => LONG_AGO })
  return {
    clientId,
    token,
    foreign: await accessToken(elsewhere),
    expired: await accessToken(earlier),
    refresh: String(granted['refresh_token']),
    code: (await authorize(twin, clientId)).get('code') ?? '',
    session: opened.headers.get('Mcp-Session-Id') ?? 'none',
  }
}
