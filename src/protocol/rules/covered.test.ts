import { describe, expect, test } from 'vitest'
import { buildRun } from './build-run.ts'
import { covered } from './covered.ts'
import { fail } from './verdict.ts'

const AT = { exchange: 'tools', at: { part: 'response-body' } } as const
const run = buildRun({
  facts: { tokens: { accessToken: 'abcdefgh-ijklmnop', refreshToken: 'short' } },
})

function cover(says: string): string {
  const verdict = covered(run, fail({ says, fix: 'Mend it.', evidence: [AT] }))
  return verdict.kind === 'fail' ? verdict.says : verdict.kind
}

describe('what a sentence quotes', () => {
  test.each([
    [
      'a member',
      'with {"access_token":"xyz","scope":"a"}.',
      'with {"access_token":"…","scope":"a"}.',
    ],
    ['a member that is cut short', 'with {"id_token": "xyz….', 'with {"id_token": "….'],
    [
      'a member inside a text',
      String.raw`{\"client_secret\":\"x\"}`,
      String.raw`{\"client_secret\":\"…\"}`,
    ],
    [
      'parameters',
      'at /cb?code=1&state=2, refresh_token=3',
      'at /cb?code=…&state=2, refresh_token=…',
    ],
    ['the token, wherever it is', 'bad abcdefgh-ijklmnop, abcdefgh-ijklmnop', 'bad …, …'],
    ['the token cut short', 'bad "Bearer abcdefgh-ij…".', 'bad "Bearer …".'],
  ])('is covered: %s', (_, says, expected) => {
    expect(cover(says)).toBe(expected)
  })

  test.each(['short of abcdefg', 'the code of the error: "code": 3', 'ask for code=<code>'])(
    'stays as it is where it is no secret: %s',
    (says) => {
      expect(cover(says)).toBe(says)
    },
  )
})

test('a verdict without a secret is the same object', () => {
  const verdict = fail({ says: 'It is broken.', fix: 'Mend it.', evidence: [AT] })
  expect(covered(run, verdict)).toBe(verdict)
  expect(covered(run, { kind: 'pass' })).toEqual({ kind: 'pass' })
})

test('a token that was sent and is held no more is covered too', () => {
  const later = buildRun({ facts: { tokens: null } })
  const sent = later.exchanges.find(({ id }) => id === 'tools')?.request.headers
  const token = sent?.find(([name]) => name === 'Authorization')?.[1].split(' ')[1] ?? ''
  expect(token.length).toBeGreaterThan(7)
  const verdict = covered(later, fail({ says: `No ${token}`, fix: 'Mend it.', evidence: [AT] }))
  expect(verdict).toMatchObject({ says: 'No …' })
})
