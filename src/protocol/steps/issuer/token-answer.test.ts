import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../http/exchange.ts'
import { buildExchange } from '../../run/build-document.ts'
import { refusedToken } from './refused-token.ts'
import { errorOf, readTokenAnswer } from './token-answer.ts'

function answered(text: string, status = 200, cut?: 'failed'): Exchange {
  const body = { text, bytes: text.length, ...(cut && { cut }) }
  const head = {
    kind: 'response',
    endedAt: 10_000,
    status,
    headers: [],
    headersComplete: true,
  } as const
  return buildExchange({ id: 'e5', outcome: { ...head, body } })
}

describe('a token answer', () => {
  test('is read with all that it says', () => {
    const text =
      '{"access_token":"a","token_type":"bearer","expires_in":3600,"scope":"x y","refresh_token":"r"}'
    expect(readTokenAnswer(answered(text))).toEqual({
      exchange: 'e5',
      accessToken: 'a',
      tokenType: 'bearer',
      scope: 'x y',
      expiresAt: 3_610_000,
      refreshToken: 'r',
    })
  })

  test('is read with the token alone', () => {
    expect(readTokenAnswer(answered('{"access_token":"a"}'))).toEqual({
      exchange: 'e5',
      accessToken: 'a',
      tokenType: '',
    })
  })

  test('is read where it is form-encoded, as some servers send it', () => {
    const text = 'access_token=a%2Fb&token_type=bearer&expires_in=60'
    expect(readTokenAnswer(answered(text))).toMatchObject({ accessToken: 'a/b', expiresAt: 70_000 })
  })

  test('is none where a form broke off: its token may have lost its end', () => {
    expect(readTokenAnswer(answered('access_token=a', 200, 'failed'))).toBeUndefined()
    const whole = '{"access_token":"a"}'
    expect(readTokenAnswer(answered(whole, 200, 'failed'))?.accessToken).toBe('a')
  })

  test.each([
    ['"60"', 70_000],
    ['60.5', 70_500],
    ['"soon"', undefined],
    ['null', undefined],
    ['""', undefined],
  ])('takes the lifetime %s as a number or not at all', (lifetime, expiresAt) => {
    const text = `{"access_token":"a","expires_in":${lifetime}}`
    expect(readTokenAnswer(answered(text))?.expiresAt).toBe(expiresAt)
  })

  test.each([
    ['an error status', '{"access_token":"a"}', 400],
    ['a redirect', '{"access_token":"a"}', 302],
    ['no token', '{"token_type":"bearer"}', 200],
    ['an empty token', '{"access_token":""}', 200],
    ['a token inside another object', '{"ok":true,"authed_user":{"access_token":"a"}}', 200],
    ['a token that is no string', '{"access_token":7}', 200],
    ['a page in HTML', '<a href="?access_token=a">', 200],
    ['half of itself', '{"access_token":"a', 200],
    ['nothing', '', 200],
  ])('is none with %s', (_, text, status) => {
    expect(readTokenAnswer(answered(text, status))).toBeUndefined()
  })
})

describe('a refusal', () => {
  test('names the error and its description', () => {
    const text = '{"error":"invalid_grant","error_description":"The code has expired"}'
    expect(errorOf(answered(text, 400))).toBe('invalid_grant')
    expect(refusedToken(answered(text, 400))).toEqual({
      kind: 'failed',
      error: {
        code: 'token-refused',
        message:
          'The token endpoint answered with 400 and error invalid_grant (The code has expired).',
        exchange: 'e5',
      },
      facts: {},
    })
  })

  test('is an error too where its status is 200', () => {
    expect(refusedToken(answered('{"error":"bad_verification_code"}'))).toMatchObject({
      error: { code: 'token-refused' },
    })
  })

  test('without an error code is no answer of a token endpoint', () => {
    expect(refusedToken(answered('<h1>Bad Request</h1>', 400))).toMatchObject({
      error: {
        code: 'bad-token-answer',
        message: 'The token endpoint answered with 400 and no access_token.',
      },
    })
  })

  test('by a redirect says where it leads', () => {
    const exchange = answered('', 308)
    const { outcome } = exchange
    const headers = [['Location', 'https://issuer.example/token/']] as const
    const redirected = outcome.kind === 'response' ? { ...outcome, headers } : outcome
    expect(refusedToken({ ...exchange, outcome: redirected })).toMatchObject({
      error: {
        code: 'redirected',
        message:
          'The token endpoint redirected with 308 to https://issuer.example/token/; a token request is not sent on.',
      },
    })
  })
})
