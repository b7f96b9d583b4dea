import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PublishedIndex, readIndex } from '../../../protocol/published.ts'
import { toReport } from '../../../protocol/reports.ts'
import { buildDocument } from '../build-document.ts'
import { toResult } from '../result.ts'
import { openPublisher } from './publisher.ts'

let folder: string
let warned: string[]

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'flow-publish-')), 'runs')
  warned = []
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const terminal = {
  say: () => undefined,
  warn: (line: string) => void warned.push(line),
  print: () => undefined,
  show: () => undefined,
}

const DOCUMENT = buildDocument({ status: 'failed', step: 'server-metadata', cause: 'ASM-03' })

/** One job of a CI system: a run of one target that failed, and of one that never had its turn. */
async function runJob(keep?: number, startedAt = 1): Promise<void> {
  const publisher = await openPublisher({ publish: folder, ...(keep && { keep }) }, terminal)
  const target = { name: 'staging', server: 'https://a.example', given: new Map(), expect: {} }
  const ending = { document: DOCUMENT, problem: undefined, hint: undefined }
  const { reported } = toResult(target, ending, { secrets: {}, milliseconds: 1 })
  await publisher.write('staging.run.json', JSON.stringify(DOCUMENT))
  const app = { name: 'test', version: '0' }
  await publisher.publish(
    toReport({ app, startedAt, milliseconds: 1, targets: [reported], notRun: ['late'] }),
  )
  await publisher.close()
}

function index(): PublishedIndex {
  const reading = readIndex(readFileSync(join(folder, 'index.json'), 'utf8'))
  if (reading.kind !== 'index') throw new Error(reading.says)
  return reading.index
}

test('each run gets a folder with its documents, and the index tells of both', async () => {
  await runJob()
  await runJob()
  const { runs } = index()
  expect(runs.map(({ id }) => id)).toEqual(
    readdirSync(folder).filter((name) => name !== 'index.json'),
  )
  expect(runs).toHaveLength(2)
  expect(runs[1]?.targets).toMatchObject([
    { name: 'staging', status: 'failed', step: 'server-metadata', cause: 'ASM-03' },
    { name: 'late', status: 'not-run', file: null },
  ])
  const [target] = runs[1]?.targets ?? []
  expect(existsSync(join(folder, runs[1]?.id ?? '', target?.file ?? ''))).toBe(true)
  expect(warned).toEqual([])
})

test('jobs that publish at the same time are all in the index', async () => {
  await Promise.all([1, 2, 3].map(() => runJob()))
  expect(index().runs).toHaveLength(3)
})

test('no more runs are kept than wished, and the oldest go first', async () => {
  for (const startedAt of [1, 2, 3]) await runJob(2, startedAt)
  expect(index().runs.map(({ startedAt }) => startedAt)).toEqual([2, 3])
  expect(readdirSync(folder)).toHaveLength(3)
})

test('what is not ours stays in the folder', async () => {
  await runJob()
  writeFileSync(join(folder, 'README.md'), 'Runs of every night.')
  await runJob(1)
  expect(readdirSync(folder)).toContain('README.md')
})

test('a damaged index is said and made anew from the folders', async () => {
  await runJob()
  writeFileSync(join(folder, 'index.json'), '{"format":"mcp-flow-runs","version":1,"ru')
  await runJob()
  expect(warned).toEqual([expect.stringMatching(/index\.json is damaged and is made anew\. It is/)])
  expect(index().runs).toHaveLength(2)
})

test('a run whose entry is damaged is told from its documents', async () => {
  await runJob()
  const [{ id } = { id: '' }] = index().runs
  writeFileSync(join(folder, id, 'entry.json'), '{')
  await runJob()
  expect(warned).toEqual([expect.stringContaining('It is told from its run documents.')])
  expect(index().runs[0]).toMatchObject({
    id,
    targets: [{ name: 'staging', status: 'failed', cause: 'ASM-03', file: 'staging.run.json' }],
  })
})

test('a run of which nothing can be read is left out, and said', async () => {
  await runJob()
  const [{ id } = { id: '' }] = index().runs
  unlinkSync(join(folder, id, 'entry.json'))
  writeFileSync(join(folder, id, 'staging.run.json'), JSON.stringify(DOCUMENT).slice(0, 200))
  await runJob()
  expect(warned).toEqual([expect.stringContaining('It is left out of the index.')])
  expect(index().runs.map(({ id: each }) => each)).not.toContain(id)
})

test('an index of a newer version stops the runner before it walks, and stays as it is', async () => {
  await runJob()
  const newer = '{"format":"mcp-flow-runs","version":2}'
  writeFileSync(join(folder, 'index.json'), newer)
  await expect(openPublisher({ publish: folder }, terminal)).rejects.toThrow(
    /index\.json: It is version 2; this program reads up to version 1/,
  )
  expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe(newer)
})

test('a run that was broken off leaves nothing behind', async () => {
  const publisher = await openPublisher({ publish: folder }, terminal)
  await publisher.write('staging.run.json', '{}')
  await publisher.close()
  expect(readdirSync(folder)).toEqual([])
})

test('without a folder nothing is written', async () => {
  const publisher = await openPublisher({}, terminal)
  await publisher.write('staging.run.json', '{}')
  expect(existsSync(folder)).toBe(false)
})
