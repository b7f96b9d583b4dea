import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../protocol/compare.ts'
import type { RunDocument } from '../../protocol/index.ts'
import { aFinding, aRun, aResponse, anExchange } from '../document-builders.ts'
import { toComparedSteps, toHeadline } from './compared-steps.ts'

const { outcome } = aRun()

function ended(change: Partial<RunDocument['outcome']>): RunDocument {
  return aRun({ outcome: { ...outcome, status: 'failed', step: 'challenge', ...change } })
}

describe('toComparedSteps', () => {
  test('puts each difference into its step, and what concerns the whole run first', () => {
    const before = aRun({ exchanges: [anExchange()] })
    const after = aRun({
      config: { ...before.config, client: 'vscode' },
      exchanges: [anExchange({ outcome: aResponse({ status: 401 }) })],
      findings: [aFinding()],
    })
    const steps = toComparedSteps([before, after], compareRuns(before, after))
    expect(steps.map(({ id, differences }) => [id, differences.map(({ kind }) => kind)])).toEqual([
      [null, ['setting']],
      ['challenge', ['rule']],
    ])
  })

  test('lays requests side by side, and leaves gaps for those that only one run made', () => {
    const first = anExchange({ id: 'e1', url: 'https://a.example/mcp' })
    const second = anExchange({ id: 'e2', url: 'https://a.example/.well-known/x' })
    const pair = [aRun({ exchanges: [first, second] }), aRun({ exchanges: [second] })] as const
    const [step] = toComparedSteps(pair, [])
    expect(step?.pairs.map(({ before, after }) => [before?.id, after?.id])).toEqual([
      ['e1', undefined],
      ['e2', 'e2'],
    ])
  })
})

describe('toHeadline', () => {
  test.each([
    ['It broke: No challenge.', aRun(), ended({ summary: 'No challenge.' })],
    ['It is mended: Connected: 2 tools in 1.0 s.', ended({}), aRun()],
    [
      'Another cause: No metadata.',
      ended({ cause: 'CHL-01' }),
      ended({ cause: 'PRM-01', summary: 'No metadata.' }),
    ],
    ['It ends as before, with 1 difference on the way.', aRun(), aRun()],
  ])('says "%s"', (headline, before, after) => {
    expect(toHeadline([before, after], 1)).toBe(headline)
  })

  test('says that nothing differs', () => {
    expect(toHeadline([aRun(), aRun()], 0)).toBe('Nothing differs between these two runs.')
  })
})
