import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../http/base64.ts'
import { practise } from '../practice-walk.ts'
import {
  type ExchangeChange,
  buildConfig,
  buildDocument,
  buildExchange,
} from '../run/build-document.ts'
import type { RunDocument } from '../run/document.ts'
import { parseRun } from '../run/file.ts'
import { serializeRun } from '../run/serialize.ts'
import { toCurl } from './curl.ts'
import { SHORTEST } from './pseudonyms.ts'
import { redactRun } from './redact.ts'
import { SECRET_MEMBERS, SECRET_PARAMETERS } from './secret-places.ts'

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'] as const

/** A place that gives a secret away, and what is written there. */
type Place = (secret: string, name: string) => ExchangeChange

const PLACES: readonly Place[] = [
  (secret) => ({ headers: [['Authorization', `Bearer ${secret}`]] }),
  (secret) => ({ headers: [['Authorization', `Basic ${toBase64(`id:${toForm(secret)}`)}`]] }),
  (secret) => ({ headers: [['Proxy-Authorization', `Scheme ${secret}`]] }),
  (secret) => ({ answerHeaders: [['Mcp-Session-Id', secret]] }),
  (secret) => ({ headers: [['X-Team', secret]] }),
  (secret, name) => ({ headers: [FORM], body: `a=b&${name}=${toForm(secret)}` }),
  (secret, name) => ({ answer: `${name}=${toForm(secret)}&scope=a` }),
  (secret, name) => ({ url: `https://page.example/callback.html?${name}=${toForm(secret)}` }),
  (secret, name) => ({
    answerHeaders: [['Location', `https://a.example/#${name}=${toForm(secret)}`]],
  }),
  (secret, name) => ({
    url: `https://a.example/?next=${toForm(`https://b.example/?x=1&${name}=${toForm(secret)}`)}`,
  }),
]

const MEMBER_PLACES: readonly Place[] = [
  (secret, name) => ({ answer: JSON.stringify({ [name]: secret }) }),
  (secret, name) => ({ answer: JSON.stringify({ a: [{ [name]: secret }] }, null, 2) }),
  (secret, name) => ({ body: JSON.stringify({ text: JSON.stringify({ [name]: secret }) }) }),
  (secret, name) => ({ answer: `data: ${JSON.stringify({ result: { [name]: secret } })}\n\n` }),
]

/** Ways in which a secret may stand in a text that is no secret place. */
const ECHOES: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => toForm(secret),
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(encodeURIComponent(secret)),
  (secret) => JSON.stringify({ seen: secret }),
  (secret) => toBase64(secret),
  (secret) => toBase64(`x${secret}y`),
  (secret) => toBase64(`id:${secret}`).replaceAll('+', '-').replaceAll('/', '_'),
]

function toForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}

function leaks(document: RunDocument, secret: string): readonly string[] {
  const text = JSON.stringify(document)
  const core = toBase64(secret).slice(0, -4)
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    toForm(secret),
    encodeURIComponent(secret),
    core,
  ].filter((spelling) => text.includes(spelling))
}

function runWith(exchange: ExchangeChange, texts: readonly string[]): RunDocument {
  const [says = '', why = '', summary = '', description = ''] = texts
  return buildDocument({
    config: buildConfig({ headerNames: ['X-Team'] }),
    exchanges: [
      buildExchange(exchange),
      buildExchange({
        id: 'e2',
        answer: texts.join(' '),
        url: `https://mcp.example/${encodeURI(says)}`,
      }),
    ],
    decisions: [{ step: 'token', exchange: 'e1', says, why, spec: null }],
    outcome: { ...buildDocument().outcome, summary },
    tools: [{ name: 'echo', title: null, description }],
  })
}

const secretText = fc
  .oneof(
    fc.stringMatching(/^[\x21-\x7e]{10,40}$/),
    fc.stringMatching(/^[A-Za-z0-9._~-]{10,60}$/),
    fc
      .tuple(fc.stringMatching(/^[a-z0-9]{10}$/), fc.string({ unit: 'grapheme' }))
      .map(([a, b]) => `${a}${b}z`),
  )
  .filter((text) => /^\S(?:.*\S)?$/.test(text) && new Set(text).size > 5)

const place = fc.oneof(
  fc.record({
    write: fc.constantFrom(...PLACES, ...MEMBER_PLACES),
    name: fc.constantFrom(...SECRET_MEMBERS.map(([name]) => name)),
  }),
  fc.record({
    write: fc.constantFrom(...PLACES),
    name: fc.constantFrom(...SECRET_PARAMETERS.map(([name]) => name)),
  }),
)

describe('redactRun, for any secret in any of its places', () => {
  test('lets it survive nowhere in the run', () => {
    fc.assert(
      fc.property(
        secretText,
        place,
        fc.shuffledSubarray([...ECHOES]),
        (secret, { write, name }, echoes) => {
          const document = runWith(
            write(secret, name),
            echoes.map((echo) => echo(secret)),
          )
          const redacted = redactRun(document)
          expect(leaks(redacted, secret)).toEqual([])
          expect(redactRun(redacted)).toEqual(redacted)
        },
      ),
      { numRuns: 300 },
    )
  })

  const fragment = fc.constantFrom(
    '"token":"',
    '\\"code\\":\\"',
    '"',
    '\\',
    '?code=',
    '&state=',
    '%26code%3D',
    '%',
    '=',
    ' ',
    'abcdefgh',
    'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.',
    'redacted-code-1',
    'redacted-',
    '-1',
    '"message":',
    '{',
    '}',
    'short',
    'Bearer ',
    'Basic ',
    ';',
    ',',
    'sid=',
  )
  const noise = fc.array(fragment, { maxLength: 12 }).map((fragments) => fragments.join(''))

  test('changes nothing the second time, whatever the run holds', () => {
    fc.assert(
      fc.property(fc.array(noise, { minLength: 8, maxLength: 8 }), (texts) => {
        const [body = '', answer = '', authorization = '', cookie = '', url = '', ...rest] = texts
        const document = runWith(
          {
            url: `https://a.example/?${url}`,
            headers: [FORM, ['Authorization', authorization]],
            body,
            answer,
            answerHeaders: [['Set-Cookie', cookie]],
          },
          rest,
        )
        const redacted = redactRun(document)
        expect(redactRun(redacted)).toEqual(redacted)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  { about: 'the newest revision', config: {} },
  { about: 'the session era', config: { revision: '2025-11-25' } as const },
  { about: 'refresh and revocation', config: { also: ['refresh', 'revoke'] } as const },
])(
  'no secret that the practice servers handed out leaves with a walk of $about',
  async ({ config }) => {
    const { document, events, secrets } = await practise({ config })
    expect(document.outcome.summary).toContain('Connected')
    const own = events.flatMap((event) =>
      event.type === 'step-settled' && 'facts' in event.result && event.result.facts.authorization
        ? [event.result.facts.authorization.state, event.result.facts.authorization.verifier]
        : [],
    )
    const handed = [...secrets, ...own].filter((secret) => secret.length >= SHORTEST)
    const whole = JSON.stringify(document)
    expect(handed.filter((secret) => whole.includes(secret)).length).toBeGreaterThan(3)

    const redacted = redactRun(document)
    const left = `${serializeRun(redacted)}${redacted.exchanges.map(toCurl).join('\n')}`
    expect(handed.filter((secret) => left.includes(secret))).toEqual([])
    expect(parseRun(serializeRun(redacted))).toEqual({ kind: 'run', document: redacted })
  },
)
