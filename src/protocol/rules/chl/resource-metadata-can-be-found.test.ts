import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceMetadataCanBeFound as rule } from './resource-metadata-can-be-found.ts'

const noPointer = { challenge: { header: { 'www-authenticate': 'Bearer scope="tools"' } } }
const found = (place: 'path-inserted' | 'path-appended') => ({
  exchanges: noPointer,
  facts: {
    resourceMetadata: {
      found: {
        place,
        url: 'https://mcp.example/there',
        exchange: 'resource-metadata',
        document: {},
      },
    },
  },
})

describe('CHL-03 resource-metadata-can-be-found', () => {
  test('passes with a pointer, and with a well-known address alone', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, found('path-inserted'))).toBe('pass')
  })

  test('fails when the 401 names none and none is at a well-known address', () => {
    const fail = checkFail(rule, {
      exchanges: { ...noPointer, 'resource-metadata': { status: 404 } },
    })
    expect(fail.says).toContain('oauth-protected-resource/mcp (404)')
    expect(fail.evidence).toEqual([
      { exchange: 'resource-metadata', at: { part: 'status' } },
      { exchange: 'challenge', at: { part: 'response-header', name: 'www-authenticate' } },
    ])
    expect(fail.paste?.text).toContain('"authorization_servers"')
  })

  test('leaves a document below the endpoint to PRM-09', () => {
    expect(kindOf(rule, found('path-appended'))).toBe('not-applicable')
  })

  test('cannot tell when a hidden header may have pointed elsewhere', () => {
    expect(
      kindOf(rule, {
        exchanges: { ...noPointer, 'resource-metadata': { status: 404 } },
        facts: { challenge: { header: 'hidden' } },
      }),
    ).toBe('cannot-tell')
  })
})
