import { expect, test } from 'vitest'
import { buildDocument } from '../run/build-document.ts'
import type { DocumentClient } from '../run/document.ts'
import { compareForetold, foretoldOf } from './foretold.ts'

const CLAUDE: DocumentClient = {
  id: 'claude-ai',
  name: 'Claude',
  verdict: 'works',
  step: null,
  why: 'It gets its tools.',
  flip: null,
  confidence: 'high',
  asOf: '2026-08',
}

function foretold(...clients: readonly Partial<DocumentClient>[]) {
  return foretoldOf(buildDocument({ clients: clients.map((each) => ({ ...CLAUDE, ...each })) }))
}

test('a client that no longer gets in is told with the reason', () => {
  const after = foretold({ verdict: 'fails', step: 'registration', why: 'No way to register.' })
  expect(compareForetold(foretold({}), after)).toEqual([
    {
      kind: 'client',
      step: 'registration',
      subject: 'claude-ai',
      before: 'works',
      after: 'fails',
      says: 'Claude got in before and does not get in now: No way to register.',
    },
  ])
})

test('another reason alone, and a client that one run does not know, are no difference', () => {
  expect(compareForetold(foretold({}), foretold({ why: 'Still.' }))).toEqual([])
  expect(compareForetold(foretold(), foretold({}))).toEqual([])
})
