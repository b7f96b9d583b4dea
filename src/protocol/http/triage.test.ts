import { describe, expect, test } from 'vitest'
import type { Exchange, HeaderList, ResponseOutcome } from './exchange.ts'
import {
  needsPreflight,
  preflightAsk,
  preflightPermits,
  triageByPage,
  triageByRelay,
  unsafeHeaderNames,
} from './triage.ts'
import type { Ask } from './wire.ts'

const ORIGIN = 'https://page.example'
const ASK: Ask = {
  step: 'session',
  purpose: 'Initialize',
  to: 'server',
  method: 'POST',
  url: 'https://mcp.example/mcp',
  headers: [
    ['Content-Type', 'application/json'],
    ['Accept', 'application/json, text/event-stream'],
    ['Authorization', 'Bearer t'],
  ],
  body: '{}',
  repeatable: true,
}
const FAILED: Exchange = {
  id: 'e4',
  step: 'session',
  purpose: 'Initialize',
  to: 'server',
  via: 'direct',
  startedAt: 0,
  request: { method: 'POST', url: ASK.url, headers: ASK.headers, body: null },
  outcome: { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' },
}

const HARMLESS = {
  headers: [['Content-Type', 'application/x-www-form-urlencoded']],
  body: 'client_id=c',
} as const

function preflightAnswer(headers: HeaderList, status = 204): ResponseOutcome {
  const body = { text: '', bytes: 0 }
  return { kind: 'response', endedAt: 1, status, headers, headersComplete: true, body }
}

describe('a preflight', () => {
  test.each([
    ['GET', [['Accept', 'application/json']], false],
    ['POST', [['Content-Type', 'application/x-www-form-urlencoded']], false],
    ['POST', [['Content-Type', 'Text/Plain; charset=utf-8']], false],
    ['POST', [['Content-Type', 'application/json']], true],
    ['POST', [['Authorization', 'Basic eA==']], true],
    ['GET', [['MCP-Protocol-Version', '2025-11-25']], true],
    ['DELETE', [], true],
    ['GET', [['Accept', 'x'.repeat(129)]], true],
  ] as const)('precedes %s with %j: %s', (method, headers, isNeeded) => {
    expect(needsPreflight(method, headers)).toBe(isNeeded)
  })

  test('asks for the unsafe names in lower case, sorted', () => {
    expect(unsafeHeaderNames(ASK.headers)).toEqual(['authorization', 'content-type'])
  })

  test('is made through the relay as a browser makes it', () => {
    expect(preflightAsk(ASK, FAILED, ORIGIN)).toMatchObject({
      method: 'OPTIONS',
      url: ASK.url,
      via: 'relay',
      diagnostic: 'triage',
      after: 'e4',
      headers: [
        ['Origin', ORIGIN],
        ['Access-Control-Request-Method', 'POST'],
        ['Access-Control-Request-Headers', 'authorization,content-type'],
      ],
    })
  })

  test('names no headers when none is unsafe', () => {
    const { headers } = preflightAsk({ ...ASK, method: 'DELETE', headers: [] }, FAILED, ORIGIN)
    expect(headers.map(([name]) => name)).toEqual(['Origin', 'Access-Control-Request-Method'])
  })

  const permission: HeaderList = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Headers', 'Authorization, Content-Type'],
  ]

  test('permits a request whose every part is allowed', () => {
    expect(preflightPermits(preflightAnswer(permission), ASK, ORIGIN)).toBe(true)
  })

  test.each([
    ['the status is no success', preflightAnswer(permission, 401)],
    [
      'another origin is allowed',
      preflightAnswer([
        ['Access-Control-Allow-Origin', 'https://a.example'],
        ...permission.slice(1),
      ]),
    ],
    ['no origin is allowed', preflightAnswer(permission.slice(1))],
    [
      'a header is not allowed',
      preflightAnswer([
        ...permission.slice(0, 1),
        ['Access-Control-Allow-Headers', 'Content-Type'],
      ]),
    ],
  ])('forbids the request when %s', (_, answer) => {
    expect(preflightPermits(answer, ASK, ORIGIN)).toBe(false)
  })

  test('permits by a star what browsers let pass, Authorization too: the request may have left', () => {
    const star = preflightAnswer([...permission.slice(0, 1), ['Access-Control-Allow-Headers', '*']])
    expect(preflightPermits(star, ASK, ORIGIN)).toBe(true)
  })

  test('forbids a method that is not allowed', () => {
    const remove = { ...ASK, method: 'DELETE' }
    expect(preflightPermits(preflightAnswer(permission), remove, ORIGIN)).toBe(false)
    const all: HeaderList = [...permission, ['Access-Control-Allow-Methods', 'POST, DELETE']]
    expect(preflightPermits(preflightAnswer(all), remove, ORIGIN)).toBe(true)
  })
})

describe('experiments through the relay', () => {
  test('repeat the preflight and the request with the Origin of the page', () => {
    const [preflight, repeated] = triageByRelay(ASK, FAILED, ORIGIN)
    expect(preflight?.method).toBe('OPTIONS')
    expect(repeated).toMatchObject({ method: 'POST', body: '{}', via: 'relay', after: 'e4' })
    expect(repeated?.headers).toContainEqual(['Origin', ORIGIN])
  })

  test('leave out the preflight of a request that has none', () => {
    const get: Ask = { ...ASK, method: 'GET', headers: [] }
    expect(triageByRelay(get, FAILED, ORIGIN).map(({ method }) => method)).toEqual(['GET'])
  })

  test('never repeat a request that may not be repeated', () => {
    const once: Ask = { ...ASK, repeatable: false }
    expect(triageByRelay(once, FAILED, ORIGIN).map(({ method }) => method)).toEqual(['OPTIONS'])
  })

  test('send in its stead what can change nothing', () => {
    const once: Ask = { ...ASK, headers: [], body: 'code=c', repeatable: false, instead: HARMLESS }
    const [instead, ...others] = triageByRelay(once, FAILED, ORIGIN)
    expect(instead).toMatchObject({ method: 'POST', body: 'client_id=c', via: 'relay' })
    expect(instead?.headers).toEqual([...HARMLESS.headers, ['Origin', ORIGIN]])
    expect(others).toEqual([])
  })
})

test('a page asks on its own whether the host answers, and whether a plain request does', () => {
  const [reachable, simple] = triageByPage(ASK, FAILED)
  expect(reachable).toMatchObject({ method: 'GET', headers: [], diagnostic: 'triage', after: 'e4' })
  expect(needsPreflight(simple.method, simple.headers)).toBe(false)
  expect(simple).toMatchObject({ url: ASK.url, diagnostic: 'triage', via: 'direct' })
})

test('a page asks on its own by a harmless POST where the request was one', () => {
  const asks = triageByPage({ ...ASK, repeatable: false, instead: HARMLESS }, FAILED)
  expect(asks.map(({ method, body }) => `${method} ${body}`)).toEqual([
    'POST client_id=c',
    'POST client_id=c',
  ])
})
