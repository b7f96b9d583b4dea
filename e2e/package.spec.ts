import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** Packs what is published, and installs it in an empty folder as npm does, from files alone. */
function installPackage(folder: string): string {
  const packed = join(folder, 'packed')
  const home = join(folder, 'home')
  for (const each of [packed, home]) mkdirSync(each, { recursive: true })
  const driver = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const quiet = ['--loglevel', 'error', '--ignore-scripts']
  // What was built for these journeys is packed as it is.
  for (const source of [ROOT, driver]) {
    execFileSync('npm', ['pack', source, '--pack-destination', packed, ...quiet])
  }
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  const files = readdirSync(packed).map((name) => join(packed, name))
  const offline = ['--offline', '--no-audit', '--no-fund', ...quiet]
  execFileSync('npm', ['install', ...files, ...offline], { cwd: home })
  return home
}

test('what is published runs from an empty folder', async ({ page, practice }, info) => {
  const server = await practice()
  const home = installPackage(info.outputPath('package'))

  const { stdout } = await run(
    'npx',
    ['--no', '--', 'mcp-flow-debugger', 'flow', server.url, '--json'],
    { cwd: home },
  )
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'mcp-flow-run',
    outcome: { status: 'passed', cause: null },
  })

  const program = spawn(
    join(home, 'node_modules/.bin/mcp-flow-debugger'),
    ['--port', '0', '--no-practice'],
    { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const url = await new Promise<string>((resolve, reject) => {
      program.once('exit', (code) => reject(new Error(`It ended with ${code}.`)))
      program.stdout.setEncoding('utf8').on('data', (text: string) => {
        const [, address] = /Page (\S+)/.exec(text) ?? []
        if (address !== undefined) resolve(address)
      })
    })
    const app = await openDebugger(page, url)
    await app.enter(server.url)
    await app.expectTools()
  } finally {
    program.kill('SIGTERM')
  }
})

test('a program that there is not is named', async () => {
  const asked = run(process.execPath, ['dist/node/program.js', 'walk'], { cwd: ROOT })
  await expect(asked).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no program "walk".'),
  })
})
