import { describe, expect, test } from 'vitest'
import type { FaultName } from '../sandbox/faults.ts'
import { compareRuns } from './compare.ts'
import { redactRun } from './export/redact.ts'
import { forecast } from './forecast.ts'
import { walkWith } from './practice-switch.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'

async function walk(walk: PracticeWalk = {}) {
  const { document, events } = await practise({ reach: 'browser-and-relay', ...walk })
  return redactRun({ ...document, clients: await forecast(events) })
}

const ALL = { also: ['refresh', 'probes', 'survey', 'revoke'] } as const

/** The kinds of the differences, with what differs. */
function subjects(differences: ReturnType<typeof compareRuns>) {
  return differences.map(({ kind, subject }) => `${kind} ${subject}`)
}

describe('two walks of the same server have no difference:', () => {
  const elsewhere = { server: 'http://localhost:6281/mcp', issuer: 'http://localhost:6282' }

  test.each<[string, PracticeWalk, PracticeWalk]>([
    ['healthy', {}, {}],
    ['on other ports', {}, { sandbox: elsewhere }],
    ['slow', { sandbox: { delay: 5 } }, { sandbox: { delay: 1 } }],
    ['by the relay alone', {}, { config: { transport: 'relay' } }],
    ['with sessions', { sandbox: { eras: 'legacy' } }, { sandbox: { eras: 'legacy' } }],
    ['with many pages', { sandbox: { pageSize: 1 } }, { sandbox: { pageSize: 1 } }],
    ['asked all there is', { config: ALL }, { config: ALL }],
  ])('%s', async (_, one, other) => {
    const [before, after] = [await walk(one), await walk(other)]
    expect(compareRuns(before, after).map(({ says }) => says)).toEqual([])
  })
})

describe('a fault that has come is told:', () => {
  test.each<[FaultName, readonly string[]]>([
    ['prm-resource-other-origin', ['status outcome', 'cause cause', 'rule PRM-07']],
    ['no-challenge', ['rule CHL-04']],
  ])('%s', async (fault, expected) => {
    const [before, after] = [await walk(), await walkWith([fault])]
    expect(subjects(compareRuns(before, after))).toEqual(expect.arrayContaining([...expected]))
    expect(compareRuns(after, after)).toEqual([])
  })
})

test('another list of tools, other scopes and another registration are told', async () => {
  const known = {
    clientId: 'by-hand',
    method: 'none',
    redirectUris: ['http://localhost/callback.html'],
  } as const
  const [before, after] = await Promise.all([
    walk(),
    walk({
      sandbox: { tools: 11, registration: { known: [known], dynamic: true, documents: false } },
      config: { clientId: 'by-hand', scope: 'tools' },
    }),
  ])
  const told = subjects(compareRuns(before, after))
  expect(told).toContain('registration client id')
  expect(told).toContain('scope asked')
  expect(told).toContain('setting scope')
  expect(told.filter((each) => each.startsWith('tool '))).toHaveLength(1)
})
