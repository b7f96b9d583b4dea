import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './journey.ts'
import { runFlow } from './program.ts'

function readSummary(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))
}

test('two machines walk one file, and their outputs become one', async ({ practice }, info) => {
  const healthy = await practice()
  const faulty = await practice({ fault: 'prm-resource-slash' })
  const targets = [
    { name: 'first', server: healthy.url },
    { name: 'second', server: faulty.url },
    { name: 'third', server: healthy.url },
  ]
  const file = info.outputPath('targets.json')
  writeFileSync(file, JSON.stringify({ targets }))
  const shards = ['1', '2'].map((index) => ({ index, out: info.outputPath(`shard-${index}`) }))
  const runs = await Promise.all(
    shards.map(({ index, out }) =>
      runFlow(['--targets', file, '--shard', `${index}/2`, '--out', out]),
    ),
  )
  expect(runs.map(({ code }) => code)).toEqual([0, 1])

  const whole = info.outputPath('whole')
  const folders = shards.map(({ out }) => out)
  const merged = await runFlow(['--merge', ...folders, '--out', whole])
  expect(merged.stdout).toContain('3 targets, 2 as expected, 1 not')
  expect(merged.code).toBe(1)
  const names = readSummary(whole).targets.map(({ name }: { name: string }) => name)
  expect(names).toEqual(['first', 'second', 'third'])
  expect(readdirSync(whole)).toEqual(
    expect.arrayContaining(['first.run.json', 'second.har', 'third.run.json', 'junit.xml']),
  )
  expect(readFileSync(join(whole, 'junit.xml'), 'utf8')).toContain('tests="3"')

  const twice = await runFlow(['--merge', whole, ...folders])
  expect(twice.stderr).toContain(`the target "first" is in ${whole} and in ${folders[0]}`)
  expect(twice.code).toBe(2)
  const nowhere = await runFlow(['--merge', info.outputPath('none')])
  expect(nowhere.stderr).toContain('summary.json: ENOENT')
  expect(nowhere.code).toBe(2)
})
