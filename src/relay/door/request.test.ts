import { expect, test } from 'vitest'
import type { ParsedRequest } from './request.ts'
import { parseRelayRequest } from './request.ts'

const LEAST = { method: 'GET', url: 'https://a.example/' }

test('a request with method and url alone gets the defaults', () => {
  expect(parse({})).toEqual({
    kind: 'request',
    request: {
      ...LEAST,
      headers: [],
      body: null,
      bodyEncoding: 'utf8',
      timeout: 15_000,
      maximumBytes: 2_097_152,
    },
  })
})

test('wishes above the maximum are lowered to it', () => {
  const wish = { timeout: 999_999, maximumBytes: 1e12 }
  const request = { timeout: 120_000, maximumBytes: 16_777_216 }
  expect(parse(wish)).toMatchObject({ kind: 'request', request })
})

test.each(['Host', 'connection', 'Transfer-Encoding', 'CONTENT-LENGTH', 'Cookie', 'Upgrade'])(
  'the header %s is refused by its name',
  (name) => {
    const message = `The header ${name} is not yours to set here.`
    const refusal = { error: 'forbidden-header', message }
    expect(parse({ headers: [[name, 'x']] })).toEqual({ kind: 'refused', refusal })
  },
)

test('an Origin header may be listed', () => {
  const headers = [['Origin', 'https://page.example']]
  expect(parse({ headers })).toMatchObject({ kind: 'request', request: { headers } })
})

test.each([
  ['a header name with a space', { headers: [['a b', 'c']] }, '"a b"'],
  ['a header value with a line break', { headers: [['a', 'b\r\nc: d']] }, '"b\\r\\nc: d"'],
  ['a header value beyond Latin-1', { headers: [['a', 'Ω']] }, '"Ω"'],
  ['headers that are no pairs', { headers: { a: 'b' } }, '{"a":"b"}'],
  ['the method CONNECT', { method: 'connect' }, '"connect"'],
  ['a method with a line break', { method: 'GET / HTTP/1.1\r\n' }, '"GET / HTTP/1.1\\r\\n"'],
  ['no url', { url: undefined }, 'undefined'],
  ['a body that is no text', { body: 5 }, 'The body is no text: 5.'],
  ['an unknown encoding', { bodyEncoding: 'hex' }, '"hex"'],
  ['base64 that is none', { body: '*', bodyEncoding: 'base64' }, 'The body is no base64.'],
  ['a negative timeout', { timeout: -1 }, '-1'],
  ['a timeout of zero', { timeout: 0 }, '0'],
  ['a size that is text', { maximumBytes: '5' }, '"5"'],
])('%s is refused with the value seen', (_name, fields, seen) => {
  const refusal = { error: 'bad-request', message: expect.stringContaining(seen) }
  expect(parse(fields)).toEqual({ kind: 'refused', refusal })
})

test.each(['', 'null', '[]', '{"method":', '"text"'])('%j is refused as a body', (text) => {
  expect(parseRelayRequest(text)).toMatchObject({ refusal: { error: 'bad-request' } })
})

test('a long value is cut in the sentence', () => {
  const parsed = parse({ method: 'x '.repeat(1000) })
  expect(parsed.kind === 'refused' && parsed.refusal.message.length).toBeLessThan(200)
})

function parse(fields: Record<string, unknown>): ParsedRequest {
  return parseRelayRequest(JSON.stringify({ ...LEAST, ...fields }))
}
