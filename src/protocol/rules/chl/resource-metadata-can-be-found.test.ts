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

  test('fails when the document is only where no client has to look', () => {
    const fail = checkFail(rule, found('path-appended'))
    expect(fail.says).toContain('https://mcp.example/there')
    expect(fail.evidence).toEqual([{ exchange: 'resource-metadata', at: { part: 'url' } }])
  })

  test('leaves a document that is nowhere to PRM-01', () => {
    const nowhere = { ...noPointer, 'resource-metadata': { status: 404 } }
    expect(kindOf(rule, { exchanges: nowhere })).toBe('not-applicable')
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
