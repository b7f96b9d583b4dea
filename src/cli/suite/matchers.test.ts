import { expect, test } from 'vitest'
import type { FlowFinding, FlowMatchers, FlowRun } from './api.ts'
import { MATCHERS } from './matchers.ts'

const FINDING: FlowFinding = {
  rule: 'PRM-07',
  name: 'resource-is-the-url',
  title: 'The metadata is about the server that was asked',
  severity: 'error',
  says: 'The metadata says its resource is https://a.example, but you asked for https://a.example/mcp.',
  fix: 'Set resource to https://a.example/mcp.',
  at: '/resource in the body of GET https://a.example/.well-known/oauth-protected-resource/mcp',
  spec: [
    { title: 'RFC 9728 section 3.3', url: 'https://www.rfc-editor.org/rfc/rfc9728#section-3.3' },
  ],
}

const PASSED: FlowRun = {
  server: 'https://a.example/mcp',
  status: 'passed',
  step: null,
  cause: null,
  summary: 'Connected: 2 tools.',
  fix: null,
  problem: null,
  hint: null,
  tools: ['add', 'search'],
  findings: [{ ...FINDING, severity: 'warning' }],
  clients: [{ id: 'claude', name: 'Claude', verdict: 'works', why: 'All is there.', flip: null }],
  document: {},
}

const FAILED: FlowRun = {
  ...PASSED,
  status: 'failed',
  step: 'resource-metadata',
  cause: 'PRM-07',
  tools: [],
  findings: [FINDING],
  clients: [
    { id: 'claude', name: 'Claude', verdict: 'fails', why: 'It compares.', flip: 'Set resource.' },
  ],
}

const NONE: FlowRun = {
  ...FAILED,
  status: null,
  cause: null,
  problem: 'the page crashed',
  findings: [],
  clients: [],
  document: null,
}

/** What a matcher says, and whether it holds. */
function ask(run: FlowRun, name: keyof FlowMatchers, wanted = ''): readonly [boolean, string] {
  const { pass, message } = MATCHERS[name](run, wanted)
  return [pass, message()]
}

test('a run that reached the tools says how many', () => {
  const said = 'The walk of https://a.example/mcp passed: it reached 2 tools.'
  expect(ask(PASSED, 'toReachTools')).toEqual([true, said])
})

test('a run that did not says the cause, the fix, the evidence and the section', () => {
  expect(ask(FAILED, 'toReachTools')).toEqual([
    false,
    [
      'The walk of https://a.example/mcp failed at resource-metadata.',
      '',
      `PRM-07 resource-is-the-url: ${FINDING.says}`,
      '  Fix: Set resource to https://a.example/mcp.',
      `  Evidence: ${FINDING.at}`,
      '  See: RFC 9728 section 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.3',
    ].join('\n'),
  ])
})

test('a run that waits for a person says what to do', () => {
  const summary = 'The authorization server waits for you.'
  const stopped = { ...PASSED, status: 'stopped', step: 'authorization', summary } as const
  const [pass, says] = ask({ ...stopped, hint: 'drive it with consent' }, 'toReachTools')
  expect(pass).toBe(false)
  expect(says).toContain(`stopped at authorization.\n\n${summary}\n  drive it with consent`)
})

test('where there is no run, nothing holds, and why is said', () => {
  const says = expect.stringContaining('left no run: the page crashed.')
  expect(ask(NONE, 'toReachTools')).toEqual([false, says])
  expect(ask(NONE, 'toHaveNoErrors')).toEqual([false, says])
  expect(ask(NONE, 'toHaveCause', 'PRM-07')).toEqual([false, says])
  expect(ask(NONE, 'toLetIn', 'claude')[0]).toBe(false)
})

test('errors count, warnings do not', () => {
  expect(ask(PASSED, 'toHaveNoErrors')[0]).toBe(true)
  const [pass, says] = ask(FAILED, 'toHaveNoErrors')
  expect(pass).toBe(false)
  expect(says).toContain('https://a.example/mcp breaks one rule as an error.\n\nPRM-07')
})

test('a cause is the one that was named, or the one that was seen is said', () => {
  expect(ask(FAILED, 'toHaveCause', 'PRM-07')[0]).toBe(true)
  expect(ask(FAILED, 'toHaveCause', 'ASM-03')).toEqual([
    false,
    expect.stringContaining('Expected the cause ASM-03, but the cause is PRM-07.'),
  ])
  expect(ask(PASSED, 'toHaveCause', 'ASM-03')[1]).toContain('but there is no cause.')
})

test('a client that is kept out says why, and what would let it in', () => {
  expect(ask(PASSED, 'toLetIn', 'claude')[0]).toBe(true)
  const words = 'Claude does not get in: It compares.\n  Fix: Set resource.'
  expect(ask(FAILED, 'toLetIn', 'claude')).toEqual([false, words])
  expect(ask(FAILED, 'toLetIn', 'nobody')).toEqual([
    false,
    'There is no client "nobody"; there are claude.',
  ])
})
