import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, closeServers, readPlain, startServer } from './loopback.ts'
import { runRelay } from './program.ts'

let folder = ''
let people = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relay-'))
  people = join(folder, 'people.jsonl')
})
afterEach(async () => {
  closeServers()
  await rm(folder, { recursive: true })
})

/** Runs the team's relay while `visit` goes on, then stops it. */
async function runTeam(argv: readonly string[], visit: (relay: Relay) => Promise<unknown>) {
  const stopping = new AbortController()
  const log: string[] = []
  const warned: string[] = []
  let say = (_port: number): void => undefined
  const listening = new Promise<number>((resolve) => {
    say = resolve
  })
  const all = ['--port', '0', '--people', people, '--allow-origin', 'https://page.example']
  const running = runRelay([...all, ...argv], {
    say: (line) => log.push(line),
    warn: (line) => {
      warned.push(line)
      const [, port] = /^Relay http:\/\/localhost:(\d+)\/relay$/.exec(line) ?? []
      if (port !== undefined) say(Number(port))
    },
    signal: stopping.signal,
  })
  const stop = () => stopping.abort()
  await visit({ port: await listening, stop }).finally(stop)
  return { code: await running, entries: log.map((line): unknown => JSON.parse(line)), warned }
}

type Relay = { readonly port: number; stop(): void }

async function newToken(name: string): Promise<string> {
  const said: string[] = []
  const { signal } = new AbortController()
  const ports = { say: (line: string) => said.push(line), warn: () => undefined, signal }
  expect(await runRelay(['--new-token', name, '--people', people], ports)).toBe(0)
  expect(said).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
  return said.join()
}

async function ask(port: number, token: string, url: string) {
  const headers = { 'content-type': 'application/json', 'x-flow-relay': token }
  const asked = [['Authorization', 'Bearer at-secret']]
  const body = JSON.stringify({ method: 'POST', url, headers: asked, body: 'code=code-secret' })
  return await readPlain(await call({ port, path: '/relay', headers, body }))
}

test('a person gets in with her token, and the log tells of it without any secret', async () => {
  const token = await newToken('ana')
  const target = await startServer((_request, response) => response.end('cookie-secret'))
  const url = `http://localhost:${target}/path-secret?query-secret=1`
  const { code, entries, warned } = await runTeam(
    ['--allow-private', 'localhost'],
    async ({ port }) => {
      expect(await ask(port, token, url)).toMatchObject({ status: 200 })
      const wrong = await ask(port, `${token}x`, url)
      expect(wrong.status).toBe(403)
      expect(wrong.text).toContain('This relay knows no such token')
      await ask(port, token, 'http://127.0.0.1:9/')
    },
  )
  expect(code).toBe(0)
  const rest = { time: expect.any(String), ms: expect.any(Number) }
  const answered = { person: 'ana', method: 'POST', refusal: null }
  const target200 = { target: `http://localhost:${target}`, status: 200, bytes: 13, failure: null }
  const refused = { target: 'http://127.0.0.1:9', status: null, bytes: 0 }
  expect(entries).toEqual([
    { ...rest, ...answered, ...target200 },
    {
      ...rest,
      person: null,
      method: null,
      target: null,
      status: null,
      bytes: 0,
      refusal: 'wrong-secret',
      failure: null,
    },
    { ...rest, ...answered, ...refused, failure: 'refused-address' },
  ])
  expect(JSON.stringify([entries, warned])).not.toMatch(new RegExp(`secret[^"]|${token}`))
})

test('a token that was replaced while the relay runs opens it no longer', async () => {
  const first = await newToken('ana')
  await runTeam([], async ({ port }) => {
    expect((await ask(port, first, 'none')).status).toBe(200)
    const second = await newToken('ana')
    expect((await ask(port, first, 'none')).status).toBe(403)
    expect((await ask(port, second, 'none')).status).toBe(200)
  })
})

test('a person over the limit is told when to come again; another is let in', async () => {
  const [ana, ben] = [await newToken('ana'), await newToken('ben')]
  const { entries } = await runTeam(['--rate', '2'], async ({ port }) => {
    await ask(port, ana, 'none')
    await ask(port, ana, 'none')
    const { status, headers, text } = await ask(port, ana, 'none')
    expect(status).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(JSON.parse(text)).toMatchObject({
      error: 'over-limit',
      message: expect.stringMatching(/^You may send 2 requests a minute .* in \d+ s\.$/),
      retryAfter: Number(headers['retry-after']),
    })
    expect((await ask(port, ben, 'none')).status).toBe(200)
  })
  expect(entries[2]).toMatchObject({ person: 'ana', refusal: 'over-limit' })
})

test('when it is stopped, what is under way is brought to its end', async () => {
  const token = await newToken('ana')
  let answer = (): void => undefined
  const arrived = new Promise<number>((resolve) => {
    void startServer((_request, response) => {
      answer = () => response.end('late')
      stopNow()
      answer()
    }).then(resolve)
  })
  let stopNow = (): void => undefined
  const target = await arrived
  const { code } = await runTeam(['--allow-private', 'localhost'], async ({ port, stop }) => {
    stopNow = stop
    const { text } = await ask(port, token, `http://localhost:${target}/`)
    expect(text).toContain('late')
    expect(text).toContain('"kind":"complete"')
  })
  expect(code).toBe(0)
})

test('what is still under way after the grace is broken off', async () => {
  const token = await newToken('ana')
  const { code, entries } = await runTeam(
    ['--allow-private', 'localhost', '--grace', '50'],
    async ({ port, stop }) => {
      const target = await startServer(() => stop())
      const { text } = await ask(port, token, `http://localhost:${target}/`)
      expect(text).toContain('"code":"aborted"')
    },
  )
  expect(code).toBe(0)
  expect(entries).toMatchObject([{ failure: 'aborted' }])
})

test('its health is told to anyone, under any name', async () => {
  await newToken('ana')
  await runTeam([], async ({ port }) => {
    const headers = { host: 'relay.example' }
    const asked = await call({ port, method: 'GET', path: '/health', headers })
    expect(await readPlain(asked)).toMatchObject({ status: 200, text: '{"status":"ok"}\n' })
  })
})

test('a file of people that cannot be written is named', async () => {
  const warned: string[] = []
  const { signal } = new AbortController()
  const ports = { say: () => undefined, warn: (line: string) => warned.push(line), signal }
  const wrong = join(folder, 'missing', 'people.jsonl')
  expect(await runRelay(['--new-token', 'ana', '--people', wrong], ports)).toBe(2)
  expect(warned).toEqual([expect.stringMatching(/^--people .*ENOENT/)])
})
