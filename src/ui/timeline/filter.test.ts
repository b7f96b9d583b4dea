import { expect, test } from 'vitest'
import { anExchange, aResponse, aRun, aFinding } from '../document-builders.ts'
import { filterRows } from './filter.ts'
import { toTimelineRows } from './timeline-rows.ts'

const rows = toTimelineRows(
  aRun({
    exchanges: [
      anExchange({ id: 'e1', method: 'POST', outcome: aResponse({ status: 401 }) }),
      anExchange({ id: 'e2', step: 'resource-metadata', purpose: 'Root address' }),
      anExchange({
        id: 'e3',
        step: 'server-metadata',
        to: 'issuer',
        url: 'https://auth.example/.well-known/openid-configuration',
        via: 'relay',
        outcome: aResponse({ status: 404 }),
      }),
    ],
    findings: [
      aFinding({ severity: 'warning', evidence: [{ exchange: 'e3', at: { part: 'url' } }] }),
    ],
  }),
)

const kept = (filter: string) =>
  filterRows(rows, filter).flatMap((row) => (row.kind === 'group' ? [] : [row.id]))

test.each([
  ['', ['e1', 'e2', 'e3']],
  ['status:4xx', ['e1', 'e3']],
  ['status:404', ['e3']],
  ['host:auth', ['e3']],
  ['step:resource', ['e2']],
  ['method:post', ['e1']],
  ['-method:post', ['e2', 'e3']],
  ['to:as', ['e3']],
  ['to:mcp', ['e1', 'e2']],
  ['via:relay', ['e3']],
  ['has:finding', ['e3']],
  ['has:warning', ['e3']],
  ['has:error', []],
  ['root', ['e2']],
  ['STATUS:4xx -openid', ['e1']],
  ['https://auth', ['e3']],
  ['-', ['e1', 'e2', 'e3']],
])('"%s" keeps %j', (filter, ids) => {
  expect(kept(filter)).toEqual(ids)
})

test('keeps the line of a step only with one of its exchanges', () => {
  expect(filterRows(rows, 'status:401').map((row) => row.kind)).toEqual(['group', 'exchange'])
})
