import { describe, expect, test } from 'vitest'
import { createPseudonyms } from './pseudonyms.ts'
import { redactForm, redactText } from './secret-texts.ts'

function redact(text: string): string {
  return redactText(text, createPseudonyms([]))
}

describe('redactText', () => {
  test.each([
    ['<a href="/cb?x=1&amp;code=abc">', '<a href="/cb?x=1&amp;code=redacted-code-1">'],
    [String.raw`"/cb?x=1\u0026code=abc"`, String.raw`"/cb?x=1\u0026code=redacted-code-1"`],
    [
      'see https://a.example/?token=abc#code=def',
      'see https://a.example/?token=redacted-token-1#code=redacted-code-1',
    ],
  ])('finds parameters in %j', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test.each([
    'mode=a, code=b',
    'The state=open',
    '/cb?codec=a&mystate=b&code=',
    '{"encode":"a","tokens":"b","code":404,"password":{"type":"string"},"token":""}',
    '{"code":"E1","message":"no"}',
    String.raw`{"text":"{\"code\":\"E1\",\"message\":\"no\"}"}`,
  ])('leaves %j as it is', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('gives the encoded and the plain spelling of a secret the same stand-in', () => {
    expect(redact('/?code=4%2F0a and {"code":"4/0a"} and {"code":"4\\u002f0a"}')).toBe(
      '/?code=redacted-code-1 and {"code":"redacted-code-1"} and {"code":"redacted-code-1"}',
    )
  })

  const leads = ['', '{"token":"', String.raw`{\"token\":\"`, '/?code=', '%3Fcode%3D']
  const pieces = [
    'a',
    String.raw`\n`,
    String.raw`\\\"`,
    '"token":"',
    '"token" ',
    'eyJ',
    '&code=a',
    '%',
  ]

  test.each(leads)('takes no long time for a long text after %j', (lead) => {
    const start = performance.now()
    for (const piece of pieces) redact(lead + piece.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('redactForm', () => {
  test('takes the first parameter as well, and keeps order and spelling of the rest', () => {
    expect(
      redactForm('code=a+b%20c&redirect_uri=https%3A%2F%2Fx&scope=a+b', createPseudonyms([])),
    ).toBe('code=redacted-code-1&redirect_uri=https%3A%2F%2Fx&scope=a+b')
  })
})
