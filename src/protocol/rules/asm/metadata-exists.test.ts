import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { SERVER_METADATA } from '../healthy-exchanges.ts'
import { metadataExists as rule } from './metadata-exists.ts'

describe('ASM-01 metadata-exists', () => {
  test('passes when a location answered with a document', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when every location answered 404 and names each', () => {
    const fail = checkFail(rule, { exchanges: { 'server-metadata': { status: 404 } } })
    expect(fail.says).toContain(`${SERVER_METADATA} (404)`)
    expect(fail.evidence).toEqual([{ exchange: 'server-metadata', at: { part: 'status' } }])
    expect(fail.paste?.text).toContain('"issuer": "https://issuer.example"')
  })

  test('blames the MCP server where its origin stands for the issuer', () => {
    const fail = checkFail(rule, {
      exchanges: { 'server-metadata': { status: 404 } },
      facts: { issuer: { from: 'origin' } },
    })
    expect(fail.culprit).toBe('server')
  })

  test('leaves a page served with 200 to ASM-02', () => {
    const page = { text: '<html>' }
    expect(kindOf(rule, { exchanges: { 'server-metadata': page } })).toBe('not-applicable')
  })

  test('cannot tell when a location gave no readable answer', () => {
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: 'failed' } } as const
    expect(kindOf(rule, { exchanges: { 'server-metadata': lost } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
