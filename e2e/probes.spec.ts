import type { RunDocument } from '../src/protocol/index.ts'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'
import { runFlow } from './program.ts'

test('negative tests are made when asked for, by page and runner alike, and show what is wrong', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ fault: 'bad-token-500' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  expect(tried((await app.save()).document)).toEqual([])
  await app.button('Run negative tests').click()
  await expect(app.step('Negative tests')).toContainText('made')
  await app.expectTools()
  const { document } = await app.save()
  expect(broken(document)).toEqual(['USE-04'])

  const { code, stdout } = await runFlow([server.url, '--json', '--probes'])
  const ran: RunDocument = JSON.parse(stdout)
  expect(code).toBe(0)
  expect(broken(ran)).toEqual(['USE-04'])
  expect(tried(ran)).toEqual(tried(document))
})

/** What was tried, in order. */
function tried({ exchanges }: RunDocument): readonly string[] {
  return exchanges.filter(({ diagnostic }) => diagnostic === 'probe').map(({ purpose }) => purpose)
}

/** The errors that were found. */
function broken({ findings }: RunDocument): readonly string[] {
  return findings
    .filter(({ verdict, severity }) => verdict === 'fail' && severity === 'error')
    .map(({ rule }) => rule)
}
