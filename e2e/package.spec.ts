import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from './journey.ts'
import { findPackage, installPackage } from './pack.ts'
import { openDebugger } from './pages/debugger.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

test('what is published runs from an empty folder', async ({ page, practice }, info) => {
  const server = await practice()
  const home = installPackage(info.outputPath('package'), [findPackage('playwright-core')])

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
