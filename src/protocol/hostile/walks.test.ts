import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Effect, Place } from '../../sandbox/scene.ts'
import { redactRun } from '../export/redact.ts'
import { type Json, isJsonObject, parseJsonObject } from '../http/json.ts'
import { type PracticeWalk, practise } from '../practice-walk.ts'
import { parseRun } from '../run/file.ts'
import { serializeRun } from '../run/serialize.ts'
import { challenge, json, stream, text } from './arbitraries.ts'
import { PATIENCE, cases } from './cases.ts'
import { faultsOfJudging } from './verdicts.ts'

const PLACES: readonly Place[] = [
  'mcp',
  'resource-metadata',
  'issuer-metadata',
  'register',
  'token',
  'revoke',
]

/** What one place answers instead, from its nth visit on. */
type Answer = {
  readonly place: Place
  readonly from: number
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body:
    | 'as it was'
    | { readonly bytes: Uint8Array<ArrayBuffer> }
    | { readonly members: Json }
}

/** Bytes as they are, or the UTF-8 of something that looks like an answer. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((value) => Uint8Array.from(value)),
  fc
    .oneof(
      text,
      stream,
      json.map((value) => JSON.stringify(value)),
    )
    .map((value) => Uint8Array.from(new TextEncoder().encode(value))),
)

/** A header value that a connection can carry. */
const value = fc
  .oneof(challenge, text)
  .map((each) => each.replaceAll(/[^\t\u0020-\u007E\u0080-\u00FF]/g, '?').trim())

const answer: fc.Arbitrary<Answer> = fc.record({
  place: fc.constantFrom(...PLACES),
  from: fc.nat({ max: 2 }),
  status: fc.constantFrom(
    200,
    200,
    200,
    201,
    202,
    302,
    307,
    400,
    401,
    403,
    404,
    405,
    429,
    500,
    503,
  ),
  headers: fc.array(
    fc.tuple(
      fc.constantFrom(
        'WWW-Authenticate',
        'Content-Type',
        'Mcp-Session-Id',
        'Location',
        'Cache-Control',
        'Retry-After',
      ),
      fc.oneof(value, fc.constantFrom('application/json', 'text/event-stream', 'text/html')),
    ),
    { maxLength: 3 },
  ),
  body: fc.oneof(
    fc.constant('as it was' as const),
    bytes.map((each) => ({ bytes: each })),
    json.map((members) => ({ members })),
  ),
})

/** A server that answers so. */
function hostile({ place, from, status, headers, body }: Answer): Effect {
  let visits = 0
  return {
    async after(response, visit) {
      if (visit.place !== place || visit.preflight || visits++ < from) return response
      const all = new Headers(response.headers)
      for (const [name, each] of headers) all.set(name, each)
      return new Response(await bodyFor(response, body), { status, headers: all })
    },
  }
}

async function bodyFor(response: Response, body: Answer['body']): Promise<BodyInit> {
  if (body === 'as it was') return response.arrayBuffer()
  if ('bytes' in body) return body.bytes
  const document = parseJsonObject(await response.text()) ?? {}
  return JSON.stringify({ ...document, ...(isJsonObject(body.members) && body.members) })
}

const BASES: readonly PracticeWalk[] = [
  {},
  { sandbox: { eras: 'legacy', sessions: true, answers: 'event-stream' } },
  { config: { revision: '2025-03-26' }, sandbox: { issuer: 'http://localhost:4281' } },
  { reach: 'browser-and-relay' },
  { config: { pace: 'one-by-one', also: ['refresh', 'revoke'] }, sandbox: { pageSize: 5 } },
]

/** What comes back from the authorization server: nothing of it can be trusted. */
const comingBack = fc.option(
  fc.oneof(
    text,
    fc
      .array(fc.tuple(fc.constantFrom('code', 'state', 'iss', 'error', 'x'), text), {
        maxLength: 4,
      })
      .map(
        (pairs) =>
          `http://localhost:4280/callback.html?${new URLSearchParams(pairs.map(([name, each]): [string, string] => [name, each]))}`,
      ),
  ),
  { freq: 4 },
)

test(
  'a walk through any answers ends in words, and its document can be saved and opened',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BASES),
        fc.array(answer, { minLength: 1, maxLength: 3 }),
        comingBack,
        async (base, answers, back) => {
          const { document, events } = await practise({
            ...base,
            sandbox: { ...base.sandbox, tokens: 'opaque', habits: answers.map(hostile) },
            goOnPast: ['PRM-07', 'PRM-08', 'ASM-03', 'ASM-09'],
            ...(back !== null && { consent: () => Promise.resolve(back) }),
          })
          expect(faultsOfJudging(events)).toEqual([])
          expect(document.outcome.summary).not.toBe('')
          expect(document.outcome.cause).not.toBe('DBG-01')
          expect(parseRun(serializeRun(redactRun(document)))).toMatchObject({ kind: 'run' })
        },
      ),
      cases(60),
    )
  },
  PATIENCE,
)
