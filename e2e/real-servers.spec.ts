import { writeFileSync } from 'node:fs'
import type { TestInfo } from '@playwright/test'
import type { RunDocument } from '../src/protocol/index.ts'
import { expect } from './journey.ts'
import { consentAtCertified } from './pages/certified-consent.ts'
import { openDebugger } from './pages/debugger.ts'
import { runFlow } from './program.ts'
import { KNOWN_CLIENT } from './servers/certified-issuer.ts'
import { test } from './servers/fixtures.ts'

/** Says invalid_token to nobody's token and no scope, takes no client documents, and lets no page read its endpoint. */
const SDK_EXAMPLE = ['CHL-08', 'CHL-10', 'ASM-12', 'CORS-01']
/** 2025-06-18 asks for neither scopes nor client documents. */
const SDK_EXAMPLE_OLD = ['CHL-08', 'CORS-01']
/** At the origin it shows the metadata of its issuer elsewhere as its own. */
const SDK_EXAMPLE_OLDEST = ['ASM-03', 'CORS-01']
/** Authentication before CORS at the server; implicit, and no registration from a page, at the issuer. */
const CLOSED = ['CHL-08', 'ASM-08', 'CORS-01', 'CORS-06', 'CORS-09']
/** No page may read the 404s of its issuer's metadata, which takes no client documents. */
const MODERN = ['CHL-08', 'ASM-08', 'ASM-12', 'DCR-11', 'CORS-08', 'CORS-09']
/** Its pointer misses, public clients are not advertised, and notifications get the body "null". */
const HONO = ['CHL-08', 'CHL-10', 'CHL-12', 'ASM-12', 'ASM-16', 'TRN-03', 'CORS-02']

/** What no plain walk of these servers breaks. The example compares no redirect URI and has an outage for each bad code. */
const BY_PROBES = ['URI-01', 'TOK-04', 'TOK-10', 'USE-04', 'ORG-01', 'VER-03', 'TLI-03', 'SEC-05']

test('the example of the first SDK ends in tools through the relay, with the CORS findings', async ({
  page,
  pageUrl,
  sdkExample,
}) => {
  const app = await openDebugger(page, pageUrl)
  await app.enter(sdkExample.url)
  await app.expectTools(7)
  const { document } = await app.save()
  expect(waysTo(document, sdkExample.url).at(-1)).toBe('relay')
  expect(broken(document)).toEqual(SDK_EXAMPLE)
})

test('the example of the first SDK passes in every revision that it speaks', async ({
  sdkExample,
  strictSdkExample,
}, info) => {
  const { url } = sdkExample
  const revisions = ['auto', '2025-11-25', '2025-06-18', '2025-03-26']
  const targets = revisions.map((revision) => ({ name: revision, server: url, revision }))
  const strict = { name: 'strict', server: strictSdkExample.url }
  const { documents, code } = await runTargets(info, [...targets, strict])
  expect(documents.map(({ outcome }) => outcome.status)).toEqual(documents.map(() => 'passed'))
  expect(documents.map(({ tools }) => tools.length)).toEqual(documents.map(() => 7))
  expect(documents.map(broken)).toEqual([
    SDK_EXAMPLE,
    SDK_EXAMPLE,
    SDK_EXAMPLE_OLD,
    SDK_EXAMPLE_OLDEST,
    SDK_EXAMPLE,
  ])
  expect(code).toBe(0)
})

test('a server closed to pages, with a certified issuer: sign in, consent, tools, refresh', async ({
  page,
  pageUrl,
  closedServer,
}) => {
  const app = await openDebugger(page, pageUrl)
  await app.enter(closedServer.url)
  await consentAtCertified(page)
  await app.expectTools(1)
  await app.button('Run refresh').click()
  await expect(app.step('Refresh')).toContainText('passed')
  const { document } = await app.save()
  expect(document.revision).toBe('2026-07-28')
  expect(document.steps.find(({ id }) => id === 'registration')?.summary).toContain('dynamically')
  expect(broken(document)).toEqual(CLOSED)
  expect(waysTo(document, closedServer.url).at(-1)).toBe('relay')
})

test('a server open to pages is asked directly, and its issuer where that lets pages read', async ({
  page,
  pageUrl,
  modernServer,
}) => {
  const app = await openDebugger(page, pageUrl)
  await app.enter(modernServer.url)
  await consentAtCertified(page)
  await app.expectTools(1)
  const { document } = await app.save()
  expect(new Set(waysTo(document, modernServer.url))).toEqual(new Set(['direct']))
  const relayed = document.exchanges.filter(({ via, diagnostic }) => via === 'relay' && !diagnostic)
  expect(relayed.map(({ purpose }) => purpose)).toEqual([
    // Below a path the issuer has its metadata at the third place only, and no page may read its 404.
    'Authorization server metadata',
    'OpenID configuration',
    'Dynamic client registration',
  ])
  expect(broken(document)).toEqual(MODERN)
})

