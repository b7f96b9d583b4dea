import { describe, expect, test } from 'vitest'
import { type LogWriter, buildAuthorization, writeLog } from './build-log.ts'
import type { AbandonReason, FlowErrorCode } from './events.ts'
import type { ToolsFact } from './facts.ts'
import { outcomeOf } from './outcome.ts'
import type { Fail, Finding, Rule } from './rule.ts'
import { foldRun } from './run.ts'

const FAIL: Fail = {
  kind: 'fail',
  says: 'The metadata has no code_challenge_methods_supported.',
  fix: 'Add "code_challenge_methods_supported": ["S256"].',
  evidence: [{ exchange: 'e1', at: { part: 'outcome' } }],
}

function buildFinding(change: Partial<Rule> = {}, verdict: Finding['verdict'] = FAIL): Finding {
  const rule: Rule = {
    id: 'ASM-09',
    name: 'pkce-is-advertised',
    title: 'PKCE is advertised',
    level: 'must',
    spec: [],
    step: 'server-metadata',
    stops: true,
    culprit: 'issuer',
    check: () => verdict,
    ...change,
  }
  return { rule, severity: 'error', verdict }
}

function judge(log: LogWriter, findings: readonly Finding[] = [], live = false) {
  return outcomeOf(foldRun(log.events), findings, live)
}

function toolsFact(change: Partial<ToolsFact> = {}): { tools: ToolsFact } {
  return { tools: { tools: [{ name: 'echo' }, { name: 'add' }], exchanges: ['e1'], ...change } }
}

function failing(code: FlowErrorCode, message: string): LogWriter {
  const error = { code, message }
  return writeLog()
    .start('server-metadata')
    .settle('server-metadata', { kind: 'failed', error, facts: {} })
}

function waiting(): LogWriter {
  return writeLog()
    .start('authorization')
    .settle('authorization', {
      kind: 'waiting',
      on: 'authorization',
      says: 'issuer.example asks you to sign in and consent',
      url: 'https://issuer.example/authorize?state=s',
      facts: { authorization: buildAuthorization() },
    })
}

const NOTHING_ELSE = {
  step: null,
  cause: null,
  fix: null,
  culprit: null,
  canContinue: false,
  waiting: null,
} as const

describe('a walk that reached the tools', () => {
  test('has passed', () => {
    const challenge = { exchange: 'e1', status: 401, required: true, header: 'absent' } as const
    const log = writeLog().done('challenge', { challenge }).done('tools', toolsFact())
    expect(judge(log)).toEqual({
      ...NOTHING_ELSE,
      status: 'passed',
      summary: 'Connected: 2 tools.',
    })
  })

  test('counts one tool as one', () => {
    const log = writeLog().done('tools', toolsFact({ tools: [{ name: 'echo' }] }))
    expect(judge(log).summary).toBe('Connected: 1 tool.')
  })

  test('says so when no authorization was asked for', () => {
    const challenge = { exchange: 'e1', status: 200, required: false, header: 'absent' } as const
    const log = writeLog().done('challenge', { challenge }).done('tools', toolsFact())
    const says = 'Connected: 2 tools; the server asks for no authorization.'
    expect(judge(log).summary).toBe(says)
  })

  test.each([
    [false, 'Connected: 2 tools; echo answered.'],
    [true, 'Connected: 2 tools; echo answered with an error.'],
  ])('says how the called tool answered: error %s', (isError, says) => {
    const call = { tool: 'echo', exchange: 'e2', isError }
    expect(judge(writeLog().done('tools', toolsFact({ call }))).summary).toBe(says)
  })

  test('names the rules that the person went past', () => {
    const log = writeLog().add({ type: 'continued', rule: 'ASM-09' }).done('tools', toolsFact())
    expect(judge(log).summary).toBe(
      'Connected: 2 tools; you went on past ASM-09, where a conforming client stops.',
    )
  })
})

test('a walk under way is running, and names its step', () => {
  const outcome = judge(writeLog().start('token'), [], true)
  expect(outcome).toMatchObject({ status: 'running', step: 'token' })
})

