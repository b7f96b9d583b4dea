import { describe, expect, test } from 'vitest'
import { buildAnswer, buildAuthorization, type LogWriter, writeLog } from './build-log.ts'
import type { RunDocument } from './document.ts'
import type { Finding, Verdict } from './rule.ts'
import { foldRun } from './run.ts'
import type { Step } from './step.ts'
import { toDocument } from './to-document.ts'

const STEPS: readonly Step[] = (['challenge', 'scope', 'authorization', 'tools'] as const).map(
  (id) => ({
    id,
    title: `Title of ${id}`,
    needs: [],
    gives: [],
    plan: `would do ${id}`,
    run: () => Promise.resolve({ kind: 'skipped', why: '' }),
  }),
)

function write(log: LogWriter, findings: readonly Finding[] = []): RunDocument {
  const app = { name: 'test', version: '1' }
  return toDocument({ run: foldRun(log.events), findings, steps: STEPS, app, live: false })
}

function stepOf(log: LogWriter, id: string) {
  return write(log).steps.find((step) => step.id === id)
}

function findingWith(verdict: Verdict): Finding {
  return {
    rule: {
      id: 'PRM-07',
      name: 'resource-is-the-url',
      title: 'The resource is the URL',
      level: 'must',
      spec: ['rfc9728-2'],
      step: 'scope',
      stops: true,
      culprit: 'server',
      check: () => verdict,
    },
    severity: 'error',
    verdict,
  }
}

test('a document says what it is, and of which run', () => {
  expect(write(writeLog({ revision: '2025-06-18' }).done('challenge'))).toMatchObject({
    format: 'mcp-flow-run',
    version: 1,
    app: { name: 'test', version: '1' },
    id: 'run-1',
    startedAt: 0,
    endedAt: 2,
    revision: '2025-06-18',
    continued: [],
    from: null,
    clients: [],
  })
})

describe('a step', () => {
  test('that was not reached says what it would do', () => {
    expect(stepOf(writeLog(), 'scope')).toEqual({
      id: 'scope',
      title: 'Title of scope',
      status: 'pending',
      startedAt: null,
      endedAt: null,
      exchanges: [],
      summary: 'would do scope',
    })
  })

  test('that is done says what came of it, with its exchanges and times', () => {
    const log = writeLog().start('scope').ask('scope', 'e1', { outcome: buildAnswer() })
    log.settle('scope', { kind: 'done', says: 'asks for tools', facts: {} })
    expect(stepOf(log, 'scope')).toMatchObject({
      status: 'passed',
      startedAt: 1,
      endedAt: 4,
      exchanges: ['e1'],
      summary: 'asks for tools',
    })
  })

  test('is running, skipped or failed as it went', () => {
    expect(stepOf(writeLog().start('scope'), 'scope')?.status).toBe('running')
    const log = writeLog().start('scope').settle('scope', { kind: 'skipped', why: 'no token' })
    expect(stepOf(log, 'scope')).toMatchObject({ status: 'skipped', summary: 'no token' })
    expect(stepOf(writeLog().fail('scope'), 'scope')).toMatchObject({
      status: 'failed',
      summary: 'Too late.',
    })
  })

  test('that a rule stopped has failed, although it went well', () => {
    const log = writeLog().done('scope').add({ type: 'stopped', step: 'scope', rule: 'PRM-07' })
    expect(stepOf(log, 'scope')?.status).toBe('failed')
  })

  test('that sent the walk back has passed, and says why', () => {
    const result = { kind: 'back', to: 'scope', why: 'asks for a token now', facts: {} } as const
    const log = writeLog().start('challenge').settle('challenge', result)
    expect(stepOf(log, 'challenge')).toMatchObject({
      status: 'passed',
      summary: 'asks for a token now',
    })
  })

  test('that waits for consent passes once the browser is back', () => {
    const log = writeLog()
      .start('authorization')
      .settle('authorization', {
        kind: 'waiting',
        on: 'authorization',
        says: 'asks you',
        url: 'https://issuer.example/authorize',
        facts: { authorization: buildAuthorization() },
      })
    const step = stepOf(log, 'authorization')
    expect(step).toMatchObject({ status: 'waiting', summary: 'asks you' })
    log.add({ type: 'callback-arrived', url: 'https://page.example/?code=1', by: 'paste' })
    expect(stepOf(log, 'authorization')).toMatchObject({ status: 'passed', summary: 'came back' })
  })

  test('that waits for the person says what for', () => {
    const need = { field: 'client-id', says: 'Enter a client id.' } as const
    const result = { kind: 'waiting', on: 'person', need, facts: {} } as const
    const log = writeLog().start('scope').settle('scope', result)
    expect(stepOf(log, 'scope')).toMatchObject({ status: 'waiting', summary: need.says })
  })
})

describe('a finding', () => {
  const fail: Verdict = {
    kind: 'fail',
    says: 'The resource is another.',
    fix: 'Write the URL.',
    evidence: [{ exchange: 'e1', at: { part: 'response-body', pointer: '/resource' } }],
    compare: [
      { label: 'asked', value: 'https://a.example/mcp' },
      { label: 'named', value: 'https://a.example' },
    ],
  }

  test('that fails carries everything that its reader needs', () => {
    expect(write(writeLog(), [findingWith(fail)]).findings).toEqual([
      {
        rule: 'PRM-07',
        name: 'resource-is-the-url',
        title: 'The resource is the URL',
        step: 'scope',
        severity: 'error',
        verdict: 'fail',
        says: 'The resource is another.',
        fix: 'Write the URL.',
        culprit: 'server',
        evidence: fail.evidence,
        paste: null,
        compare: fail.compare,
        spec: [{ title: expect.any(String), url: expect.stringMatching(/^https:/) }],
      },
    ])
  })

  test('blames whom the verdict names', () => {
    const [finding] = write(writeLog(), [findingWith({ ...fail, culprit: 'person' })]).findings
    expect(finding?.culprit).toBe('person')
  })

  test('that does not fail says why it does not apply, or nothing', () => {
    const verdicts: readonly Verdict[] = [
      { kind: 'pass' },
      { kind: 'not-applicable', why: 'No token is needed.' },
      { kind: 'cannot-tell', why: 'The header is hidden.' },
    ]
    const { findings } = write(writeLog(), verdicts.map(findingWith))
    expect(findings.map(({ says }) => says)).toEqual([
      '',
      'No token is needed.',
      'The header is hidden.',
    ])
    expect(findings.flatMap(({ evidence, fix }) => [evidence.length, fix])).toEqual(
      Array.from({ length: 3 }, () => [0, null]).flat(),
    )
  })
})

test('a decision names its exchange, its reason and its source, or null', () => {
  const log = writeLog()
    .add({ type: 'decided', decision: { step: 'scope', says: 'Asks for tools' } })
    .add({
      type: 'decided',
      decision: { step: 'scope', exchange: 'e1', says: 'Asks', why: 'so', spec: 'rfc9728-2' },
    })
  const [bare, full] = write(log).decisions
  expect(bare).toEqual({
    step: 'scope',
    exchange: null,
    says: 'Asks for tools',
    why: null,
    spec: null,
  })
  expect(full).toMatchObject({ exchange: 'e1', why: 'so', spec: { url: expect.any(String) } })
})

test('the tools are named with title and description, or null', () => {
  const tools = { tools: [{ name: 'echo', title: 'Echo' }, { name: 'add' }], exchanges: [] }
  expect(write(writeLog().done('tools', { tools })).tools).toEqual([
    { name: 'echo', title: 'Echo', description: null },
    { name: 'add', title: null, description: null },
  ])
})