test('the runner walks the certified issuer in each way that it offers', async ({
  closedServer,
  modernServer,
  clientDocument,
}, info) => {
  const closed = { server: closedServer.url, consent: 'oidc-provider' }
  const modern = { server: modernServer.url, consent: 'oidc-provider' }
  const { documents, code, words } = await runTargets(info, [
    { ...closed, name: 'dynamic', refresh: true, revoke: true },
    { ...closed, name: 'known', clientId: KNOWN_CLIENT, refresh: true },
    { ...closed, name: 'document', cimd: clientDocument.url, refresh: true },
    { ...closed, name: 'older', revision: '2025-11-25' },
    { ...closed, name: 'oldest', revision: '2025-03-26', scope: 'mcp:read' },
    { ...modern, name: 'path issuer', refresh: true },
    { ...modern, name: 'step-up', scope: 'mcp:read' },
    { ...modern, name: 'too old', revision: '2025-11-25', expect: { cause: 'TRN-21' } },
  ])
  expect(code, words).toBe(0)
  const [dynamic, known, document, older, , path, stepUp] = documents
  expect(documents.map(broken)).toEqual([
    CLOSED,
    CLOSED,
    CLOSED,
    CLOSED,
    ['ASM-03', 'ASM-08', 'CORS-01', 'CORS-06', 'CORS-09'],
    MODERN,
    MODERN,
    ['CHL-08', 'ASM-08', 'ASM-12', 'TRN-21', 'CORS-08', 'CORS-09'],
  ])
  for (const run of [dynamic, known, document, path]) expect(stepOf(run, 'refresh')).toBe('passed')
  expect(stepOf(dynamic, 'revoke')).toBe('passed')
  expect(older?.revision).toBe('2025-11-25')
  expect(stepOf(stepUp, 'step-up')).toBe('passed')
  const asked = stepUp?.exchanges.filter(({ step }) => step === 'authorization') ?? []
  expect(asked.map(({ request }) => new URL(request.url).searchParams.get('scope'))).toEqual([
    'mcp:read',
    'mcp:read mcp:write',
  ])
})

test('negative tests show what two servers with the example issuer let pass, and nothing else', async ({
  sdkExample,
  honoServer,
}, info) => {
  const { documents, code, words } = await runTargets(info, [
    { name: 'sdk example', server: sdkExample.url, probes: true },
    { name: 'hono', server: honoServer.url, probes: true },
  ])
  expect(code, words).toBe(0)
  const issuer = ['URI-01', 'TOK-04', 'TOK-10']
  expect(documents.map(brokenWithProbes)).toEqual([
    { plain: SDK_EXAMPLE, probed: [...issuer, 'USE-04', 'ORG-01', 'TLI-03'] },
    { plain: HONO, probed: [...issuer, 'ORG-01', 'VER-03', 'TLI-03', 'SEC-05'] },
  ])
})

test('negative tests find a certified issuer sound, and servers that look at no cursor', async ({
  closedServer,
  modernServer,
}, info) => {
  const shared = { consent: 'oidc-provider', probes: true }
  const { documents, code, words } = await runTargets(info, [
    { ...shared, name: 'closed', server: closedServer.url },
    { ...shared, name: 'modern', server: modernServer.url },
  ])
  expect(code, words).toBe(0)
  expect(documents.map(brokenWithProbes)).toEqual([
    { plain: CLOSED, probed: ['TLI-03'] },
    { plain: MODERN, probed: ['TLI-03'] },
  ])
})

test('a challenge that points nowhere is named, and the walk finds the document all the same', async ({
  page,
  pageUrl,
  honoServer,
}) => {
  const app = await openDebugger(page, pageUrl)
  await app.enter(honoServer.url)
  await app.expectTools(1)
  const { document } = await app.save()
  const finding = document.findings.find(({ rule }) => rule === 'CHL-12')
  expect(finding?.verdict).toBe('fail')
  expect(finding?.says).toContain('404')
  expect(broken(document)).toEqual(HONO)
})

test('a client that knows the pointer alone stops there, and may go on all the same', async ({
  page,
  pageUrl,
  honoServer,
}) => {
  const app = await openDebugger(page, `${pageUrl}?revision=2025-06-18`)
  await app.enter(honoServer.url)
  await expect(app.verdictRegion).toContainText('CHL-12')
  await expect(app.verdict).toContainText('/.well-known/oauth-protected-resource as resource')
  await expect(app.verdict).toContainText('404 Not Found')
  await app.inVerdict('Continue anyway').click()
  // The origin stands in for the issuer, which calls itself the same with a slash.
  await expect(app.verdictRegion).toContainText('ASM-03')
  await app.inVerdict('Continue anyway').click()
  await app.expectTools(1)
})

/** Runs the targets at once, and gives their documents in the order of the targets. */
async function runTargets(info: TestInfo, targets: readonly object[]) {
  const file = info.outputPath('targets.json')
  writeFileSync(file, JSON.stringify({ targets }))
  const { code, stdout, stderr } = await runFlow(['--targets', file, '--json'])
  const documents = stdout
    .trim()
    .split('\n')
    .map((line): RunDocument => JSON.parse(line))
  return { code, documents, words: stderr }
}

/** How the walk's own requests to an endpoint travelled. */
function waysTo({ exchanges }: RunDocument, url: string): readonly string[] {
  const own = exchanges.filter(({ request, diagnostic }) => request.url === url && !diagnostic)
  return own.map(({ via }) => via)
}

function broken({ findings }: RunDocument): readonly string[] {
  return findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)
}

function brokenWithProbes(document: RunDocument) {
  const rules = broken(document)
  return {
    plain: rules.filter((rule) => !BY_PROBES.includes(rule)),
    probed: rules.filter((rule) => BY_PROBES.includes(rule)),
  }
}

function stepOf(document: RunDocument | undefined, step: string) {
  return document?.steps.find(({ id }) => id === step)?.status
}
