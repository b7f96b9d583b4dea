import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { toListener } from '../src/cli/local/fetch-listener.ts'
import { expect, PAGE_FOLDER, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'
import { newToken } from './relay.ts'
import { hostStatically } from './static-host.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATH = '/tools/mcp/'

/** The recipe of the relay's own page, as a person copies it. */
function readRecipe(): { main: string; vars: Readonly<Record<string, string>> } {
  const text = readFileSync(join(ROOT, 'src/relay/README.md'), 'utf8')
  const [, json = ''] = /```json\n([^]*?)```/.exec(text) ?? []
  return JSON.parse(json)
}

type Worker = { fetch(request: Request, environment: unknown): Promise<Response> }

function isWorker(value: unknown): value is Worker {
  return typeof value === 'object' && value !== null && 'fetch' in value
}

async function loadWorker(file: string): Promise<Worker> {
  const module: unknown = await import(pathToFileURL(join(ROOT, file)).href)
  const found =
    typeof module === 'object' && module !== null && 'default' in module && module.default
  if (!isWorker(found)) throw new Error(`${file} has no fetch.`)
  return found
}

const told = console.log
const log: string[] = []

/** What a worker says on its console is what its host keeps as the log. */
test.beforeEach(() => {
  console.log = (line: unknown) => log.push(String(line))
})
test.afterEach(() => {
  console.log = told
  log.length = 0
})

test('the built worker, set up as its recipe says, is a relay for a hosted page', async ({
  page,
  serve,
  practice,
}, info) => {
  const server = await practice({ cors: false })
  const people = info.outputPath('people.jsonl')
  const folder = info.outputPath('site')
  mkdirSync(folder, { recursive: true })
  cpSync(PAGE_FOLDER, folder, { recursive: true })
  const token = await newToken('ana', people)
  const origin = await serve(hostStatically(PATH, folder))
  const { main, vars } = readRecipe()
  expect(Object.keys(vars)).toEqual(['RELAY_ORIGINS', 'RELAY_TARGETS'])
  const worker = await loadWorker(main)
  const secret = { RELAY_PEOPLE: readFileSync(people, 'utf8') }
  const environment = { ...vars, ...secret, RELAY_ORIGINS: origin, RELAY_TARGETS: 'localhost' }
  const relay = await serve(toListener((request) => worker.fetch(request, environment)))
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ relay: `${relay}/relay` }))

  const app = await openDebugger(page, origin + PATH)
  await app.field('Your token for the relay').fill(token)
  await app.button('Use it').click()
  await expect(app.button('Remove my token')).toBeVisible()
  await app.enter(server.url)
  await app.expectTools()
  const { document } = await app.save()
  expect(document.exchanges.some(({ via }) => via === 'relay')).toBe(true)
  expect(log.join()).toContain(
    `"person":"ana","method":"POST","target":"${new URL(server.url).origin}"`,
  )
  expect(log.join()).not.toContain(token)
})
