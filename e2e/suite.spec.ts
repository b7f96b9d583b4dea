import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { requireChromium } from '../src/cli/chromium.ts'
import { expect, test } from './journey.ts'
import { findPackage, installPackage } from './pack.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** A team's own project: the example, with the packed package and Playwright beside it. */
function installExample(folder: string): string {
  const home = installPackage(folder, [findPackage('playwright-core')])
  mkdirSync(join(home, 'node_modules/@playwright'))
  symlinkSync(findPackage('@playwright/test'), join(home, 'node_modules/@playwright/test'))
  const example = join(home, 'example')
  cpSync(join(ROOT, 'e2e/examples/playwright'), example, { recursive: true })
  return example
}

type Tests = { readonly code: number; readonly output: string }

/** `npx playwright test`, as the team runs it; what these journeys run in says nothing to it. */
async function runTests(cwd: string, servers: Readonly<Record<string, string>>): Promise<Tests> {
  const own = Object.entries(process.env).filter(([name]) => !/^(TEST_|PW|PLAYWRIGHT)/.test(name))
  const { executablePath } = requireChromium()
  const colours = { FORCE_COLOR: '0', NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: 'report.json' }
  const env = { ...Object.fromEntries(own), ...servers, ...colours, CHROMIUM: executablePath }
  const command = join(cwd, '../node_modules/@playwright/test/cli.js')
  return run(process.execPath, [command, 'test', '--reporter=line,json'], { cwd, env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: unknown) => toFailed(error),
  )
}

function toFailed(error: unknown): Tests {
  if (error instanceof Error && 'code' in error && 'stdout' in error) {
    return { code: Number(error.code), output: String(error.stdout) }
  }
  throw error
}

test("a team's own Playwright suite walks, and its failures say what is wrong", async ({
  practice,
}, info) => {
  test.setTimeout(120_000)
  const [healthy, broken] = await Promise.all([
    practice({ consent: 'page' }),
    practice({ fault: 'prm-resource-other-origin' }),
  ])
  const example = installExample(info.outputPath('team'))

  const types = [join(ROOT, 'node_modules/.bin/tsc'), '-p', '.']
  const roots = ['--typeRoots', join(ROOT, 'node_modules/@types')]
  await run(process.execPath, [...types, ...roots], { cwd: example })

  const { code, output } = await runTests(example, {
    SERVER: healthy.url,
    LEGACY_SERVER: broken.url,
  })
  expect(code).toBe(1)
  for (const words of [
    '1 passed',
    `The walk of ${broken.url} failed at resource-metadata.`,
    'PRM-07 resource-is-the-url: The metadata',
    'Fix: ',
    'Evidence: /resource in the body of GET',
    'See: ',
  ]) {
    expect(output).toContain(words)
  }
  const report = readFileSync(join(example, 'report.json'), 'utf8')
  expect(report).toContain('"legacy.run.json"')
  expect(report).toContain('"production.run.json"')
})
