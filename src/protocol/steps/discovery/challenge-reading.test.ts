import { expect, test } from 'vitest'
import type { HeaderList, ResponseOutcome } from '../../http/exchange.ts'
import { buildExchange } from '../../run/build-document.ts'
import { buildContext } from '../build-context.ts'
import { toChallengeFact } from './challenge-reading.ts'

function read(headers: HeaderList, headersComplete = true, challengePattern = '') {
  const outcome: ResponseOutcome = {
    kind: 'response',
    endedAt: 2,
    status: 401,
    headers,
    headersComplete,
    body: { text: '', bytes: 0 },
  }
  const { context } = buildContext({ policy: { challengePattern } })
  return toChallengeFact(context, buildExchange({ outcome }), outcome)
}

test('takes pointer, scope and error from the Bearer challenge', () => {
  const value =
    'Bearer error="invalid_token", scope="a b", resource_metadata="https://mcp.example/prm"'
  expect(read([['WWW-Authenticate', value]])).toMatchObject({
    exchange: 'e1',
    status: 401,
    required: true,
    resourceMetadata: 'https://mcp.example/prm',
    scope: 'a b',
    error: 'invalid_token',
  })
})

test('reads several header lines as one', () => {
  const fact = read([
    ['WWW-Authenticate', 'Basic realm="a"'],
    ['www-authenticate', 'Bearer scope="tools"'],
  ])
  expect(fact.scope).toBe('tools')
})

test('leaves out what the challenge does not name', () => {
  const fact = read([['WWW-Authenticate', 'Bearer']])
  expect(Object.keys(fact).toSorted()).toEqual(['exchange', 'header', 'required', 'status'])
})

test('tells a header that is not there from one that a page may not see', () => {
  expect(read([]).header).toBe('absent')
  expect(read([], false).header).toBe('hidden')
})

test.each([
  ["Bearer scope='a b'", "'a"],
  ['Bearer realm="x", scope="a  b"', 'a  b'],
  ['Basic realm="x", Bearer scope="a"', undefined],
])('a client that cuts values out by a pattern reads %s as %s', (header, scope) => {
  const pattern = '(?:"([^"]+)"|([^\\s,]+))'
  expect(read([['WWW-Authenticate', header]], true, pattern).scope).toBe(scope)
})
