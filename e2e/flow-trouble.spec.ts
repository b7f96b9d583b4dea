import { readdirSync, writeFileSync } from 'node:fs'
import { holding } from './holding.ts'
import { expect, test } from './journey.ts'
import { runFlow, startFlow } from './program.ts'

const REPORTS = ['summary.json', 'junit.xml', 'report.sarif', 'summary.md', 'report.html']

test('Ctrl-C keeps what has finished and leaves no browser behind', async ({ practice }, info) => {
  const held = holding('POST', '/mcp')
  const [healthy, slow] = await Promise.all([practice(), practice({ answer: held.answer })])
  const file = info.outputPath('targets.json')
  const targets = [
    { name: 'slow', server: slow.url },
    { name: 'healthy', server: healthy.url },
    { name: 'another', server: slow.url },
  ]
  writeFileSync(file, JSON.stringify({ targets }))
  const folder = info.outputPath('out')
  const program = startFlow(['--targets', file, '--out', folder, '--workers', '2'])
  await program.says('✓ healthy')
  const processes = program.descendants()
  expect(processes.length).toBeGreaterThan(1)
  program.interrupt()
  const { code, stdout } = await program.ended
  held.release()
  expect(code).toBe(130)
  expect(stdout).toContain('3 targets, 1 as expected, 2 not run')
  expect(new Set(readdirSync(folder))).toEqual(
    new Set(['healthy.run.json', 'healthy.har', ...REPORTS]),
  )
  // Chromium's own helpers end a moment after it.
  await expect.poll(() => processes.filter(isAlive)).toEqual([])
})

test('a browser that ends before its time is no fault of a server', async ({ practice }) => {
  const held = holding('POST', '/mcp')
  const server = await practice({ answer: held.answer })
  const program = startFlow([server.url])
  await held.reached
  const [browser = 0] = program.descendants()
  process.kill(browser, 'SIGKILL')
  const { code, stderr } = await program.ended
  held.release()
  expect(stderr).toContain('The browser has ended before its time.')
  expect(code).toBe(3)
})

test('wrong usage is told in one line', async () => {
  const [option, file] = await Promise.all([
    runFlow(['https://a.example/mcp', '--nowhere', 'kept']),
    runFlow(['--targets', 'there-is-none.json']),
  ])
  expect(option).toEqual({ code: 2, stdout: '', stderr: "Unknown option '--nowhere'\n" })
  expect(file.stderr).toMatch(/^--targets there-is-none\.json: ENOENT[^\n]*\n$/)
  expect(file.code).toBe(2)
})

test('a machine without a browser is told what to do', async ({ practice }) => {
  const { url } = await practice()
  const { code, stderr } = await runFlow([url], { MCPFLOW_CHROMIUM: '/nowhere/chromium' })
  expect(stderr).toContain('MCPFLOW_CHROMIUM names /nowhere/chromium, but there is no such file.')
  expect(code).toBe(3)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
