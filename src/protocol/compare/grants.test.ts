import { expect, test } from 'vitest'
import { buildDocument, buildExchange, type ExchangeChange } from '../run/build-document.ts'
import { compareGrants, grantsOf } from './grants.ts'

const REGISTER = { step: 'registration', method: 'POST' } as const

function authorize(query: string): ExchangeChange {
  return { step: 'authorization', url: `https://auth.example/authorize?${query}` }
}

function token(answer: object): ExchangeChange {
  const body = 'grant_type=authorization_code'
  return { step: 'token', method: 'POST', body, answer: JSON.stringify(answer) }
}

function grants(...changes: readonly ExchangeChange[]) {
  return grantsOf(buildDocument({ exchanges: changes.map((each) => buildExchange(each)) }))
}

function says(before: ReturnType<typeof grants>, after: ReturnType<typeof grants>) {
  return compareGrants(before, after).map((each) => each.says)
}

test('other scopes are told, asked for and granted', () => {
  const before = grants(authorize('scope=read'), token({ access_token: 'a' }))
  const after = grants(authorize('scope=write+read'), token({ access_token: 'a', scope: '' }))
  expect(says(before, after)).toEqual([
    'The walk asked for read before and asks for write and read now.',
    'The walk was granted read before and is granted no scope now.',
  ])
})

test('the order of scopes is no difference', () => {
  expect(says(grants(authorize('scope=a+b')), grants(authorize('scope=b+a')))).toEqual([])
})

test('what one run has not come to is not compared', () => {
  const whole = grants(REGISTER, authorize('scope=a'), token({ access_token: 'a' }))
  expect(says(grants(), whole)).toEqual([])
  expect(says(whole, grants(REGISTER))).toEqual([])
})

test('another way to a client id is told', () => {
  const known = grants(authorize('client_id=by-hand'))
  const document = grants(authorize('client_id=https%3A%2F%2Fpage.example%2Fclient.json'))
  expect(says(known, document)).toEqual([
    'The client id came from a client id that was known beforehand before and comes from a client metadata document now.',
  ])
  expect(says(document, grants(REGISTER, authorize('client_id=x')))[0]).toContain(
    'comes from dynamic registration now',
  )
})

test('without an authorization request the token request names the scope', () => {
  const machine = { step: 'token', method: 'POST', body: 'scope=jobs', answer: '' } as const
  expect(grants(machine).asked).toEqual(['jobs'])
})
