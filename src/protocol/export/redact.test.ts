import { describe, expect, test } from 'vitest'
import type { Exchange } from '../http/exchange.ts'
import {
  type ExchangeChange,
  buildConfig,
  buildDocument,
  buildExchange,
} from '../run/build-document.ts'
import { buildWholeDocument } from '../run/build-whole-document.ts'
import type { RunDocument } from '../run/document.ts'
import { redactRun } from './redact.ts'

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'] as const
const JSON_TYPE = ['Content-Type', 'application/json'] as const
const JWT = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ada"}')}.`.replaceAll('=', '')

function redactOne(change: ExchangeChange, rest: Partial<RunDocument> = {}): Exchange {
  const [exchange] = redactRun(
    buildDocument({ exchanges: [buildExchange(change)], ...rest }),
  ).exchanges
  if (!exchange) throw new Error('The exchange is gone')
  return exchange
}

function answerBody(exchange: Exchange): string | undefined {
  return exchange.outcome.kind === 'response' ? exchange.outcome.body.text : undefined
}

describe('redactRun, by place', () => {
  test('keeps the scheme word of credentials', () => {
    const { request } = redactOne({
      headers: [
        ['Authorization', 'Bearer abc.def'],
        ['proxy-authorization', 'Custom one two'],
        ['Cookie', 'sid=1; theme=dark'],
      ],
      answerHeaders: [['Set-Cookie', 'sid=2; Path=/']],
    })
    expect(request.headers).toEqual([
      ['Authorization', 'Bearer redacted-access-token-1'],
      ['proxy-authorization', 'Custom redacted-credentials-1'],
      ['Cookie', 'redacted-cookie-1'],
    ])
  })

  test('hides a value without a scheme whole', () => {
    const { request } = redactOne({ headers: [['Authorization', 'abc']] })
    expect(request.headers).toEqual([['Authorization', 'redacted-credentials-1']])
  })

  test('hides the extra headers of the configuration, but not those that say nothing', () => {
    const headers = [
      ['X-Team', 'one two'],
      ['Accept', 'application/json'],
    ] as const
    const config = buildConfig({ headerNames: ['x-team', 'Accept'] })
    expect(redactOne({ headers }, { config }).request.headers).toEqual([
      ['X-Team', 'redacted-header-1'],
      ['Accept', 'application/json'],
    ])
  })

  test('hides the parameters of a form, however short, and keeps the others', () => {
    const body =
      'grant_type=authorization_code&code=a%2Fb&code_verifier=v&client_id=c&state=s&token=t'
    expect(redactOne({ method: 'POST', headers: [FORM], body }).request.body?.text).toBe(
      'grant_type=authorization_code&code=redacted-code-1&code_verifier=redacted-verifier-1&client_id=c&state=redacted-state-1&token=redacted-token-1',
    )
  })

  test('hides the tokens of an answer sent as a form without saying so', () => {
    const answer = 'access_token=gho_16C7e42F&scope=repo&token_type=bearer'
    expect(answerBody(redactOne({ answer }))).toBe(
      'access_token=redacted-access-token-1&scope=repo&token_type=bearer',
    )
  })

  test('hides members of JSON at any depth and keeps the text as it was written', () => {
    const answer =
      '{ "access_token" : "a\\/b",\n "authed_user": {"access_token":"u"}, "expires_in": 3600 }'
    expect(answerBody(redactOne({ answer, answerHeaders: [JSON_TYPE] }))).toBe(
      '{ "access_token" : "redacted-access-token-1",\n "authed_user": {"access_token":"redacted-access-token-2"}, "expires_in": 3600 }',
    )
  })

  test.each([
    'refresh_token',
    'id_token',
    'client_secret',
    'registration_access_token',
    'code',
    'code_verifier',
    'client_assertion',
    'assertion',
    'subject_token',
    'password',
    'device_code',
    'clientSecret',
  ])('hides the JSON member %s', (name) => {
    const answer = answerBody(redactOne({ answer: JSON.stringify({ [name]: 'se"cret' }) }))
    expect(answer).toMatch(/^\{"\w+":"redacted-[a-z-]+-1"\}$/)
  })

  test('hides a token in a body that was cut in its middle', () => {
    expect(answerBody(redactOne({ answer: '{"access_token":"abcdefgh' }))).toBe(
      '{"access_token":"redacted-access-token-1',
    )
  })

  test('knows a token again that a sentence cuts short, and keeps the rest of the sentence', () => {
    const answer = JSON.stringify({ access_token: 'abcdefghijklmnopqrst' })
    const document = buildDocument({ exchanges: [buildExchange({ answer })] })
    const summary = `405 came with ${answer.slice(0, 30)}…. Whose fault it is.`
    const redacted = redactRun({ ...document, outcome: { ...document.outcome, summary } })
    expect(redacted.outcome.summary).toBe(
      '405 came with {"access_token":"redacted-access-token-1…. Whose fault it is.',
    )
  })

  test('hides a token in JSON that is text inside JSON', () => {
    const answer = JSON.stringify({ text: JSON.stringify({ access_token: 'a"b/c' }) })
    expect(answerBody(redactOne({ answer }))).toBe(
      String.raw`{"text":"{\"access_token\":\"redacted-access-token-1\"}"}`,
    )
  })

  test('does not take the code of an error for an authorization code', () => {
    const answer = '{"error":{"code":"unauthorized","message":"No token"}}'
    expect(answerBody(redactOne({ answer }))).toBe(answer)
  })

  test('hides code and state of addresses, also in Location and in a fragment', () => {
    const { request, outcome } = redactOne({
      url: 'https://page.example/callback.html?code=4%2F0Ab&state=xyz&iss=https%3A%2F%2Fas.example',
      answerHeaders: [['Location', 'https://a.example/#id_token=i&state=xyz&x=1']],
    })
    expect(request.url).toBe(
      'https://page.example/callback.html?code=redacted-code-1&state=redacted-state-1&iss=https%3A%2F%2Fas.example',
    )
    expect(outcome).toMatchObject({
      headers: [
        ['Location', 'https://a.example/#id_token=redacted-id-token-1&state=redacted-state-1&x=1'],
      ],
    })
  })

  test('hides them in an address inside an address', () => {
    const url =
      'https://as.example/login?next=https%3A%2F%2Fas.example%2Fauthorize%3Fclient_id%3Dc%26state%3Dxyz%26x%3D1'
    expect(redactOne({ url }).request.url).toBe(url.replace('xyz', 'redacted-state-1'))
  })

  test('hides a token by its shape', () => {
    expect(redactOne({ headers: [['DPoP', JWT]] }).request.headers).toEqual([
      ['DPoP', 'redacted-jwt-1'],
    ])
  })

  test('keeps the parameters of a challenge', () => {
    const challenge =
      'Bearer error="invalid_token", scope="read write", resource_metadata="https://mcp.example/.well-known/oauth-protected-resource?x=1"'
    const exchange = redactOne({ answerHeaders: [['WWW-Authenticate', challenge]] })
    expect(exchange.outcome).toMatchObject({ headers: [['WWW-Authenticate', challenge]] })
  })

  test('hides secret parameters that the person added to the authorization request', () => {
    const config = buildConfig({
      authorizationParameters: [
        ['prompt', 'consent'],
        ['id_token_hint', 'short'],
      ],
    })
    expect(redactRun(buildDocument({ config })).config.authorizationParameters).toEqual([
      ['prompt', 'consent'],
      ['id_token_hint', 'redacted-id-token-1'],
    ])
  })
})

