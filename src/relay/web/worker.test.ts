import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { digestOf, toPeopleLine } from '../door/people.ts'
import type { LogEntry } from '../log-entry.ts'
import { closeServers, readAnswer, startServer } from '../loopback.ts'
import { readFrames } from '../wire.ts'
import { makeWorker } from './worker-settings.ts'

afterEach(closeServers)

const PAGE = 'https://page.example'

async function settings(change: Readonly<Record<string, string>> = {}) {
  const person = toPeopleLine({ name: 'ana', digest: await digestOf('token-of-ana') })
  return {
    RELAY_PEOPLE: person,
    RELAY_ORIGINS: `${PAGE}/tools/, https://other.example`,
    RELAY_TARGETS: 'localhost *.tools.example 127.0.0.1',
    ...change,
  }
}

type Wish = {
  readonly body?: string
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly settings?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

function openWorker() {
  const entries: LogEntry[] = []
  const serve = makeWorker((entry) => entries.push(entry))
  const ask = async ({ body = '{}', method = 'POST', path = '/relay', ...wish }: Wish) => {
    const rightful = { 'content-type': 'application/json', 'x-flow-relay': 'token-of-ana' }
    const headers = { ...rightful, origin: PAGE, ...wish.headers }
    const content = method === 'POST' ? { body } : {}
    const { signal = new AbortController().signal } = wish
    const init = { method, headers, signal, ...content }
    return serve(new Request(`https://relay.example${path}`, init), await settings(wish.settings))
  }
  return { entries, ask }
}

async function askFor(url: string, request: object = {}) {
  const worker = openWorker()
  const response = await worker.ask({ body: JSON.stringify({ method: 'GET', url, ...request }) })
  if (response.body === null) throw new Error('There is no body')
  return { ...worker, response, answer: await readAnswer(readFrames(response.body)) }
}

test('forwards one request, follows no redirect, and gives the headers back', async () => {
  const seen: unknown[] = []
  const port = await startServer((request, response) => {
    seen.push([request.method, request.url, request.headers['x-asked'], request.headers.cookie])
    response.writeHead(302, { Location: '/elsewhere', 'Set-Cookie': 'a=secret' }).end('moved')
  })
  const { answer, response, entries } = await askFor(`http://localhost:${port}/mcp?a=1`, {
    method: 'POST',
    headers: [['X-Asked', 'yes']],
    body: 'hello',
  })
  expect(seen).toEqual([['POST', '/mcp?a=1', 'yes', undefined]])
  expect(response.headers.get('access-control-allow-origin')).toBe(PAGE)
  expect(answer).toMatchObject({
    text: 'moved',
    head: { status: 302, remoteAddress: '', timing: { dns: null, connect: null, tls: null } },
    end: { kind: 'complete', bytes: 5 },
  })
  expect(answer.head?.headers).toContainEqual(['location', '/elsewhere'])
  expect(answer.head?.headers).toContainEqual(['set-cookie', '(withheld by the relay)'])
  expect(entries).toMatchObject([
    { person: 'ana', method: 'POST', target: `http://localhost:${port}`, status: 302, bytes: 5 },
  ])
})

test.each([
  ['https://other.example/', "other.example is not on this relay's list of targets."],
  ['https://tools.example/', "tools.example is not on this relay's list of targets."],
  ['https://a.tools.example./', "a.tools.example. is not on this relay's list of targets."],
  ['http://127.0.0.1:9/', '127.0.0.1 is a loopback address; this relay calls public ones only.'],
  ['http://0x7f.1:9/', '127.0.0.1 is a loopback address; this relay calls public ones only.'],
])('does not call %s', async (url, message) => {
  const { answer, entries } = await askFor(url)
  expect(answer.end).toMatchObject({ kind: 'failed', code: 'refused-address', message })
  expect(entries).toMatchObject([{ status: null, failure: 'refused-address' }])
})

test('a host that is silent, a body that is cut and a host that refuses are told apart', async () => {
  const silent = await startServer(() => undefined)
  const late = await askFor(`http://localhost:${silent}/`, { timeout: 300 })
  expect(late.answer.end).toMatchObject({ code: 'timeout' })
  const port = await startServer((_request, response) => response.end('0123456789'))
  const cut = await askFor(`http://localhost:${port}/`, { maximumBytes: 4 })
  expect(cut.answer).toMatchObject({ text: '0123', end: { kind: 'truncated', maximumBytes: 4 } })
  closeServers()
  const refused = await askFor(`http://localhost:${port}/`)
  expect(refused.answer.end).toMatchObject({
    code: 'protocol',
    message: expect.stringMatching(/^There was no answer from localhost port \d+: .*ECONNREFUSED/),
  })
})

test.each([
  ['a wrong token', { headers: { 'x-flow-relay': 'x' } }, 403, 'wrong-secret'],
  ['a foreign page', { headers: { origin: 'https://evil.example' } }, 403, 'foreign-origin'],
  ['a GET', { method: 'GET' }, 405, 'wrong-method'],
  ['a body that is no request', {}, 400, 'bad-request'],
  ['a body above 2 MB', { body: ' '.repeat(2_097_153) }, 413, 'too-large'],
])('refuses %s', async (_name, wish, status, error) => {
  const { ask, entries } = openWorker()
  const response = await ask(wish)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ error })
  expect(entries).toMatchObject([{ refusal: error, status: null }])
})

