import { array, assert, asyncProperty, integer } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, readBody, toBody } from './body.ts'
import { MAXIMUM_BODY_BYTES } from './ports.ts'

const encoder = new TextEncoder()
const NEVER = new AbortController().signal

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield encoder.encode(text)
}

async function* breaking(text: string, error: unknown): AsyncGenerator<Uint8Array> {
  yield encoder.encode(text)
  throw error
}

/** A stream that sends a text and then nothing more, and never ends. */
function hanging(text: string): Response {
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void =>
    controller.enqueue(encoder.encode(text))
  return new Response(new ReadableStream<Uint8Array>({ start }))
}

describe('reading a body', () => {
  test('gives the text and its bytes', async () => {
    expect(await readBody(pieces('{"a":', '1}'), { signal: NEVER })).toEqual({
      text: '{"a":1}',
      bytes: 7,
    })
  })

  test('gives an empty text where there is no body', async () => {
    expect(await readBody(null, { signal: NEVER })).toEqual({ text: '', bytes: 0 })
  })

  test('gives the same text however it was cut into pieces', async () => {
    await assert(
      asyncProperty(
        array(integer({ min: 0, max: 0x10ffff }), { maxLength: 20 }),
        integer({ min: 1, max: 5 }),
        async (points, size) => {
          const bytes = encoder.encode(String.fromCodePoint(...points))
          async function* inPieces(): AsyncGenerator<Uint8Array> {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
          }
          const body = await readBody(inPieces(), { signal: NEVER })
          const whole = new TextDecoder().decode(bytes)
          expect(body).toEqual({ text: whole, bytes: bytes.length })
        },
      ),
      { numRuns: 50 },
    )
  })

  test('puts replacement characters where the bytes are no UTF-8', async () => {
    async function* binary(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(0x61, 0xff, 0x62)
    }
    expect((await readBody(binary(), { signal: NEVER })).text).toBe('a\uFFFDb')
  })

  test('keeps a body that just fills the limit whole', async () => {
    const limits = { signal: NEVER, maximumBytes: 6 }
    expect(await readBody(pieces('abc', 'def'), limits)).toEqual({ text: 'abcdef', bytes: 6 })
  })

  test('cuts at the limit and says so', async () => {
    const limits = { signal: NEVER, maximumBytes: 4 }
    const body = await readBody(pieces('abc', 'def', 'ghi'), limits)
    expect(body).toEqual({ text: 'abcd', bytes: 4, cut: 'size' })
  })

  test('reads 2 MB of 30 MB and lets the rest be', async () => {
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; sent < 30; sent += 1) yield new Uint8Array(1_000_000).fill(0x78)
    }
    const body = await readBody(endless(), { signal: NEVER })
    expect(body).toMatchObject({ bytes: MAXIMUM_BODY_BYTES, cut: 'size' })
    expect(body.text).toHaveLength(MAXIMUM_BODY_BYTES)
    expect(sent).toBeLessThan(4)
  })

  test('leaves a stream once it has given its answer', async () => {
    const answered = (text: string): boolean => text.includes('answer')
    const body = await readBody(pieces('a', 'nswer', ' and more'), { signal: NEVER, answered })
    expect(body).toEqual({ text: 'answer', bytes: 6, cut: 'answered' })
  })

  test('keeps what had arrived when the connection broke', async () => {
    const body = await readBody(breaking('half', new TypeError('reset')), { signal: NEVER })
    expect(body).toEqual({ text: 'half', bytes: 4, cut: 'failed' })
  })

  test('says when time ran out', async () => {
    const signal = AbortSignal.timeout(5)
    const body = await readBody(piecesOf(hanging('half'), signal), { signal })
    expect(body).toEqual({ text: 'half', bytes: 4, cut: 'timeout' })
  })

  test('says when the walk was stopped', async () => {
    const stop = new AbortController()
    const reading = readBody(piecesOf(hanging('half'), stop.signal), { signal: stop.signal })
    stop.abort()
    expect(await reading).toMatchObject({ cut: 'stopped' })
  })
})

describe('the pieces of a response', () => {
  test('come to an end where the response has no body', async () => {
    const body = await readBody(piecesOf(new Response(null), NEVER), { signal: NEVER })
    expect(body).toEqual({ text: '', bytes: 0 })
  })

  test('cancel the stream when they are left early', async () => {
    let cancelled = false
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(encoder.encode('x')),
      cancel: () => void (cancelled = true),
    })
    const answered = (text: string): boolean => text.length > 2
    await readBody(piecesOf(new Response(stream), NEVER), { signal: NEVER, answered })
    expect(cancelled).toBe(true)
  })

  test('are not read once the walk was stopped', async () => {
    const signal = AbortSignal.abort()
    const body = await readBody(piecesOf(new Response('text'), signal), { signal })
    expect(body).toEqual({ text: '', bytes: 0, cut: 'stopped' })
  })
})

test('the body of a request counts its bytes, not its characters', () => {
  expect(toBody('é')).toEqual({ text: 'é', bytes: 2 })
  expect(toBody(undefined)).toBeNull()
})
