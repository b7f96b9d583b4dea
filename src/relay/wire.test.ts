import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RELAY_FAILURE_CODES } from './answer.ts'
import type { RelayFrame } from './wire.ts'
import { encodeFrame, readFrames } from './wire.ts'

const milliseconds = fc.nat().map((tenths) => tenths / 10)
const someMilliseconds = fc.option(milliseconds)
const text = fc.string({ unit: 'grapheme' })

const head: fc.Arbitrary<RelayFrame> = fc.record({
  kind: fc.constant('head'),
  head: fc.record({
    status: fc.integer({ min: 100, max: 999 }),
    statusText: text,
    headers: fc.array(fc.tuple(text, text)),
    httpVersion: fc.constantFrom('1.0', '1.1'),
    remoteAddress: fc.oneof(fc.ipV4(), fc.ipV6()),
    remotePort: fc.integer({ min: 1, max: 65_535 }),
    timing: fc.record({
      dns: someMilliseconds,
      connect: milliseconds,
      tls: someMilliseconds,
      firstByte: milliseconds,
    }),
  }),
})

const data: fc.Arbitrary<RelayFrame> = fc.record({
  kind: fc.constant('data'),
  data: fc.uint8Array({ maxLength: 400 }),
})

const end: fc.Arbitrary<RelayFrame> = fc.record({
  kind: fc.constant('end'),
  end: fc.oneof(
    fc.record({ kind: fc.constant('complete'), bytes: fc.nat(), totalMs: milliseconds }),
    fc.record({
      kind: fc.constant('truncated'),
      bytes: fc.nat(),
      maximumBytes: fc.nat(),
      totalMs: milliseconds,
    }),
    fc.record({
      kind: fc.constant('failed'),
      code: fc.constantFrom(...RELAY_FAILURE_CODES),
      message: text,
      bytes: fc.nat(),
      totalMs: someMilliseconds,
    }),
  ),
})

const answer = fc
  .tuple(fc.option(head), fc.array(data), end)
  .map(([first, pieces, last]) => [...(first === null ? [] : [first]), ...pieces, last])

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 })

test('frames come out as they went in, however the bytes were cut', async () => {
  await fc.assert(
    fc.asyncProperty(answer, sizes, async (frames, cuts) => {
      expect(await decode(cut(encodeAll(frames), cuts))).toEqual(frames)
    }),
  )
})

test('a stream that stops anywhere before its end is reported as broken off', async () => {
  await fc.assert(
    fc.asyncProperty(answer, fc.nat(), async (frames, place) => {
      const bytes = encodeAll(frames)
      const decoded = await decode([bytes.subarray(0, place % bytes.length)])
      expect(decoded.slice(0, -1)).toEqual(frames.slice(0, decoded.length - 1))
      expect(decoded.at(-1)).toMatchObject({ kind: 'end', end: { code: 'aborted', totalMs: null } })
    }),
  )
})

test('a broken off stream counts the body bytes that did arrive', async () => {
  const frame: RelayFrame = { kind: 'data', data: new Uint8Array(7) }
  const [, last] = await decode([encodeFrame(frame)])
  expect(last).toMatchObject({ kind: 'end', end: { kind: 'failed', code: 'aborted', bytes: 7 } })
})

test.each([
  ['a web page', '<!doctype html>'],
  ['a head that is no JSON', '\u0001\u0000\u0000\u0000\u0002{]'],
  ['a head without its members', '\u0001\u0000\u0000\u0000\u0002{}'],
  ['an end of no known kind', '\u0003\u0000\u0000\u0000\u0014{"kind":"","bytes":1}'],
  ['a frame of 4 GB', '\u0002\u00ff\u00ff\u00ff\u00ff'],
])('an answer that is no relay\u2019s is reported as foreign: %s', async (_name, bytes) => {
  const decoded = await decode([Buffer.from(bytes, 'latin1')])
  expect(decoded).toMatchObject([{ kind: 'end', end: { kind: 'failed', code: 'protocol' } }])
})

test('nothing is read past the end', async () => {
  const last = { kind: 'end', end: { kind: 'complete', bytes: 0, totalMs: 1 } } as const
  expect(await decode([encodeFrame(last), encodeFrame(last)])).toEqual([last])
})

test('what the source throws is passed on', async () => {
  await expect(decode(breakOff())).rejects.toThrow('the page gave up')
})

async function* breakOff(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(0)
  throw new Error('the page gave up')
}

async function decode(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<readonly RelayFrame[]> {
  const frames: RelayFrame[] = []
  for await (const frame of readFrames(toAsync(chunks))) frames.push(frame)
  return frames
}

async function* toAsync(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  yield* chunks
}

function encodeAll(frames: readonly RelayFrame[]): Uint8Array {
  return Buffer.concat(frames.map(encodeFrame))
}

function* cut(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
    const to = from + (cuts[turn % cuts.length] ?? 1)
    yield bytes.subarray(from, to)
    from = to
  }
}
