import { describe, expect, test } from 'vitest'
import { fetchAsBrowser } from '../../../sandbox/as-browser.ts'
import type { Sandbox } from '../../../sandbox/sandbox.ts'
import { practise } from '../../practice-walk.ts'

const PAGE = 'http://localhost:4280'
const KNOWN = {
  clientId: 'by-hand',
  method: 'none',
  redirectUris: [`${PAGE}/callback.html`],
} as const

/** Lets a page read the token endpoint only where no client is named, as servers with CORS by client do. */
function corsByClient(sandbox: Sandbox) {
  const answer = async (request: Request): Promise<Response> => {
    const isToken = new URL(request.url).pathname === '/token'
    const form = isToken && request.method === 'POST' ? await request.clone().text() : ''
    const response = await sandbox.fetch(request)
    if (isToken && (request.method === 'GET' || form.includes('client_id='))) {
      response.headers.delete('Access-Control-Allow-Origin')
    }
    return response
  }
  return {
    fetch: (url: string, init: RequestInit) =>
      fetchAsBrowser(answer, { url, init, pageOrigin: PAGE }),
  }
}

describe('the token endpoint of a server that lets pages read by client', () => {
  test('is asked through the relay, so that the code is not lost', async () => {
    const { document } = await practise({
      reach: 'browser-and-relay',
      ports: corsByClient,
      sandbox: { registration: { known: [KNOWN] } },
      config: { clientId: 'by-hand' },
    })
    expect(document.outcome.status).toBe('passed')
    const exchange = document.exchanges.find(({ purpose }) => purpose === 'Code exchange')
    expect(exchange?.via).toBe('relay')
  })
})

test('the check names no client that has a secret', async () => {
  const { document } = await practise({
    reach: 'browser-and-relay',
    ports: corsByClient,
    sandbox: {
      registration: { known: [{ ...KNOWN, clientSecret: 'hush', method: 'client_secret_post' }] },
    },
    config: { clientId: 'by-hand', clientAuthentication: 'client_secret_post' },
    secrets: { clientSecret: 'hush' },
  })
  const checks = document.exchanges.filter(
    ({ diagnostic, request }) => diagnostic === 'readable' && request.method === 'POST',
  )
  expect(checks.map(({ request }) => request.body?.text ?? '')).toEqual([''])
})
