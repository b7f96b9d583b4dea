import { expect, test } from 'vitest'
import type { RunDocument } from '../../protocol/index.ts'
import { buildDocument } from './build-document.ts'
import { toKnownLines } from './known.ts'

const FIRST_CONTACT: RunDocument['exchanges'][number] = {
  id: 'e1',
  step: 'challenge',
  purpose: 'First contact without a token',
  to: 'server',
  via: 'direct',
  startedAt: 0,
  request: { method: 'POST', url: 'https://mcp.namecheap.com/mcp', headers: [], body: null },
  outcome: { kind: 'aborted', endedAt: 1, by: 'user' },
}

function stoppedAt(rule: string): RunDocument {
  const document = buildDocument({ status: 'failed', cause: rule }, [
    { rule, evidence: [{ exchange: 'e1', at: { part: 'url' } }] },
  ])
  return {
    ...document,
    config: { ...document.config, server: FIRST_CONTACT.request.url },
    exchanges: [FIRST_CONTACT],
  }
}

test('the trap of a known provider is told beside the rule that it belongs to', () => {
  expect(toKnownLines(stoppedAt('ISS-05'))).toEqual([
    expect.stringMatching(/^known of Namecheap: Only Namecheap can mend it/),
  ])
})

test('another rule gets none, and neither does a run without a cause', () => {
  expect(toKnownLines(stoppedAt('NET-03'))).toEqual([])
  expect(toKnownLines(buildDocument())).toEqual([])
})
