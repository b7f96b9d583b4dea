import { afterEach, expect, test } from 'vitest'
import { call, readPlain, startServer, closeServers } from './loopback.ts'
import { runRelay } from './program.ts'

afterEach(closeServers)

const ADDRESS = /^Relay http:\/\/localhost:(\d+)\/relay#([\w-]{43})$/

/** Runs until it has said its address, does `visit`, then presses Ctrl-C. */
async function run(argv: readonly string[], visit: (said: string) => Promise<void>) {
  const stopping = new AbortController()
  const said: string[] = []
  const warned: string[] = []
  let visiting: Promise<void> | undefined
  const code = await runRelay(argv, {
    say: (line) => {
      said.push(line)
      visiting = visit(line).finally(() => stopping.abort())
    },
    warn: (line) => warned.push(line),
    signal: stopping.signal,
  })
  await visiting
  return { code, said, warned }
}

test('prints one line with the address and a secret that opens it, and ends with Ctrl-C', async () => {
  const answers: unknown[] = []
  const { code, said } = await run(
    ['--port', '0', '--allow-origin', 'https://a.example'],
    async (line) => {
      const [, port, secret = ''] = ADDRESS.exec(line) ?? []
      const headers = { 'content-type': 'application/json', 'x-flow-relay': secret }
      const wish = { port: Number(port), headers, body: '{}' }
      answers.push(await readPlain(await call({ ...wish, path: '/relay' })))
      answers.push(await readPlain(await call({ ...wish, path: '/other' })))
    },
  )
  expect(answers).toMatchObject([{ status: 400 }, { status: 404 }])
  expect(said).toEqual([expect.stringMatching(ADDRESS)])
  expect(code).toBe(0)
})

test('says that a port is taken and moves on', async () => {
  const taken = await startServer((_request, response) => response.end())
  const { said, warned } = await run(['--port', String(taken)], () => Promise.resolve())
  expect(warned).toContain(`Port ${taken} is taken, trying the next one.`)
  expect(said.join()).not.toContain(`:${taken}/`)
})

test('says that no page may use it while none is named', async () => {
  const { warned } = await run(['--port', '0'], () => Promise.resolve())
  expect(warned).toEqual(['No page may use it yet: name the page with --allow-origin URL.'])
})

test('ends at once, also while a request is under way', async () => {
  let answer: Promise<string> | undefined
  const { code } = await run(['--port', '0'], async (line) => {
    const [, port, secret = ''] = ADDRESS.exec(line) ?? []
    await new Promise((arrived) => {
      answer = startServer(arrived).then(async (silent) => {
        const headers = { 'content-type': 'application/json', 'x-flow-relay': secret }
        const body = JSON.stringify({ method: 'GET', url: `http://127.0.0.1:${silent}/` })
        const wish = { port: Number(port), path: '/relay', headers, body }
        return (await readPlain(await call(wish))).text
      })
    })
  })
  expect(code).toBe(0)
  expect(await answer).toContain('"code":"aborted"')
})

test('gives exit code 2 and one line for a wrong option', async () => {
  const { code, said, warned } = await run(['--speed', '9'], () => Promise.resolve())
  expect(code).toBe(2)
  expect(said).toEqual([])
  expect(warned).toEqual([expect.stringContaining('--speed')])
})

test('gives exit code 2 and one line for a place where it cannot listen', async () => {
  const argv = ['--host', '192.0.2.1', '--port', '0']
  const { code, said, warned } = await run(argv, () => Promise.resolve())
  expect(code).toBe(2)
  expect(said).toEqual([])
  const line = '--host 192.0.2.1 --port 0: the relay cannot listen there (EADDRNOTAVAIL).'
  expect(warned).toEqual([line])
})