test('answers the preflight of its pages only', async () => {
  const { ask } = openWorker()
  const asked = { 'access-control-request-method': 'POST' }
  const own = await ask({ method: 'OPTIONS', headers: asked })
  expect([own.status, own.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'content-type, x-flow-relay',
  ])
  const foreign = await ask({
    method: 'OPTIONS',
    headers: { ...asked, origin: 'https://evil.example' },
  })
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
})

test('counts across requests: who is over the limit hears when to come again', async () => {
  const { ask } = openWorker()
  const limit = { settings: { RELAY_RATE: '1' } }
  expect((await ask(limit)).status).toBe(400)
  const response = await ask(limit)
  expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
})

test('a page that leaves lets the target go, and makes room for the next', async () => {
  const { ask, entries } = openWorker()
  let left = (): void => undefined
  const gone = new Promise<void>((resolve) => {
    left = resolve
  })
  const port = await startServer((_request, response) => {
    response.once('close', left)
    response.write('first')
  })
  const alone = { settings: { RELAY_AT_ONCE: '1' } }
  const body = JSON.stringify({ method: 'GET', url: `http://localhost:${port}/` })
  const response = await ask({ ...alone, body })
  const reader = response.body?.getReader()
  await reader?.read()
  expect((await ask(alone)).status).toBe(503)
  await reader?.cancel()
  await gone
  expect((await ask(alone)).status).toBe(400)
  expect(entries).toContainEqual(expect.objectContaining({ status: 200, failure: 'aborted' }))
})

test.each([
  [{ RELAY_TARGETS: '' }, /^RELAY_TARGETS: name the hosts .* cannot check to which address/],
  [{ RELAY_TARGETS: 'https://a.example' }, /^RELAY_TARGETS: https:\/\/a.example names no host/],
  [{ RELAY_PEOPLE: '' }, /^RELAY_PEOPLE: there is nobody/],
  [{ RELAY_PEOPLE: 'ana' }, /^RELAY_PEOPLE: Line 1/],
  [{ RELAY_ORIGINS: 'page.example' }, /^RELAY_ORIGINS: page.example is no/],
  [{ RELAY_RATE: '0' }, /^RELAY_RATE: 0 is no number/],
])('with the setting %j it serves nothing and says why', async (change, words) => {
  const { ask } = openWorker()
  const response = await ask({ path: '/health', method: 'GET', settings: change })
  expect([response.status, await response.text()]).toEqual([503, expect.stringMatching(words)])
  expect((await ask({ settings: change })).status).toBe(503)
})

test('is healthy with good settings, and is nowhere else', async () => {
  const { ask } = openWorker()
  expect((await ask({ path: '/health', method: 'GET' })).status).toBe(200)
  expect((await ask({ path: '/', method: 'GET' })).status).toBe(404)
})

test('imports nothing of Node, however far one follows', () => {
  const seen = new Set<string>()
  const follow = (name: string, from: string): readonly string[] => {
    if (!name.startsWith('.')) return [name]
    const file = new URL(name, from)
    if (seen.has(file.href)) return []
    seen.add(file.href)
    const text = readFileSync(file, 'utf8').replaceAll(/^(?:import|export) type [^']*'.*$/gm, '')
    return [...text.matchAll(/from '([^']+)'/g)].flatMap(([, next = '']) => follow(next, file.href))
  }
  expect(follow('./worker.ts', import.meta.url)).toEqual([])
  expect(seen.size).toBeGreaterThan(10)
})