describe('redactRun, across a run', () => {
  test('gives equal secrets equal stand-ins, named by where they tell most', () => {
    const document = buildDocument({
      exchanges: [
        buildExchange({ headers: [['Authorization', 'Bearer opaque-token-of-ada']] }),
        buildExchange({ id: 'e2', answer: '{"refresh_token":"opaque-token-of-ada"}' }),
      ],
      decisions: [
        { step: 'token', exchange: 'e2', says: 'Uses opaque-token-of-ada', why: null, spec: null },
      ],
    })
    const redacted = redactRun(document)
    expect(redacted.exchanges[0]?.request.headers).toEqual([
      ['Authorization', 'Bearer redacted-refresh-token-1'],
    ])
    expect(redacted.decisions[0]?.says).toBe('Uses redacted-refresh-token-1')
  })

  test('hides the password of Basic credentials wherever it stands', () => {
    const basic = btoa('client:p%2Fss+word%21')
    const redacted = redactRun(
      buildDocument({
        exchanges: [buildExchange({ headers: [['Authorization', `Basic ${basic}`]] })],
        outcome: {
          ...buildDocument().outcome,
          summary: `Sent p/ss word!, as p%2Fss+word%21 and p%2Fss%20word!, in ${basic} and ${btoa('{"secret":"p/ss word!"}')}.`,
        },
      }),
    )
    expect(redacted.exchanges[0]?.request.headers).toEqual([
      ['Authorization', 'Basic redacted-credentials-1'],
    ])
    expect(redacted.outcome.summary).toMatch(
      /^Sent redacted-client-secret-1, as redacted-client-secret-1 and redacted-client-secret-1, in redacted-credentials-1 and [\w+/]*redacted-client-secret-1[\w+/=]*\.$/,
    )
  })

  test('hides a secret that stands in the findings alone', () => {
    const [finding] = buildWholeDocument().findings
    if (!finding) throw new Error('The whole document has a finding')
    const findings = [{ ...finding, says: `The token is ${JWT}`, fix: 'Ask for /?code=abc again' }]
    expect(redactRun(buildDocument({ findings })).findings[0]).toMatchObject({
      says: 'The token is redacted-jwt-1',
      fix: 'Ask for /?code=redacted-code-1 again',
    })
  })

  test('does not hunt for words and addresses that stand in secret places', () => {
    const document = buildDocument({
      exchanges: [
        buildExchange({ answer: '{"token":"refresh_token"}' }),
        buildExchange({ url: 'https://as.example/?state=https%3A%2F%2Fmcp.example%2Fmcp' }),
      ],
      decisions: [
        { step: 'token', exchange: null, says: 'Uses the refresh_token', why: null, spec: null },
      ],
    })
    const redacted = redactRun(document)
    expect(redacted.decisions).toEqual(document.decisions)
    expect(redacted.config.server).toBe('https://mcp.example/mcp')
    expect(redacted.exchanges[1]?.request.url).toBe('https://as.example/?state=redacted-state-1')
  })

  test('never changes ids, steps and kinds', () => {
    const document = buildDocument({
      exchanges: [
        buildExchange({ step: 'resource-metadata', answer: '{"password":"resource-metadata"}' }),
      ],
    })
    expect(redactRun(document).exchanges[0]).toMatchObject({ id: 'e1', step: 'resource-metadata' })
  })

  test('numbers on from the stand-ins that a run holds already', () => {
    const answer = '{"code":"redacted-code-4","password":"redacted-password-1x","token":"new"}'
    const url = 'https://page.example/?code=fresh'
    const exchange = redactOne({ answer, url })
    expect(exchange.request.url).toBe('https://page.example/?code=redacted-code-5')
    expect(answerBody(exchange)).toBe(answer.replace('"new"', '"redacted-token-1"'))
  })

  test('leaves a run without secrets as it is', () => {
    const document = buildWholeDocument()
    expect(redactRun(document)).toEqual(document)
  })
})
