import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../http/base64.ts'
import { findBearer, parseChallenges, parameterElsewhere } from '../http/challenge.ts'
import { readEventStream } from '../http/event-stream.ts'
import type { ResponseOutcome } from '../http/exchange.ts'
import { isJsonType, mediaType } from '../http/exchange.ts'
import { holdsAnswer, readRpcAnswer } from '../http/json-rpc.ts'
import { isJsonObject, parseJson, parseJsonObject } from '../http/json.ts'
import { decodeJwt, findJwts } from '../http/jwt.ts'
import { encodeHeaderValue } from '../http/mcp-message.ts'
import { xMcpHeaders } from '../http/param-headers.ts'
import { endpointOf } from '../http/readability.ts'
import { isSecureUrl, parseHttpUrl, toResourceIdentifier } from '../spec/locations.ts'
import { objectionToDocument } from '../steps/issuer/client-document.ts'
import { challenge, json, stream, text } from './arbitraries.ts'
import { PATIENCE, cases, isQuick } from './cases.ts'

/** Three parts, each of which may be anything: a token as somebody else makes it. */
const token = fc.oneof(
  text,
  fc
    .array(
      fc.oneof(
        text,
        json.map((value) => toBase64(JSON.stringify(value))),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join('.')),
)

const answer = (contentType: string, body: string): ResponseOutcome => ({
  kind: 'response',
  endedAt: 0,
  status: 200,
  headers: [['content-type', contentType]],
  headersComplete: true,
  body: { text: body, bytes: body.length },
})

const PARSERS: readonly (readonly [string, fc.Arbitrary<string>, (value: string) => unknown])[] = [
  [
    'challenges',
    challenge,
    (value) => {
      const reading = parseChallenges(value)
      return [findBearer(reading), parameterElsewhere(reading, 'resource_metadata')]
    },
  ],
  ['event streams', stream, readEventStream],
  [
    'JSON-RPC in a stream',
    stream,
    (value) => [holdsAnswer(value, 'x'), readRpcAnswer(answer('text/event-stream', value), 'x')],
  ],
  [
    'JSON-RPC',
    fc.oneof(
      text,
      json.map((value) => JSON.stringify(value)),
    ),
    (value) => [holdsAnswer(value, 1), readRpcAnswer(answer('application/json', value), 1)],
  ],
  [
    'JSON',
    fc.oneof(
      text,
      json.map((value) => JSON.stringify(value)),
    ),
    (value) => [parseJson(value), parseJsonObject(value)],
  ],
  ['tokens', token, (value) => [decodeJwt(value), findJwts(value)]],
  ['Base64', text, (value) => [fromBase64(value), toBase64(value)]],
  [
    'header values',
    text,
    (value) => [encodeHeaderValue(value), mediaType([['Content-Type', value]]), isJsonType(value)],
  ],
  [
    'addresses',
    text,
    (value) => [
      parseHttpUrl(value),
      isSecureUrl(value),
      toResourceIdentifier(value),
      endpointOf(value),
      objectionToDocument(value, value),
    ],
  ],
]

test.each(PARSERS)(
  'any text is read in time and without an exception: %s',
  (_, input, parse) => {
    fc.assert(
      fc.property(input, (value) => {
        expect(isQuick(() => void parse(value))).toBe(true)
      }),
      cases(150),
    )
  },
  PATIENCE,
)

test(
  'any schema of a tool is looked through in time and without an exception',
  () => {
    fc.assert(
      fc.property(json, json, (schema, given) => {
        const tool = { name: 'x', ...(isJsonObject(schema) && { inputSchema: schema }) }
        expect(isQuick(() => void xMcpHeaders(tool, isJsonObject(given) ? given : {}))).toBe(true)
      }),
      cases(150),
    )
  },
  PATIENCE,
)

test(
  'what was written in Base64 is read as it was',
  () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        expect(fromBase64(toBase64(value))).toBe(value)
      }),
      cases(150),
    )
  },
  PATIENCE,
)
