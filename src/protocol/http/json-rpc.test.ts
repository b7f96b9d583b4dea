import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Body, ResponseOutcome } from './exchange.ts'
import { type RpcId, holdsAnswer, readRpcAnswer } from './json-rpc.ts'

function outcome(text: string, type = 'application/json', cut?: Body['cut']): ResponseOutcome {
  return {
    kind: 'response',
    endedAt: 1,
    status: 200,
    headers: type === '' ? [] : [['Content-Type', type]],
    headersComplete: true,
    body: { text, bytes: text.length, ...(cut && { cut }) },
  }
}

function stream(text: string, cut?: Body['cut']): ResponseOutcome {
  return outcome(text, 'text/event-stream; charset=utf-8', cut)
}

function answerTo(id: RpcId | null, result: object = { tools: [] }): string {
  return JSON.stringify({ jsonrpc: '2.0', id, result })
}

function event(data: string): string {
  return `event: message\ndata: ${data}\n\n`
}

const NOTICE = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/message', params: {} })
const PING = JSON.stringify({ jsonrpc: '2.0', id: 't1', method: 'ping' })

describe('readRpcAnswer', () => {
  test('reads a result from a JSON object', () => {
    expect(readRpcAnswer(outcome(answerTo('t1')), 't1')).toMatchObject({
      kind: 'result',
      form: 'object',
      result: { tools: [] },
    })
  })

  test('reads an error with its data, whatever the status', () => {
    const error = { code: -32022, message: 'no', data: { supported: ['2025-11-25'] } }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, error })
    const answer = readRpcAnswer({ ...outcome(body), status: 400 }, 1)
    expect(answer).toMatchObject({ kind: 'error', error })
  })

  test.each([null, undefined])('takes an error whose id is %j for the answer', (id) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32000, message: 'no' } })
    expect(readRpcAnswer(outcome(body), 't1')).toMatchObject({ kind: 'error' })
  })

  test('takes 1 and "1" for the same id', () => {
    expect(readRpcAnswer(outcome(answerTo('1')), 1).kind).toBe('result')
  })

  test('does not take an answer to another request', () => {
    expect(readRpcAnswer(outcome(answerTo('t2')), 't1')).toMatchObject({
      kind: 'none',
      why: 'The body holds no JSON-RPC answer to the request "t1"; it has an answer to "t2".',
    })
  })

  test('does not take a result without an id', () => {
    expect(readRpcAnswer(outcome(answerTo(null)), 't1').kind).toBe('none')
  })

  test('finds the answer in a batch and lists the rest', () => {
    const answer = readRpcAnswer(outcome(`[${NOTICE},${answerTo('t1')}]`), 't1')
    expect(answer).toMatchObject({
      kind: 'result',
      form: 'batch',
      aside: { messages: [{ kind: 'notification', method: 'notifications/message' }] },
    })
  })

  test('passes over what comes before the answer in a stream, and counts it', () => {
    const text = [
      ': hello\n\n',
      'id: 1\ndata:\n\n',
      'event: endpoint\ndata: /messages\n\n',
      event(NOTICE),
      event(PING),
      event('not json'),
      event(answerTo('t1')),
    ].join('')
    expect(readRpcAnswer(stream(text), 't1')).toEqual({
      kind: 'result',
      form: 'stream',
      result: { tools: [] },
      aside: {
        comments: 1,
        emptyEvents: 1,
        otherEvents: ['endpoint'],
        messages: [
          { kind: 'notification', method: 'notifications/message' },
          { kind: 'request', method: 'ping' },
          { kind: 'not-json-rpc', seen: 'not json' },
        ],
      },
    })
  })

  test('joins the data lines of one event', () => {
    const lines = JSON.stringify(JSON.parse(answerTo('t1')), null, 2).split('\n')
    const text = `${lines.map((line) => `data: ${line}`).join('\r\n')}\r\n\r\n`
    expect(readRpcAnswer(stream(text), 't1').kind).toBe('result')
  })

  test('reads an answer whose event lacks the blank line at the end', () => {
    expect(readRpcAnswer(stream(`data: ${answerTo('t1')}`), 't1').kind).toBe('result')
  })

  test.each([
    ['timeout', 'When time ran out, the event stream holds no'],
    ['failed', 'When the connection broke, the event stream holds no'],
    ['size', 'Cut after 19 bytes, the event stream holds no'],
    [undefined, 'The event stream holds no'],
  ] as const)('says how a stream without an answer ended: %s', (cut, words) => {
    const answer = readRpcAnswer(stream(': waiting\n\n: more\n\n'.slice(0, 19), cut), 't1')
    expect(answer.kind === 'none' && answer.why).toContain(words)
  })

  test.each([
    ['an empty body', outcome(' \n'), 'The answer has no body.'],
    [
      'a page',
      outcome('<html>', 'text/html'),
      'The answer is text/html and cannot be read as JSON',
    ],
    ['no type', outcome('hello', ''), 'The answer is of no named type'],
    [
      'cut JSON',
      outcome('{"jsonrpc"', 'application/json', 'size'),
      'The answer was cut after 10 bytes',
    ],
    ['an OAuth error', outcome('{"error":"invalid_token"}'), 'it has {"error":"invalid_token"}.'],
    ['a result that is no object', outcome('{"id":"t1","result":"yes"}'), 'of one: "yes"'],
    ['another object', outcome('{"ok":true}'), 'it has {"ok":true}.'],
    ['a number', outcome('7'), 'it has 7.'],
  ])('says why there is no answer: %s', (_, response, words) => {
    const answer = readRpcAnswer(response, 't1')
    expect(answer.kind).toBe('none')
    expect(answer.kind === 'none' && answer.why).toContain(words)
  })

  test('never throws, whatever was sent', () => {
    const types = fc.constantFrom('application/json', 'text/event-stream', 'text/html', '')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), types, (text, type) => {
        expect(['result', 'error', 'none']).toContain(readRpcAnswer(outcome(text, type), 'a').kind)
      }),
    )
  })
})

