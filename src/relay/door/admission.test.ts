import { expect, test } from 'vitest'
import { makeAdmission } from './admission.ts'

test('a person over the limit is told when the next request may go, and then it may', () => {
  let time = 0
  const admit = makeAdmission({ perMinute: 3 }, () => time)
  const kinds = Array.from({ length: 3 }, () => admit('ana').kind)
  expect(kinds).toEqual(['admitted', 'admitted', 'admitted'])
  time = 5_000
  expect(admit('ana')).toEqual({
    kind: 'refused',
    refusal: {
      error: 'over-limit',
      message: 'You may send 3 requests a minute through this relay; the next one may go in 15 s.',
      retryAfter: 15,
    },
  })
  time = 19_999
  expect(admit('ana').kind).toBe('refused')
  time = 20_001
  expect(admit('ana').kind).toBe('admitted')
  expect(admit('ana').kind).toBe('refused')
})

test('what one person sends does not count for another', () => {
  const admit = makeAdmission({ perMinute: 1 }, () => 0)
  expect([admit('ana').kind, admit('ana').kind, admit('ben').kind]).toEqual([
    'admitted',
    'refused',
    'admitted',
  ])
})

test('a long pause fills the bucket, and no further', () => {
  let time = 0
  const admit = makeAdmission({ perMinute: 2 }, () => time)
  admit('ana')
  time = 3_600_000
  expect([admit('ana').kind, admit('ana').kind, admit('ana').kind]).toEqual([
    'admitted',
    'admitted',
    'refused',
  ])
})

test('only so many are under way together; who leaves twice leaves once', () => {
  const admit = makeAdmission({ atOnce: 2 }, () => 0)
  const first = admit('ana')
  admit('ben')
  expect(admit('eva')).toMatchObject({ refusal: { error: 'too-busy', retryAfter: 1 } })
  if (first.kind === 'admitted') {
    first.leave()
    first.leave()
  }
  expect([admit('eva').kind, admit('eva').kind]).toEqual(['admitted', 'refused'])
})

test('a request that finds the relay busy costs nobody a token', () => {
  const admit = makeAdmission({ atOnce: 1, perMinute: 2 }, () => 0)
  const first = admit('ana')
  expect(admit('ana').kind).toBe('refused')
  if (first.kind === 'admitted') first.leave()
  expect(admit('ana').kind).toBe('admitted')
})

test('without limits everybody gets in', () => {
  const admit = makeAdmission({}, () => 0)
  expect(Array.from({ length: 100 }, () => admit('ana').kind)).not.toContain('refused')
})
