import { writeFileSync } from 'node:fs'
import type { TestInfo } from '@playwright/test'
import type { RunDocument } from '../src/protocol/index.ts'
import { expect } from './journey.ts'
import { consentAtCertified } from './pages/certified-consent.ts'
import { openDebugger } from './pages/debugger.ts'
import { runFlow } from './program.ts'
import { KNOWN_CLIENT } from './servers/certified-issuer.ts'
import { test } from './servers/fixtures.ts'

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
  expect(broken(document)).toContain('CORS-01')
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
  expect(broken(document)).toEqual(expect.arrayContaining(['CORS-01', 'CORS-06', 'CORS-09']))
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
})

test('the runner walks the certified issuer in each way that it offers', async ({
  closedServer,
  modernServer,
  clientDocument,
}, info) => {
  const closed = { server: closedServer.url, consent: 'consent.mjs' }
  const modern = { server: modernServer.url, consent: 'consent.mjs' }
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
  expect(broken(document)).toContain('CORS-02')
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
  writeFileSync(info.outputPath('consent.mjs'), `export default ${consentAtCertified.toString()}`)
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

function stepOf(document: RunDocument | undefined, step: string) {
  return document?.steps.find(({ id }) => id === step)?.status
}
