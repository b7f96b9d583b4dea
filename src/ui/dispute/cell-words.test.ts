import { expect, test } from 'vitest'
import { STEP_IDS } from '../../protocol/index.ts'
import { aFinding, aRun, anExchange } from '../document-builders.ts'
import { toCellWords } from './cell-words.ts'

const STEPS = STEP_IDS.map((id) => ({
  id,
  title: `Title of ${id}`,
  status: 'passed' as const,
  startedAt: null,
  endedAt: null,
  exchanges: [],
  summary: '',
}))

test('a run that got in says how many requests it took', () => {
  const exchanges = [anExchange(), anExchange({ id: 'e2', via: 'navigation' })]
  expect(toCellWords(aRun({ steps: STEPS, exchanges }))).toMatchObject({
    getsIn: true,
    line: '1 request, nothing broken.',
  })
})

test('a run that failed says where, by which rule, and the sentence', () => {
  const findings = [aFinding({ rule: 'ASM-01', step: 'server-metadata' })]
  expect(toCellWords(aFailedRun('ASM-01', findings))).toEqual({
    getsIn: false,
    at: 'Title of server-metadata',
    line: 'By ASM-01.',
    says: 'None is there.',
  })
})

test('the first broken step is the earliest of the flow, and a warning breaks none', () => {
  const findings = [
    aFinding({ rule: 'SCO-20', step: 'tools' }),
    aFinding({ rule: 'ASM-03', step: 'server-metadata' }),
    aFinding({ rule: 'CHL-10', step: 'challenge', severity: 'warning' }),
  ]
  const broken = 'First broken: Title of server-metadata, ASM-03.'
  expect(toCellWords(aRun({ steps: STEPS, findings })).line).toBe(broken)
  expect(toCellWords(aFailedRun('SCO-20', findings)).line).toBe(`By SCO-20. ${broken}`)
})

function aFailedRun(cause: string, findings: ReturnType<typeof aFinding>[]) {
  const { outcome } = aRun()
  return aRun({
    steps: STEPS,
    findings,
    outcome: {
      ...outcome,
      status: 'failed',
      cause,
      step: 'server-metadata',
      summary: 'None is there.',
    },
  })
}
