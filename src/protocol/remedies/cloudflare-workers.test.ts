import { describe, expect, test } from 'vitest'
import { CHALLENGE, METADATA, textsOf } from './build-scene.ts'
import { CLOUDFLARE_WORKERS } from './cloudflare-workers.ts'

type Worker = { fetch(request: Request): Promise<Response> }

/** The text as a Worker: `worker` is what it stands around. */
function load(text: string | undefined): Worker {
  const body = (text ?? '').replace('export default', 'return')
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is a program, and here it runs
  const make: unknown = new Function('worker', body)
  if (typeof make !== 'function') throw new Error('No program')
  const worker: Worker = {
    fetch: () => Promise.resolve(new Response('from within', { status: 401 })),
  }
  return make(worker)
}

function ask(text: string | undefined, path: string, init?: RequestInit): Promise<Response> {
  return load(text).fetch(new Request(`https://mcp.example${path}`, init))
}

describe('a Cloudflare Worker', () => {
  test('answers with the challenge where no token came, and asks what is within otherwise', async () => {
    const [text] = Object.values(textsOf(CLOUDFLARE_WORKERS, 'challenge', CHALLENGE))
    const answer = await ask(text, '/mcp', { method: 'POST' })
    expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, CHALLENGE.line])
    const headers = { Authorization: 'Bearer x' }
    expect(await (await ask(text, '/mcp', { headers })).text()).toBe('from within')
    expect(await (await ask(text, '/other')).text()).toBe('from within')
  })

  test('serves the document to pages too', async () => {
    const [text] = Object.values(textsOf(CLOUDFLARE_WORKERS, 'resource-metadata', METADATA))
    const answer = await ask(text, METADATA.path)
    expect(await answer.json()).toEqual(METADATA.document)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  test('lets pages read every answer, and answers preflights itself', async () => {
    const [text] = Object.values(textsOf(CLOUDFLARE_WORKERS, 'cors', { path: '/mcp' }))
    const answer = await ask(text, '/mcp', { method: 'POST' })
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([401, '*'])
    const preflight = await ask(text, '/mcp', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
  })
})
