import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageServer, servePage } from './serve.ts'

let folder = ''
let page: PageServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '_headers'), '/*\n  Referrer-Policy: no-referrer\n/assets/*\n  A: b\n')
  writeFileSync(join(folder, 'index.html'), '<head><title>Page</title></head>')
  writeFileSync(join(folder, 'assets/index.js'), 'export {}')
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
  page = await servePage({ folder, port: 0, practice: ['http://localhost:1/mcp'] })
})

afterAll(async () => {
  await page.close()
  rmSync(folder, { recursive: true, force: true })
})

function statusFor(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { port: page.port, host: '127.0.0.1', path, headers: { host } }
    request(options, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('servePage', () => {
  test('serves the document with the addresses of its relay and of the practice servers', async () => {
    const text = await (await fetch(page.url)).text()
    expect(text).toMatch(/<meta name="flow-relay" content="\/relay [\w-]{43}">/)
    expect(text).toContain('<meta name="flow-practice" content="http://localhost:1/mcp">')
    expect(text).toContain('<title>Page</title>')
  })

  test('makes a new secret at each start', async () => {
    const other = await servePage({ folder, port: 0 })
    const [first, second] = await Promise.all(
      [page, other].map(async ({ url }) => (await (await fetch(url)).text()).match(/relay (\S+)"/)),
    )
    await other.close()
    expect(first?.[1]).not.toBe(second?.[1])
  })

  test('sends the published headers, and the type of each file', async () => {
    const response = await fetch(`${page.url}assets/index.js`)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('a')).toBe('b')
    expect(await response.text()).toBe('export {}')
  })

  test('finds a file whatever parameters come with it', async () => {
    expect((await fetch(`${page.url}?code=1&state=//`)).status).toBe(200)
  })

  test('puts the relay on the same origin, and it asks for the secret', async () => {
    const response = await fetch(`${page.url}relay`, { method: 'POST' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: 'missing-secret' })
  })

  test.each([
    '/nothing',
    '//',
    'http://elsewhere.example/',
    '/../package.json',
    '/.vite/manifest.json',
    '/_headers',
  ])('has no file at %s', async (path) => {
    expect(await statusFor(path, `localhost:${page.port}`)).toBe(404)
  })

  test('does not show itself under a foreign name', async () => {
    expect(await statusFor('/', `localhost:${page.port}`)).toBe(200)
    expect(await statusFor('/', 'attacker.example')).toBe(403)
    expect(await statusFor('/', `localhost.attacker.example:${page.port}`)).toBe(403)
  })

  test('takes GET and HEAD only', async () => {
    expect((await fetch(page.url, { method: 'POST' })).status).toBe(405)
    const head = await fetch(page.url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})