describe('a walk that a rule stopped', () => {
  const stopped = () =>
    writeLog()
      .done('server-metadata')
      .add({ type: 'stopped', step: 'server-metadata', rule: 'ASM-09' })

  test('has failed for that cause, with the fix and whose it is', () => {
    expect(judge(stopped(), [buildFinding()])).toEqual({
      status: 'failed',
      step: 'server-metadata',
      cause: 'ASM-09',
      summary: FAIL.says,
      fix: FAIL.fix,
      culprit: 'issuer',
      canContinue: true,
      waiting: null,
    })
  })

  test('blames whom the verdict names before whom the rule names', () => {
    const finding = buildFinding({}, { ...FAIL, culprit: 'network' })
    expect(judge(stopped(), [finding]).culprit).toBe('network')
  })

  test.each([
    ['no-server-metadata', true],
    ['unsafe-to-send', true],
    ['timeout', false],
    ['token-refused', false],
  ] as const)('after the error %s can go on: %s', (code, canContinue) => {
    const log = failing(code, 'x')
    log.add({ type: 'stopped', step: 'server-metadata', rule: 'ASM-09' })
    expect(judge(log, [buildFinding()]).canContinue).toBe(canContinue)
  })

  test('waits for the person where the person can mend it', () => {
    const need = { field: 'client-id', says: 'Enter a client id.' } as const
    const log = writeLog()
      .start('registration')
      .settle('registration', { kind: 'waiting', on: 'person', need, facts: {} })
      .add({ type: 'stopped', step: 'registration', rule: 'ASM-14' })
    expect(judge(log, [buildFinding({ id: 'ASM-14', step: 'registration' })])).toMatchObject({
      status: 'stopped',
      cause: 'ASM-14',
      canContinue: false,
      waiting: { on: 'person', field: 'client-id', says: 'Enter a client id.' },
    })
  })
})

describe('a walk that waits', () => {
  test('for consent says who asks, and where', () => {
    expect(judge(waiting())).toEqual({
      ...NOTHING_ELSE,
      status: 'stopped',
      step: 'authorization',
      summary: 'Waits for you: issuer.example asks you to sign in and consent.',
      culprit: 'person',
      waiting: { on: 'authorization', url: 'https://issuer.example/authorize?state=s' },
    })
  })

  test.each<[AbandonReason, string]>([
    ['popup-blocked', 'The browser blocked the pop-up.'],
    ['popup-closed', 'The pop-up was closed before the authorization server sent you back.'],
    ['cancelled', 'You stopped waiting for the authorization server to send you back.'],
    ['timeout', 'Nothing came back from the authorization server in time.'],
  ])('for consent in vain says why: %s', (why, says) => {
    const outcome = judge(waiting().add({ type: 'authorization-abandoned', why }))
    expect(outcome.summary).toContain(says)
    expect(outcome.waiting?.on).toBe('authorization')
  })

  test('for consent no longer waits once the browser is back', () => {
    const url = 'https://page.example/callback.html?code=1'
    const log = waiting().add({ type: 'callback-arrived', url, by: 'popup' })
    expect(judge(log).waiting).toBeNull()
  })

  test('for a client id says what to do', () => {
    const need = { field: 'client-id', says: 'Register a client there.' } as const
    const log = writeLog()
      .start('registration')
      .settle('registration', { kind: 'waiting', on: 'person', need, facts: {} })
    expect(judge(log)).toMatchObject({
      status: 'stopped',
      step: 'registration',
      summary: 'Register a client there.',
      culprit: 'person',
      waiting: { on: 'person', field: 'client-id' },
    })
  })

  test('before a step in step mode names that step', () => {
    expect(judge(writeLog().add({ type: 'paused', step: 'scope' }))).toMatchObject({
      status: 'stopped',
      summary: 'Halted before scope.',
      waiting: { on: 'step', step: 'scope' },
    })
  })
})

test('a walk that the person stopped says where', () => {
  const log = writeLog().start('token').add({ type: 'cancelled', step: 'token' })
  expect(judge(log)).toMatchObject({
    status: 'stopped',
    step: 'token',
    summary: 'You stopped the walk at token.',
    culprit: 'person',
    waiting: null,
  })
})

describe('a walk whose step failed without a rule that stops', () => {
  test('has failed with what the step says, and the worst that is known of that step', () => {
    const log = failing('no-server-metadata', 'There is no metadata.')
    expect(judge(log, [buildFinding()])).toMatchObject({
      status: 'failed',
      step: 'server-metadata',
      cause: 'ASM-09',
      summary: 'There is no metadata.',
      culprit: 'issuer',
    })
  })

  test('takes no warning and no other step for the cause', () => {
    const log = failing('no-server-metadata', 'There is no metadata.')
    const warning = { ...buildFinding(), severity: 'warning' } as const
    const other = buildFinding({ step: 'token' })
    const passing = buildFinding({}, { kind: 'pass' })
    expect(judge(log, [warning, other, passing])).toMatchObject({ cause: null, culprit: null })
  })
})

test('a walk that just ends has failed', () => {
  expect(judge(writeLog().done('challenge'))).toMatchObject({
    status: 'failed',
    cause: null,
    summary: 'The walk ended before the tools were listed.',
  })
})

test('names the rules that the server breaks all the same, once the tools are there', () => {
  const log = writeLog()
  log.done('tools', toolsFact())
  const { summary } = judge(log, [buildFinding()])
  expect(summary).toBe('Connected: 2 tools; broken all the same: ASM-09.')
})
