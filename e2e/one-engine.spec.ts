import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { RunDocument } from '../src/protocol/index.ts'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'
import { runFlow } from './program.ts'
import { toComparable } from './same-run.ts'

const SCHEMA = fileURLToPath(new URL('../public/run.schema.json', import.meta.url))

test('page, reload and runner write the same run, and it follows the published schema', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const oneByOne = { pace: 'one-by-one' } as const
  const app = await openDebugger(page, `${pageUrl}?${new URLSearchParams(oneByOne).toString()}`)
  await app.enter(server.url)
  await app.expectTools()
  const written = await app.save()
  await page.reload()
  await app.expectTools()
  const reloaded = await app.save()
  expect(reloaded.document).toEqual(written.document)

  const { stdout } = await runFlow([server.url, '--json', '--pace', oneByOne.pace])
  const ran: RunDocument = JSON.parse(stdout)
  expect(toComparable(atHome(ran))).toEqual(toComparable(atHome(written.document)))

  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(SCHEMA, 'utf8')),
  )
  for (const document of [written.document, reloaded.document, ran]) {
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
  }
})

/** The runner serves the page at another port than the journeys do. */
function atHome(document: RunDocument): RunDocument {
  const { origin } = new URL(document.config.redirectUri)
  const text = JSON.stringify(document)
  const home = text.replaceAll(origin, 'http://localhost')
  return JSON.parse(home.replaceAll(encodeURIComponent(origin), 'http%3A%2F%2Flocalhost'))
}
