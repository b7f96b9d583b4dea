import { describe, expect, test } from 'vitest'
import type { DocumentStep } from '../../protocol/index.ts'
import { aFinding, aRun } from '../document-builders.ts'
import { toAnnouncement, toWalk } from './walk-steps.ts'

const step = (change: Partial<DocumentStep>): DocumentStep => ({
  id: 'challenge',
  title: 'Challenge',
  status: 'passed',
  startedAt: 100,
  endedAt: 184,
  exchanges: ['e1'],
  summary: '401, Bearer',
  ...change,
})

describe('toWalk', () => {
  test('keeps what runs on demand apart', () => {
    const steps = [
      step({}),
      step({ id: 'refresh', status: 'pending' }),
      step({ id: 'probes', status: 'pending' }),
    ]
    const walk = toWalk(aRun({ steps }))
    expect(walk.steps.map(({ id }) => id)).toEqual(['challenge'])
    expect(walk.onDemand.map(({ id }) => id)).toEqual(['refresh', 'probes'])
  })

  test('marks a step that passed with a warning, and counts it', () => {
    const findings = [aFinding({ severity: 'warning' }), aFinding({ severity: 'note' })]
    const [only] = toWalk(aRun({ steps: [step({})], findings })).steps
    expect(only).toMatchObject({ mark: 'warned', summary: '401, Bearer · 1 warning', duration: 84 })
  })

  test('marks a step that passed with an error as flawed', () => {
    const findings = [aFinding({ severity: 'warning' }), aFinding({ severity: 'error' })]
    const [only] = toWalk(aRun({ steps: [step({})], findings })).steps
    expect(only).toMatchObject({ mark: 'flawed', summary: '401, Bearer · 1 error' })
  })

  test('does not mark a step for a note or for what cannot be told', () => {
    const findings = [aFinding({ severity: 'note' }), aFinding({ verdict: 'cannot-tell' })]
    expect(toWalk(aRun({ steps: [step({})], findings })).steps[0]?.mark).toBe('passed')
  })

  test('selects the exchange that a finding points at, else the last', () => {
    const steps = [step({ exchanges: ['e1', 'e2', 'e3'] })]
    const findings = [aFinding({ evidence: [{ exchange: 'e2', at: { part: 'status' } }] })]
    expect(toWalk(aRun({ steps, findings })).steps[0]?.exchange).toBe('e2')
    expect(toWalk(aRun({ steps })).steps[0]?.exchange).toBe('e3')
  })

  test.each(['skipped', 'pending'] as const)('gives a %s step no time', (status) => {
    expect(toWalk(aRun({ steps: [step({ status })] })).steps[0]?.duration).toBe(null)
  })
})

describe('toAnnouncement', () => {
  const steps = [step({}), step({ id: 'token', title: 'Token', status: 'running' })]
  const running = { ...aRun().outcome, status: 'running' } as const

  test('tells the step that is at work', () => {
    expect(toAnnouncement(aRun({ steps, outcome: running }))).toBe('Step 2 of 2, Token, running')
  })

  test('tells how the run ended', () => {
    expect(toAnnouncement(aRun({ steps }))).toBe('Connected: 2 tools in 1.0 s.')
  })
})
