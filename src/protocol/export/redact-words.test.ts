import { expect, test } from 'vitest'
import { redactWords } from './redact-words.ts'

test('erases what the person gave, in any spelling', () => {
  const secrets = { clientSecret: 'hush/hush 1', headers: [['X-Key', 'tenant-key-7']] } as const
  const words = 'sent hush/hush 1 and hush%2Fhush+1 with tenant-key-7'
  expect(redactWords(words, secrets)).toBe(
    'sent redacted-client-secret-1 and redacted-client-secret-1 with redacted-header-1',
  )
})

test('erases tokens by their place, and leaves other words alone', () => {
  expect(redactWords('at http://a/?code=abcdefghij it stopped', {})).toBe(
    'at http://a/?code=redacted-code-1 it stopped',
  )
})

test('erases as much of a secret as a sentence shows of it', () => {
  const secrets = { clientSecret: 'one-two-three-four-five-six' } as const
  expect(redactWords('came with "one-two-three-f…", and more', secrets)).toBe(
    'came with "redacted-client-secret-1…", and more',
  )
  expect(redactWords('came with "one-two-else…" and "one-two…"', secrets)).toBe(
    'came with "one-two-else…" and "one-two…"',
  )
})
