import { expect, test } from 'vitest'
import { aFinding, aResponse, aRun, anExchange } from '../document-builders.ts'
import { type ExchangeRow, toTimelineRows, worstOf } from './timeline-rows.ts'

function onlyExchange(exchange: Parameters<typeof anExchange>[0]): ExchangeRow {
  const row = toTimelineRows(aRun({ exchanges: [anExchange(exchange)] })).at(-1)
  if (!row || row.kind === 'group') throw new Error('no exchange in the rows')
  return row
}

test('puts each exchange under its step, steps in their order', () => {
  const rows = toTimelineRows(
    aRun({
      exchanges: [
        anExchange({ id: 'e1' }),
        anExchange({ id: 'e2', step: 'resource-metadata', ahead: { used: true } }),
        anExchange({ id: 'e3' }),
      ],
    }),
  )
  expect(rows.map((row) => row.id)).toEqual([
    'group-challenge-0',
    'e1',
    'e3',
    'group-resource-metadata-0',
    'e2',
  ])
  expect(rows.map((row) => (row.kind === 'group' ? row.title : row.number))).toEqual([
    'challenge',
    1,
    3,
    'resource-metadata',
    2,
  ])
})

test('begins a step again below when the walk goes back to it, and counts findings there', () => {
  const rows = toTimelineRows(
    aRun({
      exchanges: [
        anExchange({ id: 'e1', step: 'authorization' }),
        anExchange({ id: 'e2', step: 'tools' }),
        anExchange({ id: 'e3', step: 'authorization' }),
        anExchange({ id: 'e4', step: 'tools' }),
      ],
      findings: [aFinding({ step: 'authorization' })],
    }),
  )
  expect(rows.map((row) => (row.kind === 'group' ? `${row.title} ${row.errors}` : row.id))).toEqual(
    [
      'authorization 0',
      'e1',
      'tools 0',
      'e2',
      'authorization, again 1',
      'e3',
      'tools, again 0',
      'e4',
    ],
  )
})

test('shows the preflight that the browser hides, before its request', () => {
  const exchange = anExchange({ method: 'POST', headers: [['content-type', 'application/json']] })
  const [, preflight, request] = toTimelineRows(aRun({ exchanges: [exchange] }))
  expect(preflight).toMatchObject({ kind: 'preflight', id: 'e1:preflight', number: null })
  expect(request).toMatchObject({ kind: 'exchange', id: 'e1', number: 1 })
})

test('counts what failed in the line of the step', () => {
  const [group] = toTimelineRows(
    aRun({
      exchanges: [anExchange()],
      findings: [
        aFinding(),
        aFinding({ severity: 'warning' }),
        aFinding({ verdict: 'cannot-tell' }),
        aFinding({ step: 'token' }),
      ],
    }),
  )
  expect(group).toMatchObject({ errors: 1, warnings: 1 })
})

test('gives the status the colour of the worst finding, and only then', () => {
  const exchanges = [anExchange({ outcome: aResponse({ status: 401 }) })]
  expect(toTimelineRows(aRun({ exchanges })).at(-1)).toMatchObject({
    statusKind: 'plain',
    worst: null,
  })
  const findings = [aFinding({ severity: 'note' }), aFinding({ severity: 'warning' })]
  expect(toTimelineRows(aRun({ exchanges, findings })).at(-1)).toMatchObject({
    statusKind: 'warning',
    worst: 'warning',
  })
})

test('keeps the query out of the row: it may hold a code', () => {
  const row = onlyExchange({ url: 'http://localhost:4280/callback.html?code=secret&state=x' })
  expect(row).toMatchObject({ host: 'localhost:4280', path: '/callback.html', hasQuery: true })
})

test.each([
  [{ diagnostic: 'triage' }, ['triage'], true],
  [{ ahead: { used: true } }, ['ahead'], false],
  [{ ahead: { used: false } }, ['ahead, unused'], true],
  [{ via: 'relay' }, ['relay'], false],
] as const)('marks %j', (change, marks, quiet) => {
  expect(onlyExchange(change)).toMatchObject({ marks, quiet })
})

test('has no duration while an answer is awaited', () => {
  expect(onlyExchange({ outcome: { kind: 'pending' } })).toMatchObject({
    duration: null,
    status: '…',
  })
})

test.each([
  [{ kind: 'unreadable', endedAt: 0, message: 'Failed to fetch' }, 'unread'],
  [{ kind: 'unreadable', endedAt: 0, message: '', reason: 'connection-refused' }, 'refused'],
  [{ kind: 'aborted', endedAt: 0, by: 'timeout' }, 'time-out'],
  [{ kind: 'redirect-hidden', endedAt: 0 }, 'redirect'],
] as const)('calls %j "%s"', (outcome, status) => {
  expect(onlyExchange({ outcome }).status).toBe(status)
})

test('the worst of nothing is nothing', () => {
  expect(worstOf([])).toBe(null)
  expect(worstOf(['note', 'error'])).toBe('error')
})
