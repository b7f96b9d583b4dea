import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './journey.ts'
import { runFlow } from './program.ts'

test('a baseline is kept, met, and missed when a server changes', async ({ practice }, info) => {
  let isChanged = false
  const [steady, changing] = await Promise.all([
    practice({ fault: 'prm-resource-other-origin' }),
    practice({
      answer: (request, sandbox) => {
        const isRoot = new URL(request.url).pathname === '/.well-known/oauth-protected-resource/mcp'
        if (isChanged && isRoot) return Promise.resolve(new Response(null, { status: 404 }))
        return sandbox.fetch(request)
      },
    }),
  ])
  const file = info.outputPath('targets.json')
  const targets = [
    { name: 'steady', server: steady.url },
    { name: 'changing', server: changing.url },
  ]
  writeFileSync(file, JSON.stringify({ targets }))
  const [kept, out] = [info.outputPath('kept'), info.outputPath('out')]
  const args = ['--targets', file, '--baseline', kept]

  const first = await runFlow([...args, '--update'])
  expect(first.stdout).toContain('kept as the first baseline')
  expect(first.code).toBe(0)
  expect(new Set(readdirSync(kept))).toEqual(new Set(['steady.run.json', 'changing.run.json']))
  const text = readFileSync(join(kept, 'steady.run.json'), 'utf8')

  const second = await runFlow([...args, '--update'])
  expect(second.stdout).toMatch(/^✓ steady  failed  PRM-07  /m)
  expect(second.stdout).toContain('2 targets, 2 as expected')
  // What has not changed stays as it is, nonces and dates included.
  expect(readFileSync(join(kept, 'steady.run.json'), 'utf8')).toBe(text)

  isChanged = true
  const third = await runFlow([...args, '--out', out])
  const says = 'got 200 before and gets 404 now.'
  expect(third.stdout).toMatch(/^✓ steady  /m)
  expect(third.stdout).toMatch(/^✗ changing  /m)
  expect(third.code).toBe(1)
  for (const name of ['junit.xml', 'report.sarif', 'summary.md', 'report.html', 'summary.json']) {
    expect(readFileSync(join(out, name), 'utf8'), name).toContain(says)
  }
})

test('a baseline that is missing or too new is told before anything is walked', async ({
  practice,
}, info) => {
  const server = await practice()
  const kept = info.outputPath('kept')
  const args = [server.url, '--baseline', kept]
  const missing = await runFlow(args)
  expect(missing).toMatchObject({ code: 2, stdout: '' })
  expect(missing.stderr).toMatch(/^--baseline \S+kept: ENOENT[^\n]*; --update makes a baseline\n$/)

  await runFlow([...args, '--update'])
  const [name = ''] = readdirSync(kept)
  const path = join(kept, name)
  const newer = readFileSync(path, 'utf8').replace('"version": 1', '"version": 2')
  writeFileSync(path, newer)
  const refused = await runFlow([...args, '--update'])
  expect(refused.stderr).toContain(`--baseline ${path}: This file is version 2`)
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(readFileSync(path, 'utf8')).toBe(newer)
})
