import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, PAGE_FOLDER } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'
import { openPractice } from './practice.ts'
import { runFlow } from './program.ts'
import { findJUnitFaults, findSarifFaults } from './report-schemas.ts'
import { test } from './servers/fixtures.ts'
import { hostStatically } from './static-host.ts'

const ROOT = '/tools/mcp/'

/** What is broken one day: the resource metadata names another server. */
const RENAMED = /"resource":"[^"]+"/

test('a team watches its servers: all is well, one breaks, and the reports and the wall say why', async ({
  page,
  serve,
  sdkExample,
  closedServer,
}, info) => {
  let isBroken = false
  const [healthy, tickets, legacy] = await Promise.all([
    openPractice(),
    openPractice({
      answer: async (request, sandbox) => {
        const answer = await sandbox.fetch(request)
        const isMetadata = request.url.includes('/.well-known/oauth-protected-resource')
        if (!isBroken || !isMetadata) return answer
        const text = (await answer.text()).replace(RENAMED, '"resource":"https://old.example/mcp"')
        return new Response(text, answer)
      },
    }),
    openPractice({ fault: 'prm-resource-other-origin' }),
  ])
  try {
    const file = info.outputPath('targets.json')
    const targets = [
      { name: 'sdk example', server: sdkExample.url },
      { name: 'behind a login', server: closedServer.url, consent: 'oidc-provider' },
      { name: 'search', server: healthy.url },
      { name: 'tickets', server: tickets.url },
      { name: 'legacy', server: legacy.url, expect: { status: 'failed', cause: 'PRM-07' } },
    ]
    writeFileSync(file, JSON.stringify({ targets }))
    const [kept, site] = [info.outputPath('kept'), info.outputPath('site')]
    cpSync(PAGE_FOLDER, site, { recursive: true })
    writeFileSync(join(site, 'config.json'), JSON.stringify({ title: 'Tools', runs: 'runs/' }))
    const args = ['--targets', file, '--baseline', kept, '--publish', join(site, 'runs')]

    const first = await runFlow([...args, '--update'])
    expect(first.stdout).toContain('5 targets, 5 as expected')
    expect(first.code).toBe(0)

    isBroken = true
    const out = info.outputPath('out')
    const second = await runFlow([...args, '--out', out])
    expect(second.stdout).toContain('5 targets, 4 as expected, 1 not')
    expect(second.stdout).toMatch(/^✗ tickets  failed  PRM-07  /m)
    expect(second.code).toBe(1)

    const junit = readFileSync(join(out, 'junit.xml'), 'utf8')
    const sarif = readFileSync(join(out, 'report.sarif'), 'utf8')
    expect(await findJUnitFaults(junit)).toEqual([])
    expect(await findJUnitFaults('<testsuites><testcase/></testsuites>')).not.toEqual([])
    expect(findSarifFaults(sarif)).toEqual([])
    for (const text of [junit, sarif]) {
      expect(text).toContain('PRM-07')
      expect(text).toContain('https://old.example/mcp')
    }

    const app = await openDebugger(page, (await serve(hostStatically(ROOT, site))) + ROOT)
    await page.getByRole('link', { name: 'Wall of runs' }).click()
    const grid = page.getByRole('grid', { name: 'Runs' })
    const row = grid.getByRole('row').filter({ hasText: 'tickets' })
    await expect(row).toContainText('Broke on')
    await expect(row).toContainText('https://old.example/mcp')
    await expect(grid.getByRole('row').filter({ hasText: 'search' })).toContainText('Passes')
    await row.getByRole('link', { name: /failed, at resource metadata, PRM-07/ }).click()
    await expect(app.verdictRegion).toContainText('PRM-07')
  } finally {
    await Promise.all([healthy, tickets, legacy].map((server) => server.close()))
  }
})
