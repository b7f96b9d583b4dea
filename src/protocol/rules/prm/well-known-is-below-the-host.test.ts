import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { wellKnownIsBelowTheHost as rule } from './well-known-is-below-the-host.ts'

const at = (place: 'path-appended' | 'root') => ({
  facts: {
    resourceMetadata: {
      found: {
        place,
        url: 'https://mcp.example/mcp/below',
        exchange: 'resource-metadata',
        document: {},
      },
    },
  },
})

describe('PRM-09 well-known-is-below-the-host', () => {
  test('passes where the challenge or the specification points', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, at('root'))).toBe('pass')
  })

  test('fails below the path and names the right place', () => {
    const fail = checkFail(rule, at('path-appended'))
    expect(fail.says).toContain('https://mcp.example/.well-known/oauth-protected-resource/mcp')
    expect(fail.evidence).toEqual([{ exchange: 'resource-metadata', at: { part: 'url' } }])
  })

  test('fails where the document is nowhere else', () => {
    const below = {
      id: 'below',
      step: 'resource-metadata',
      diagnostic: 'triage',
      url: 'https://mcp.example/mcp/.well-known/oauth-protected-resource',
      json: { resource: 'https://mcp.example/mcp' },
    } as const
    const nowhere = { 'resource-metadata': { status: 404 } }
    const fail = checkFail(rule, { exchanges: nowhere, more: [below] })
    expect(fail.says).toContain('only at https://mcp.example/mcp/.well-known/')
    expect(fail.evidence).toEqual([{ exchange: 'below', at: { part: 'url' } }])
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
