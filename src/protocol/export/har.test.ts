import { describe, expect, test } from 'vitest'
import { buildDocument, buildExchange } from '../run/build-document.ts'
import { buildWholeDocument } from '../run/build-whole-document.ts'
import type { RunDocument } from '../run/document.ts'
import { toHar } from './har.ts'
import { redactRun } from './redact.ts'

function toLog(document: RunDocument) {
  return JSON.parse(toHar(redactRun(document))).log
}

describe('an HTTP archive', () => {
  test('has an entry for each exchange, with what the format demands', () => {
    const document = buildWholeDocument()
    const { version, creator, pages, entries } = toLog(document)
    expect([version, creator.name]).toEqual(['1.2', document.app.name])
    expect(entries).toHaveLength(document.exchanges.length)
    for (const entry of entries) {
      expect(entry.pageref).toBe(pages[0].id)
      expect(Date.parse(entry.startedDateTime)).not.toBeNaN()
      const { send, wait, receive } = entry.timings
      expect(send + wait + receive).toBeCloseTo(entry.time)
      expect(entry.response).toHaveProperty('content.mimeType')
      expect(entry.request).toHaveProperty('queryString')
    }
  })

  test('repeats request and answer', () => {
    const exchange = buildExchange({
      method: 'POST',
      url: 'https://a.example/token?x=1',
      headers: [['Content-Type', 'application/json']],
      body: '{}',
      answer: 'no',
      answerHeaders: [['Location', '/b']],
    })
    const [entry] = toLog(buildDocument({ exchanges: [exchange] })).entries
    expect(entry.request).toMatchObject({
      method: 'POST',
      queryString: [{ name: 'x', value: '1' }],
      postData: { mimeType: 'application/json', text: '{}' },
    })
    expect(entry.response).toMatchObject({
      status: 200,
      redirectURL: '/b',
      content: { text: 'no' },
    })
  })

  test('says why an answer is not there', () => {
    const outcome = { kind: 'unreadable', endedAt: 2, message: 'Failed to fetch' } as const
    const [entry] = toLog(buildDocument({ exchanges: [buildExchange({ outcome })] })).entries
    expect(entry.response).toMatchObject({ status: 0, _error: 'Failed to fetch' })
  })
})
