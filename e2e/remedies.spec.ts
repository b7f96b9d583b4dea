import { expect } from './journey.ts'
import { findFaults } from './pages/axe.ts'
import { consentAtCertified } from './pages/certified-consent.ts'
import { type Debugger, openDebugger } from './pages/debugger.ts'
import { type StackText, textsFor } from './pages/stack.ts'
import { type BareServer, bareHono, bareSdkV1, bareSdkV2 } from './servers/bare-servers.ts'
import { test } from './servers/fixtures.ts'
import { listenLate } from './servers/late-listener.ts'
import { findFreePort, NGINX, type Nginx, startNginx } from './servers/nginx.ts'
import { paste } from './servers/pasted.ts'

const PROGRAMS: readonly (readonly [product: string, server: BareServer])[] = [
  ['Express, MCP SDK v1', bareSdkV1],
  ['Express, MCP SDK v2', bareSdkV2],
  ['Hono', bareHono],
]

for (const [product, bare] of PROGRAMS) {
  test(`a server that names no issuer is mended by the texts for ${product}`, async ({
    page,
    pageUrl,
    issuer,
  }, info) => {
    const listening = await listenLate()
    const url = `${listening.origin}/mcp`
    const place = { issuer: issuer.issuer, url }
    issuer.protect(url)
    listening.answerWith(bare(place))
    const app = await openDebugger(page, pageUrl)
    const texts = await walkToTexts(app, url, product)
    const pasted = await paste(inOrder(texts, place.issuer), {
      file: info.outputPath('pasted.mjs'),
      names: ['app', 'verifier'],
    })
    listening.answerWith(bare(place, pasted))
    await expectMended(app, url, texts)
    await listening.close()
  })
}

test(
  'a server that names no issuer is mended by the texts for nginx in front of it',
  NGINX,
  async ({ page, pageUrl, issuer }, info) => {
    const behind = await listenLate()
    const port = await findFreePort()
    const url = `http://localhost:${port}/mcp`
    issuer.protect(url)
    behind.answerWith(bareSdkV1({ issuer: issuer.issuer, url }))
    const started: Nginx[] = []
    const start = async (name: string, { http, server, location }: Blocks): Promise<void> => {
      const blocks = `location / { proxy_pass ${behind.origin}; }
      location = /mcp { proxy_pass ${behind.origin}; proxy_set_header Host $http_host; ${location} }
      ${server}`
      const folder = info.outputPath(name)
      started.push(await startNginx(folder, blocks, { port, http }))
    }
    try {
      await start('before', { http: '', server: '', location: '' })
      const app = await openDebugger(page, pageUrl)
      const texts = await walkToTexts(app, url, 'nginx in front')
      await started[0]?.stop()
      await start('after', toBlocks(texts, issuer.issuer))
      await expectMended(app, url, texts)
    } finally {
      for (const each of started) await each.stop()
      await behind.close()
    }
  },
)

type Blocks = { readonly http: string; readonly server: string; readonly location: string }

test('the product that a person runs is remembered, and its texts fit a narrow screen', async ({
  page,
  pageUrl,
  practice,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const { url } = await practice({ fault: 'nothing-leads-to-issuer' })
  const app = await openDebugger(page, pageUrl)
  await walkToTexts(app, url, 'Hono')
  const card = page.getByRole('region', { name: 'For your stack: CHL-03' })
  for (const button of await card.getByRole('button', { name: 'Copy' }).all()) {
    const box = await button.boundingBox()
    expect(box?.height).toBe(32)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await findFaults(page)).toEqual([])
  await page.reload()
  await app.tab('Findings').click()
  await expect(card.getByRole('combobox')).toHaveValue('hono')
  await card.getByRole('combobox').selectOption({ label: 'choose' })
  await expect(card.getByRole('button', { name: 'Copy' })).toHaveCount(0)
})

test('the console of a provider that the run met is shown at once', async ({
  page,
  pageUrl,
  practice,
}) => {
  const { url } = await practice({
    fault: 'asm-issuer-slash',
    answer: async (request, sandbox) => {
      const response = await sandbox.fetch(request)
      if (!request.url.includes('/.well-known/oauth-authorization-server')) return response
      const text = await response.text()
      const { status, headers } = response
      return new Response(text.replace('/authorize"', KEYCLOAK_PATH), { status, headers })
    },
  })
  const app = await openDebugger(page, pageUrl)
  await app.enter(url)
  await expect(app.verdictRegion).toContainText('ASM-03')
  await app.tab('Findings').click()
  const card = page.getByRole('region', { name: 'For your stack: ASM-03' })
  await expect(card.getByRole('combobox')).toHaveValue('keycloak')
  await expect(card.getByRole('listitem').first()).toContainText('/realms/')
})

const KEYCLOAK_PATH = '/realms/a/protocol/openid-connect/auth"'

/** Walks a broken server, and takes what its findings say for a product. */
async function walkToTexts(
  app: Debugger,
  url: string,
  product: string,
): Promise<readonly StackText[]> {
  await app.enter(url)
  await expect(app.verdictRegion).toContainText('CHL-03')
  await app.tab('Findings').click()
  const texts = await textsFor(app.page, product)
  expect(texts.map(({ rule }) => rule)).toContain('CHL-03')
  return texts
}

/** Walks again: to the tools, and without the findings that the texts were for. */
async function expectMended(
  app: Debugger,
  url: string,
  texts: readonly StackText[],
): Promise<void> {
  await app.enter(url)
  await consentAtCertified(app.page)
  await app.expectTools(1)
  const { document } = await app.save()
  const broken = document.findings.filter(({ verdict }) => verdict === 'fail')
  const mended = new Set(texts.map(({ rule }) => rule))
  expect([...mended]).toEqual(expect.arrayContaining(['CHL-03', 'CORS-01', 'CORS-06']))
  expect(broken.filter(({ rule }) => mended.has(rule))).toEqual([])
  const own = document.exchanges.filter(
    ({ request, diagnostic }) => request.url === url && diagnostic === undefined,
  )
  expect(new Set(own.map(({ via }) => via))).toEqual(new Set(['direct']))
}

/** The texts as an owner pastes them, by the words above them; each once, with the issuer filled in. */
function inOrder(texts: readonly StackText[], issuer: string): readonly string[] {
  const places = ['Above your guard and your routes', 'Above your guard', 'In place of your guard']
  return places.flatMap((place) => textsAt(texts, place, issuer))
}

function toBlocks(texts: readonly StackText[], issuer: string): Blocks {
  return {
    http: textsAt(texts, 'In the http block', issuer).join('\n'),
    server: textsAt(texts, 'In the server block', issuer).join('\n'),
    location: textsAt(texts, 'In the location of the MCP endpoint', issuer).join('\n'),
  }
}

function textsAt(texts: readonly StackText[], place: string, issuer: string): readonly string[] {
  const there = texts.filter(({ where }) => where === place).map(({ text }) => text)
  return [...new Set(there)].map((text) =>
    text.replaceAll('https://<your authorization server>', issuer),
  )
}
