import { execFileSync } from 'node:child_process'
import { type Server, createServer } from 'node:https'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test as base } from './journey.ts'
import { consentAtCertified } from './pages/certified-consent.ts'
import { openDebugger } from './pages/debugger.ts'
import { makeCertificate } from './servers/certificate.ts'
import { startCertifiedIssuer } from './servers/certified-issuer.ts'
import { fetchTrusting } from './servers/client-document.ts'
import { startSdkServer } from './servers/sdk-server.ts'
import { hostStatically } from './static-host.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATH = '/tools/mcp/'

/** The page as a team publishes it: built for its own https address, below a path of a static host. */
const test = base.extend<{
  published: { url: string; certificate: { cert: string; key: string } }
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  published: async ({}, provide, info) => {
    const certificate = makeCertificate()
    const folder = info.outputPath('site')
    const server = createServer(certificate, hostStatically(PATH, join(folder, 'page')))
    const url = `https://localhost:${await listen(server)}${PATH}`
    execFileSync(process.execPath, ['src/cli/launch.mjs', 'build', '--out', folder], {
      cwd: ROOT,
      env: { ...process.env, PUBLIC_URL: url },
      stdio: 'ignore',
    })
    await provide({ url, certificate })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },
})

test.use({ ignoreHTTPSErrors: true })

test('a published page is known by the document beside it', async ({ page, published }) => {
  const issuer = await startCertifiedIssuer({
    documents: (asked) => fetchTrusting(published.certificate, asked),
  })
  const server = await startSdkServer(issuer, { cors: true })
  try {
    const app = await openDebugger(page, published.url)
    await app.enter(server.url)
    await consentAtCertified(page)
    await app.expectTools(1)
    const { document } = await app.save()
    expect(document.config.clientDocument).toBe(`${published.url}client.json`)
    expect(document.exchanges.filter(({ via }) => via === 'relay')).toEqual([])
    const own = document.exchanges.filter(({ step }) => step === 'registration')
    expect(own.map(({ request }) => [request.method, request.url])).toEqual([
      ['GET', document.config.clientDocument],
    ])
  } finally {
    await Promise.all([server.close(), issuer.close()])
  }
})

test('"none" leaves the document out', async ({ page, published, practice }) => {
  const server = await practice()
  const app = await openDebugger(page, `${published.url}?cimd=none`)
  await app.enter(server.url)
  await app.expectTools()
  await expect(app.step('Registration')).toContainText('registered dynamically')
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
