import { expect, test } from 'vitest'
import {
  type Exchange,
  type Outcome,
  answerOf,
  endedAt,
  findHeader,
  isJsonType,
  joinHeader,
  mediaType,
} from './exchange.ts'

const HEADERS = [
  ['Content-Type', 'Application/JSON; charset=utf-8'],
  ['WWW-Authenticate', 'Basic'],
  ['www-authenticate', 'Bearer'],
] as const

function exchangeWith(outcome: Outcome): Exchange {
  const request = { method: 'GET', url: 'https://mcp.example/mcp', headers: [], body: null }
  const shared = { id: 'e1', step: 'challenge', purpose: '', to: 'server', via: 'direct' } as const
  return { ...shared, startedAt: 1, request, outcome }
}

test('finds a header whatever its case, and the first of several', () => {
  expect(findHeader(HEADERS, 'www-AUTHENTICATE')).toBe('Basic')
  expect(findHeader(HEADERS, 'Location')).toBeUndefined()
})

test('joins the values of a header that comes more than once', () => {
  expect(joinHeader(HEADERS, 'WWW-Authenticate')).toBe('Basic, Bearer')
  expect(joinHeader(HEADERS, 'Location')).toBeUndefined()
})

test('gives the media type without parameters and in lower case', () => {
  expect(mediaType(HEADERS)).toBe('application/json')
  expect(mediaType([])).toBeUndefined()
})

test.each([
  ['application/json', true],
  ['application/problem+json', true],
  ['application/jsonp', false],
  ['text/json', false],
  ['application/+json', false],
  [undefined, false],
])('takes %s for JSON: %s', (type, isJson) => {
  expect(isJsonType(type)).toBe(isJson)
})

test('knows no end and no answer while an exchange is pending', () => {
  const pending = exchangeWith({ kind: 'pending' })
  expect(endedAt(pending)).toBeUndefined()
  expect(answerOf(pending)).toBeUndefined()
})

test('knows the end of an exchange that has no answer', () => {
  const aborted = exchangeWith({ kind: 'aborted', endedAt: 7, by: 'timeout' })
  expect(endedAt(aborted)).toBe(7)
  expect(answerOf(aborted)).toBeUndefined()
  expect(answerOf(undefined)).toBeUndefined()
})
