import { describe, expect, test } from 'vitest'
import type { RunDocument, RunOutcome } from '../../protocol/index.ts'
import { aFinding, aRun } from '../document-builders.ts'
import { sayForecast, toVerdictWords } from './verdict-words.ts'

const STEPS: RunDocument['steps'] = [
  {
    id: 'server-metadata',
    title: 'Server metadata',
    status: 'failed',
    startedAt: 0,
    endedAt: 1,
    exchanges: [],
    summary: 'would look for the metadata',
  },
]

function run(outcome: Partial<RunOutcome>, change: Partial<RunDocument> = {}): RunDocument {
  return aRun({ steps: STEPS, outcome: { ...aRun().outcome, ...outcome }, ...change })
}

const tags = (document: RunDocument) =>
  toVerdictWords(document, 'ended').tags.map(({ text }) => text)

describe('a run that passed', () => {
  test('says so with its own sentence', () => {
    const words = toVerdictWords(run({}), 'ended')
    expect(words).toMatchObject({ tone: 'pass', title: 'Connected: 2 tools in 1.0 s.' })
    expect(tags(run({}))).toEqual(['Connected'])
  })

  test('tells how many clients will get in, once that is foretold', () => {
    const client = { name: '', step: null, why: '', flip: null, confidence: '', asOf: '' }
    const clients = (['works', 'works', 'fails', 'unknown'] as const).map((verdict, index) => ({
      ...client,
      id: `c${index}`,
      verdict,
    }))
    expect(sayForecast(run({}))).toBeNull()
    expect(sayForecast(run({}, { clients }))).toBe(
      '2 of 4 clients will get in; of 1 this run cannot tell.',
    )
    expect(sayForecast(run({}, { clients: clients.slice(0, 3) }))).toBe(
      '2 of 3 clients will get in.',
    )
  })

  test('counts what it found on the way, and names what was gone past', () => {
    const findings = [aFinding({ severity: 'warning' }), aFinding({ severity: 'warning' })]
    expect(tags(run({}, { findings, continued: ['PRM-07'] }))).toEqual([
      'Connected',
      '2 warnings',
      'went past PRM-07',
    ])
  })
})

test('a run that stopped names the step, the side and the rule', () => {
  const document = run(
    {
      status: 'failed',
      step: 'server-metadata',
      cause: 'ASM-03',
      culprit: 'issuer',
      summary: 'One slash apart.',
      fix: 'Take the slash away.',
    },
    { findings: [aFinding({ rule: 'ASM-03' })] },
  )
  expect(tags(document)).toEqual([
    'Stopped at server metadata',
    "authorization server's side",
    'ASM-03 · must',
  ])
  expect(toVerdictWords(document, 'ended')).toMatchObject({
    tone: 'error',
    title: 'One slash apart.',
    text: 'Take the slash away.',
  })
})

test('a pass of the same rule is not taken for the cause', () => {
  const document = run(
    { status: 'failed', cause: 'ASM-03' },
    { findings: [aFinding({ rule: 'ASM-03', verdict: 'pass' })] },
  )
  expect(toVerdictWords(document, 'ended').cause).toBe(null)
})

describe('a run that waits', () => {
  test('names the host to sign in at', () => {
    const waiting = { on: 'authorization', url: 'https://auth.example/authorize?x=1' } as const
    expect(toVerdictWords(run({ status: 'stopped', waiting }), 'waiting').title).toBe(
      'Sign in at auth.example to go on',
    )
  })

  test('says what only the person has', () => {
    const waiting = { on: 'person', field: 'client-id', says: 'A client id is needed.' } as const
    expect(toVerdictWords(run({ status: 'stopped', waiting }), 'waiting').title).toBe(
      'A client id is needed.',
    )
  })

  test('before a step names it and its plan', () => {
    const waiting = { on: 'step', step: 'server-metadata' } as const
    expect(toVerdictWords(run({ status: 'stopped', waiting }), 'waiting')).toMatchObject({
      title: 'Next: Server metadata',
      text: 'Would look for the metadata.',
    })
  })
})
