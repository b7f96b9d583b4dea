import { describe, expect, test } from 'vitest'
import type { Outcome } from '../http/exchange.ts'
import { buildDocument, buildExchange, type ExchangeChange } from '../run/build-document.ts'
import { compareRequests, requestsOf } from './requests.ts'

const HEAD = { method: 'HEAD', url: 'https://a.example/one' } as const
const GET = { url: 'https://a.example/two' } as const
const UNREADABLE = { kind: 'unreadable', endedAt: 2, message: '' } as const

function answered(status: number): Outcome {
  const body = { text: '', bytes: 0 }
  return { kind: 'response', endedAt: 2, status, headers: [], headersComplete: true, body }
}

function requests(changes: readonly ExchangeChange[]) {
  const exchanges = changes.map((change, index) =>
    buildExchange({ id: `e${index + 1}`, ...change }),
  )
  return requestsOf(buildDocument({ exchanges }))
}

function says(before: readonly ExchangeChange[], after: readonly ExchangeChange[]) {
  const steps = new Set(['challenge'] as const)
  return compareRequests(requests(before), requests(after), steps).map((each) => each.says)
}

describe('of two steps', () => {
  test('the same requests are no difference', () => {
    expect(says([HEAD, GET], [HEAD, GET])).toEqual([])
  })

  test('another status is told with both', () => {
    expect(
      says([{ ...GET, outcome: answered(200) }], [{ ...GET, outcome: answered(404) }]),
    ).toEqual(['GET https://a.example/two got 200 before and gets 404 now.'])
  })

  test('a request that came or went is told', () => {
    expect(says([GET], [GET, HEAD])).toEqual([
      'challenge asks HEAD https://a.example/one now (200) and did not before.',
    ])
    expect(says([HEAD, GET], [GET])).toEqual([
      'challenge asked HEAD https://a.example/one before (200) and does not now.',
    ])
  })

  test('another order is told once', () => {
    expect(says([HEAD, GET], [GET, HEAD])).toEqual([
      'challenge asks in another order now: GET https://a.example/two, HEAD https://a.example/one; before: HEAD https://a.example/one, GET https://a.example/two.',
    ])
  })

  test('nothing is told of a step that one of the runs has not come to', () => {
    expect(compareRequests(requests([GET]), requests([]), new Set())).toEqual([])
  })
})

describe('no difference is', () => {
  test('what hangs on time: asked ahead and not needed', () => {
    expect(says([GET], [GET, { ...HEAD, ahead: { used: false } }])).toEqual([])
  })

  test('the way: a direct attempt that the relay repeated', () => {
    const direct = { ...GET, outcome: UNREADABLE }
    expect(says([{ ...GET }], [direct, { ...GET, via: 'relay', after: 'e1' }])).toEqual([])
  })

  test('our own question whether a page may read an answer', () => {
    const ours = (['triage', 'readable'] as const).map((diagnostic) => ({ ...HEAD, diagnostic }))
    expect(says([GET], [...ours, GET])).toEqual([])
  })

  test('the order in which a survey asks', () => {
    const survey = [HEAD, GET].map((each) => ({ ...each, diagnostic: 'survey' as const }))
    expect(says(survey, survey.toReversed())).toEqual([])
  })
})

test('a direct attempt that nobody repeated counts', () => {
  expect(says([GET], [{ ...GET, outcome: UNREADABLE }])).toHaveLength(1)
})