describe('holdsAnswer', () => {
  const text = `${event(NOTICE)}${event(PING)}: ping\n\n${event(answerTo('t1', { text: 'a "id":1,' }))}`

  test('is true from the end of the answer on, and not before', () => {
    const complete = text.trimEnd().length
    for (let length = 0; length < complete; length += 1) {
      expect(holdsAnswer(text.slice(0, length), 't1')).toBe(false)
    }
    expect(holdsAnswer(text, 't1')).toBe(true)
    expect(holdsAnswer(`${text}data: and more`, 't1')).toBe(true)
  })

  test('does not take a request of the server with the same id for the answer', () => {
    expect(holdsAnswer(event(PING), 't1')).toBe(false)
  })

  test('knows numbers, spaces and every kind of line end', () => {
    expect(holdsAnswer('data: {"id" : 1, "result": {}}\r\n\r\n', 1)).toBe(true)
    expect(holdsAnswer('data: {"result": {}, "id": 1}\r\r', 1)).toBe(true)
    expect(holdsAnswer('data: {"id": 11, "result": {}}\n\n', 1)).toBe(false)
  })

  test('takes an id with signs that a pattern would read otherwise', () => {
    expect(holdsAnswer(event(answerTo('a.b"(c')), 'a.b"(c')).toBe(true)
    expect(holdsAnswer(event(answerTo('aXb')), 'a.b')).toBe(false)
  })

  test('agrees with readRpcAnswer on every stream that ends with a whole event', () => {
    const id = fc.constantFrom('t1', 't2', 7)
    const part = fc.oneof(
      fc.constantFrom(event(NOTICE), event(PING), ': c\n\n', 'data:\n\n', event('{')),
      id.map((answered) => event(answerTo(answered))),
    )
    fc.assert(
      fc.property(fc.array(part), id, (parts, wanted) => {
        const whole = parts.join('')
        const read = readRpcAnswer(stream(whole), wanted).kind === 'result'
        expect(holdsAnswer(whole, wanted)).toBe(read)
      }),
    )
  })
})
